"""A first guess at a mapping, from the column names and the first rows."""

from collections.abc import Sequence

from knutepunkt.collect.formats.table.header_words import target_of
from knutepunkt.collect.formats.table.mapping import ColumnMapping, Rows
from knutepunkt.collect.formats.table.targets import GROUP_LIKE, target_named
from knutepunkt.collect.formats.table.values import kind_of

LOOKED_AT = 200
# Targets whose columns may hold a yes or a no and still mean what their names say.
ANSWERED = frozenset(["state", "area_only"])
# Values tell these also when the name says nothing; a date without a name could be any date.
TOLD_BY_VALUES = frozenset(
    "yes_no weekday time online_url url coordinates contact_email contact_phone".split()
)


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """The mapping that the names and values suggest; columns nobody understands are not in it."""
    found: dict[str, list[str]] = {}
    kinds = [kind_of(values(rows, place)) for place in range(len(header))]
    for name, kind in zip(header, kinds, strict=True):
        add(found, told_by(name, kind), name)
    for name, kind in zip(header, kinds, strict=True):
        if kind in TOLD_BY_VALUES and kind not in found and not is_used(found, name):
            add(found, kind, name)
    name_them(found, header)
    columns = {target: tuple(names) for target, names in found.items()}
    return ColumnMapping(columns=columns, rows=rows_of(found))


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
    return target


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


def rows_of(found: dict[str, list[str]]) -> Rows:
    """What a row is: an organisation when it has a legal id and nothing a group has."""
    is_organisation = "organisation_number" in found and not GROUP_LIKE & found.keys()
    return "organisations" if is_organisation else "groups"
