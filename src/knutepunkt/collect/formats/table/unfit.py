"""Tables that hold no groups: what they look like, and what to do with them."""

from collections.abc import Sequence

from knutepunkt.collect.formats.table.header_words import folded_name
from knutepunkt.collect.formats.table.mapping import ColumnMapping

WHOLE_SET = "you: give the whole folder of tables, so that they can be joined"
# Column names that only this kind of table has together, and what the table then is.
SIGNS = (
    ({"number", "extension"}, "a list of telephone numbers"),
    ({"number", "number type"}, "a list of telephone numbers"),
    ({"department", "title", "email"}, "a list of contact people"),
    ({"weekday", "opens at", "closes at"}, "a list of opening hours"),
    ({"start date", "end date", "closed"}, "a list of holidays"),
    ({"address 1", "location id"}, "a list of addresses"),
    ({"taxonomy id", "parent id"}, "a list of words"),
    ({"organization id", "transportation"}, "a list of places"),
    ({"organization id", "alternate name"}, "a list of programmes"),
    ({"service id", "extent"}, "a list of areas"),
    ({"location id", "phone id"}, "a list of languages"),
    ({"language", "character set"}, "a list of tables"),
)


def unfit(header: Sequence[str], mapping: ColumnMapping, name: str) -> str:
    """The sentence for a table whose rows are no groups and no organisations, or ""."""
    words = {folded_name(column) for column in header}
    for signs, what in SIGNS:
        if signs <= words:
            return f"{name} looks like {what} from a larger set, not like groups; {WHOLE_SET}."
    if "name" in mapping.columns or "group" in mapping.columns or "name" in mapping.constants:
        return ""
    shown = ", ".join(header[:12])
    return (
        f"{name} has no column that looks like a name (its columns are {shown}); you: run "
        "`knutepunkt collect FILE --guess-mapping > mapping.toml`, write which column is the name, "
        "and give the file back with --mapping."
    )
