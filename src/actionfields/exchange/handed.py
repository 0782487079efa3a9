"""What a reader of a foreign form hands over: a checked field, and what did not come along."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actionfields.field import About, Field
from actionfields.loading import checked
from actionfields.storage.json_file import place, read_rows
from actionfields.storage.taken import Taken

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Handed:
    """A field that came in, and a sentence for each thing that was lost or had to be assumed."""

    data: Field
    losses: list[str] = field(default_factory=list)


def made(path: Path, about: About, tables: Rows) -> Field:
    """A field from plain rows, checked like any other. Raises InvalidError with every wrong row."""
    taken = Taken(lambda table, rows: {row: place(path, table, row) for row in rows})
    taken.about = about
    for name, rows in tables.items():
        read_rows(path, name, rows, taken)
    return checked(taken)


def key_of(text: str, taken: set[str]) -> str:
    """A short key for a name, unlike those taken; it is added to them.

    >>> key_of("Tillit – og åpenhet", set())
    'tillit_og_åpenhet'
    """
    words = "".join(one if one.isalnum() else " " for one in text.lower()).split()
    stem = "_".join(words)[:60] or "unnamed"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}_{number}"
    taken.add(found)
    return found
