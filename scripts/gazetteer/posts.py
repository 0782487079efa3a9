"""Postal codes: their municipality's code, and a point where the post town has one."""

import re

from gazetteer.packages import PostalCode
from gazetteer.tables import Row, by_hand

LANGUAGES = ("sme", "sma", "smj", "fkv")
SMALL_WORDS = {"i", "og", "på", "ved", "bru"}


def post_towns(codes: list[PostalCode], municipalities: dict[str, Row]) -> list[Row]:
    """Postal codes with town and municipality code. A municipality nobody knows is an error."""
    known = _codes_by_spelling(municipalities)
    return [
        {
            "code": row.code,
            "town": _cased(row.town),
            "municipality": known[_key(row.municipality)],
        }
        for row in codes
    ]


def placed(towns: list[Row], settlements: list[Row], centres: list[Row]) -> list[Row]:
    """Postal codes with the point of their post town, else that of the municipality's centre."""
    by_name = {
        (place["municipality"], name.casefold()): place
        for place in settlements
        for name in (place["name"], *place["other_names"].split("|"))
    }
    centre = {row["code"]: row for row in centres}
    rows = []
    for row in towns:
        base = row["town"].split(" i ")[0]
        names = (row["town"].casefold(), base.casefold())
        found = [by_name[key] for name in names if (key := (row["municipality"], name)) in by_name]
        point = (found or [centre[row["municipality"]]])[0]
        rows.append(
            row
            | {key: point[key] for key in ("latitude", "longitude")}
            | {"point": "settlement" if found else "municipality"}
        )
    return rows


def _codes_by_spelling(municipalities: dict[str, Row]) -> dict[str, str]:
    """The postal list spells municipalities in capitals, with the county where two share a name.

    Bilingual names come without dashes and some without their accents, so letters are compared
    without them.
    """
    counties = {row["code"]: row["name"] for row in by_hand("counties")}
    spelled = {}
    for code, row in municipalities.items():
        others = [name for key in LANGUAGES for name in row[key].split("|") if name]
        bilingual = [f"{other} {row['nb']}" for other in others]
        everything = " ".join([row["nb"], *others])
        with_county = f"{row['nb']} ({counties[row['county']]})"
        for name in (row["nb"], row["official"], with_county, everything, *bilingual):
            spelled[_key(name)] = code
    spelled |= {_key(row["postal_municipality"]): row["code"] for row in by_hand("postal_names")}
    return spelled


def _key(name: str) -> str:
    letters = name.casefold().translate(str.maketrans("áčđŋšŧž", "acdnstz"))
    return " ".join(re.findall(r"[\w()]+", letters))


def _cased(town: str) -> str:
    words = town.casefold().split()
    return " ".join(
        word if place and word in SMALL_WORDS else "-".join(map(str.capitalize, word.split("-")))
        for place, word in enumerate(words)
    )
