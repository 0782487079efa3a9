"""The columns of the table, and the Meeting Guide keys they are."""

from collections.abc import Sequence

from knutepunkt.collect.formats.table.header_words import folded_name

# Column names that have another key than their own words.
RENAMED = {"address": "formatted_address", "types": "type_words"}
NEEDED = {"name"}
WHEN = {"day", "time"}
TELLING = frozenset(
    ("types", "slug", "conference url", "conference phone", "sub region", "location notes",
     "group notes", "end time", "updated", "regions", "formatted address", "website 2",
     "last contact", "district")
)  # fmt: skip
ENOUGH = 3


def is_tsml(header: Sequence[str]) -> bool:
    """Say whether a row names the columns of this table, in any order."""
    names = {folded_name(name) for name in header}
    return names >= NEEDED and bool(names & WHEN) and len(names & TELLING) >= ENOUGH


def key_of(name: str) -> str:
    """The Meeting Guide key of a column: "Conference URL" is ``conference_url``."""
    words = folded_name(name)
    return RENAMED.get(words, words.replace(" ", "_"))
