"""A first guess at a mapping, from the column names and the first rows."""

from collections.abc import Sequence

from knutepunkt.collect.formats.table.header_words import target_of
from knutepunkt.collect.formats.table.mapping import ColumnMapping, Rows
from knutepunkt.collect.formats.table.targets import GROUP_LIKE, target_named
from knutepunkt.collect.formats.table.values import kind_of

LOOKED_AT = 200
# Targets whose columns may hold a yes or a no ("NO" is a country too) and still mean their names.
ANSWERED = frozenset(["state", "area_only", "country", "language"])
# Values tell these also when the name says nothing; a date without a name could be any date.
TOLD_BY_VALUES = frozenset(
    "yes_no weekday time schedule online_url url coordinates contact_email contact_phone "
    "format".split()
)
TOWN_OR_VENUE = frozenset(["sted", "stad"])
# The first of these with a value counts; a row may have only the second.
GATHERED = frozenset(["url", "online_url"])


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """The mapping that the names and values suggest; columns nobody understands are not in it."""
    found: dict[str, list[str]] = {}
    kinds = [kind_of(values(rows, place)) for place in range(len(header))]
    columns = sorted(zip(header, kinds, strict=True), key=depth)
    for name, kind in columns:
        add(found, told_by(name, kind), name)
    for name, kind in columns:
        is_new = kind not in found or kind in GATHERED
        if kind in TOLD_BY_VALUES and is_new and not is_used(found, name):
            found.setdefault(kind, []).append(name)
    name_them(found, header)
    place_them(found, header)
    targets = {target: tuple(names) for target, names in found.items()}
    return ColumnMapping(columns=targets, rows=rows_of(found))


def depth(column: tuple[str, str]) -> int:
    """How deep a dotted column lies: ``id`` goes before ``contact.id``."""
    return column[0].strip(".").count(".")


def values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The first values of one column."""
    return [row[place] for row in rows[:LOOKED_AT] if place < len(row)]


def told_by(name: str, kind: str) -> str:
    """The target that a name and its values mean together, or "".

    E-mail addresses are contacts whatever the column is called.
    """
    target = target_of(name)
    if kind == "contact_email" and not target.startswith("contact"):
        return "contact_email"
    if kind == "yes_no" and target not in ANSWERED:
        return "yes_no"
    return "schedule" if target == "time" and kind == "schedule" else target


def add(found: dict[str, list[str]], target: str, name: str) -> None:
    """Give the column to the target, unless the target has one and takes no more."""
    if not target:
        return
    known = target_named(target)
    takes_more = known is not None and (
        known.joining in ("each", "lines") or (known.joining == "comma" and name[-1:].isdigit())
    )
    if target not in found or takes_more:
        found.setdefault(target, []).append(name)


def is_used(found: dict[str, list[str]], name: str) -> bool:
    """Say whether a column has a target."""
    return any(name in names for names in found.values())


def name_them(found: dict[str, list[str]], header: Sequence[str]) -> None:
    """Find a name when no column is called so: the group, the organisation, the first column."""
    for stand_in in ("group", "organisation"):
        if "name" not in found and stand_in in found:
            found["name"] = found.pop(stand_in)
    if header and header[0] == "A" and "name" not in found and not is_used(found, "A"):
        found["name"] = ["A"]


def place_them(found: dict[str, list[str]], header: Sequence[str]) -> None:
    """Take "Sted" for the town when nothing else tells where, also beside "Møtested"; beside an
    address it is a venue."""
    if {"city", "address"} & found.keys():
        return
    names = found.get("place", [])
    if names and names[0].lower() in TOWN_OR_VENUE:
        found["city"] = found.pop("place")
    towns = [name for name in header if name.lower() in TOWN_OR_VENUE and not is_used(found, name)]
    if towns:
        found["city"] = found.get("city", []) or towns[:1]


def rows_of(found: dict[str, list[str]]) -> Rows:
    """What a row is: an organisation when it has a legal id and nothing a group has."""
    is_organisation = "organisation_number" in found and not GROUP_LIKE & found.keys()
    return "organisations" if is_organisation else "groups"
