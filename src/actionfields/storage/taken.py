"""What a reader hands over: the tables, what was wrong already, and where each row stands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from actionfields.columns import Column, columns
from actionfields.errors import Problem, quoted
from actionfields.field import About
from actionfields.records import TABLES
from actionfields.store import Stored
from actionfields.tables import Table, new_columns

# From a table's name and some of its rows to the file and line of each.
Locate = Callable[[str, Sequence[int]], dict[int, tuple[str, int]]]


@dataclass(slots=True)
class Taken:
    """Tables that are read and not yet checked."""

    locate: Locate
    tables: dict[str, Table[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # tables that could not be read, as is told
    about: About = field(default_factory=About)


def blank(column: Column) -> str:
    """The cell of a column that a file leaves out."""
    return "0" if column.kind == "flag" else ""


def header_problems(file: str, line: int, table: str, names: Sequence[str]) -> Iterable[Problem]:
    """What is wrong with the columns a file has."""
    known = [column.name for column in columns(TABLES[table])]
    for name in dict.fromkeys(names):
        if not name.strip():
            place = f"number {[*names].index(name) + 1}"
            yield Problem(file, line, place, "the column has no name", "name it or take it out")
        elif name not in known:
            fault = f"{table} has no column {quoted(name)}"
            yield Problem(file, line, quoted(name)[1:-1], fault, meant(name, known))
        if names.count(name) > 1:
            yield Problem(file, line, name, "the column stands twice", "take one of the two out")
    for column in columns(TABLES[table]):
        if column.required and column.kind != "flag" and column.name not in names:
            yield Problem(file, line, column.name, "the column is missing", "add it")


def meant(name: str, known: Sequence[str]) -> str:
    """A remedy that names the nearest of the known names, or all of them when there are few."""
    if near := get_close_matches(name[:100].strip().lower(), known, n=1, cutoff=0.6):
        return f"write «{near[0]}» if that is meant"
    if 0 < len(known) <= 20:
        return f"known are {', '.join(known)}"
    return "correct it or add the row it points to"


class Filling:
    """Fills the columns of one table, chunk by chunk, from rows of cells in a file's order."""

    def __init__(self, table: str, names: Sequence[str]) -> None:
        self.table, self.names = table, names
        self.stored: dict[str, Stored] = new_columns(TABLES[table])
        self.count = 0
        self.absent = [one for one in columns(TABLES[table]) if one.name not in names]

    def take(self, rows: Sequence[Sequence[str]]) -> None:
        """Take in rows that all have as many cells as there are names."""
        for name, cells in zip(self.names, zip(*rows, strict=True), strict=True):
            if name in self.stored:
                self.stored[name].append(cells)
        self.count += len(rows)

    def made(self) -> Table[Any]:
        """The table."""
        for column in self.absent:
            self.stored[column.name].repeat(blank(column), self.count)
        return Table(self.table, TABLES[self.table], self.stored)
