"""Municipalities, counties, and towns and villages with their points."""

import math
from collections import defaultdict
from collections.abc import Iterator

from gazetteer.packages import GeoNames, Place
from gazetteer.tables import Row, by_hand

NOT_MUNICIPALITIES = {row["geonames_place"] for row in by_hand("territories")}


def municipality_names(geonames: GeoNames) -> dict[str, Row]:
    """Code → county, official name and names per language; the points come later."""
    counties = {row["geonames"]: row["code"] for row in by_hand("counties")}
    hand = {row["code"]: row for row in by_hand("municipality_names")}
    rows = {}
    for code, (county, spelled) in geonames.municipalities.items():
        norwegian = spelled.removesuffix(" kommune").split(" - ")[-1]
        row = hand.get(code, {})
        rows[code] = {
            "code": code,
            "county": counties[county],
            "official": row.get("official", norwegian),
            "nb": norwegian,
            "nn": norwegian,
        } | {language: row.get(language, "") for language in ("sme", "sma", "smj", "fkv")}
    return rows


def settlements(
    geonames: GeoNames, municipalities: dict[str, Row], post_towns: list[Row]
) -> list[Row]:
    """Towns and villages, each in a municipality.

    GeoNames' smaller places come without one: they get that of the post town of the same name
    in their county, else that of the nearest place that has one.
    """
    corrections = {
        (row["geonames_name"], row["assigned"]): row["right"]
        for row in by_hand("settlement_corrections")
    }
    rows = []
    for place, assigned in _assigned(geonames, municipalities, post_towns):
        municipality = corrections.get((place.name, assigned), assigned)
        if municipality:
            rows.append(_settlement(place, municipality))
    return rows


def _assigned(
    geonames: GeoNames, municipalities: dict[str, Row], post_towns: list[Row]
) -> Iterator[tuple[Place, str]]:
    counties = {row["geonames"]: row["code"] for row in by_hand("counties")}
    towns = _municipalities_of_towns(post_towns)
    placed = [place for place in geonames.places if place.municipality in municipalities]
    yield from ((place, place.municipality) for place in placed)
    for place in geonames.places:
        if place.municipality or place.name in NOT_MUNICIPALITIES:
            continue
        named = {
            code
            for code in towns.get(place.name.casefold(), ())
            if municipalities[code]["county"] == counties[place.county]
        }
        near = [other for other in placed if other.county == place.county]
        yield place, named.pop() if len(named) == 1 else _nearest(place, near)


def municipalities(names: dict[str, Row], places: list[Row]) -> list[Row]:
    """Municipalities with the point of their centre: the place of the same name, else the seat."""
    seats = {row["code"]: row["seat"] for row in by_hand("seats")}
    within = defaultdict(list)
    for place in places:
        within[place["municipality"]].append(place)
    rows = []
    for code, row in names.items():
        centre = _centre(row, within[code], seats.get(code, ""))
        rows.append(row | {key: centre[key] for key in ("latitude", "longitude")})
    return rows


def counties(placed: list[Row]) -> list[Row]:
    """Counties with the mean of their municipalities' points; a county has no centre."""
    rows = []
    for county in by_hand("counties"):
        within = [row for row in placed if row["county"] == county["code"]]
        rows.append(
            {
                "code": county["code"],
                "name": county["name"],
                "other_names": county["other_names"],
                "latitude": _mean(within, "latitude"),
                "longitude": _mean(within, "longitude"),
            }
        )
    return rows


def territories(geonames: GeoNames) -> list[Row]:
    """Svalbard and Jan Mayen: coded like municipalities, but neither is one."""
    at = {place.name: place for place in geonames.places}
    return [
        {
            "code": row["code"],
            "name": row["name"],
            "place": row["geonames_place"],
            "latitude": f"{at[row['geonames_place']].latitude:.5f}",
            "longitude": f"{at[row['geonames_place']].longitude:.5f}",
        }
        for row in by_hand("territories")
    ]


def _settlement(place: Place, municipality: str) -> Row:
    renamed = {
        (row["geonames_name"], row["municipality"]): row for row in by_hand("settlement_names")
    }
    hand = renamed.get((place.name, municipality), {})
    population = 0 if hand.get("population") == "unknown" else place.population
    return {
        "municipality": municipality,
        "name": hand.get("name", place.name),
        "other_names": hand.get("other_names", ""),
        "latitude": f"{place.latitude:.5f}",
        "longitude": f"{place.longitude:.5f}",
        "population": str(population or ""),
    }


def _municipalities_of_towns(post_towns: list[Row]) -> dict[str, set[str]]:
    towns = defaultdict(set)
    for row in post_towns:
        towns[row["town"].casefold()].add(row["municipality"])
    return towns


def _nearest(place: Place, others: list[Place]) -> str:
    def apart(other: Place) -> float:
        eastward = (other.longitude - place.longitude) * math.cos(math.radians(place.latitude))
        return math.hypot(other.latitude - place.latitude, eastward)

    return min(others, key=apart).municipality


def _centre(municipality: Row, places: list[Row], seat: str) -> Row:
    wanted = (seat, municipality["nb"])
    named = [place for name in wanted for place in places if place["name"] == name]
    if not named and len(places) > 1:
        raise ValueError(f"{municipality['nb']}: say in seats.csv which place is its centre")
    return (named or places)[0]


def _mean(rows: list[Row], key: str) -> str:
    return f"{sum(float(row[key]) for row in rows) / len(rows):.5f}"
