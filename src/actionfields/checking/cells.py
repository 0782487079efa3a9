"""Cells, keys and references: each different cell is looked at once, each wrong row is told."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from actionfields.columns import CODED, Column
from actionfields.errors import Problem, quoted
from actionfields.storage.taken import Taken, meant
from actionfields.store import Coded, Keys
from actionfields.tables import Table

Wrong = dict[str, tuple[str, str]]  # a cell as written: its fault and the remedy


def cell_problems(taken: Taken) -> Iterator[Problem]:
    """Every cell that cannot be read as its column demands."""
    for table in taken.tables.values():
        for column in table.columns:
            if column.store == CODED:
                yield from told(taken, table, column, unreadable)


def letter_problems(taken: Taken) -> Iterator[Problem]:
    """Every cell with what is no letter: it breaks other tools, or cannot be written at all."""
    for table in taken.tables.values():
        for column in table.columns:
            rows = table.stored[column.name].strange(has_no_letters).tolist()
            places = taken.locate(table.name, rows) if rows else {}
            for row, place in places.items():
                fault = "the cell holds NUL or bytes that are no letters"
                remedy = "write the text again"
                yield Problem(*place, column.name, fault, remedy, (table.name, row))


def has_no_letters(text: str) -> bool:
    """Whether a text holds NUL or half a letter."""
    if "\0" in text:
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def reference_problems(taken: Taken) -> Iterator[Problem]:
    """Every reference to a row that is not there."""
    names: dict[str, set[str]] = {}
    for table in taken.tables.values():
        for column in table.columns:
            if not column.target or column.target in taken.unread:
                continue
            if column.target not in taken.tables:
                yield from untold(taken, table, column)
                continue
            if column.target not in names:
                target = taken.tables[column.target]
                names[column.target] = set(target.cells(target.key))
            yield from told(taken, table, column, missing_from(names[column.target]))


def untold(taken: Taken, table: Table[Any], column: Column) -> Iterator[Problem]:
    """A problem, once, for a column whose rows point into a table that is not there."""
    kept = table.stored[column.name]
    pointing = kept.strange(bool).tolist()
    if pointing:
        file, line = taken.locate(table.name, pointing[:1])[pointing[0]]
        fault = (
            f"there is no table {column.target}, and {len(pointing)} rows from this one on point "
            f"into it, first to {quoted(kept.cell(pointing[0]))}"
        )
        yield Problem(file, line, column.name, fault, f"add {column.target}")


def unreadable(column: Column, texts: list[str]) -> Wrong:
    """The cells of a column that its kind cannot read."""
    wrong: Wrong = {}
    for text in texts:
        try:
            column.parse(text)
        except ValueError as error:
            fault, _, remedy = str(error).rpartition("; ")
            wrong[text] = (fault, remedy)
    return wrong


def missing_from(known: set[str]) -> Callable[[Column, list[str]], Wrong]:
    """A look for the cells that refer to something unknown."""

    def wrong(column: Column, texts: list[str]) -> Wrong:
        found: Wrong = {}
        for text in texts:
            parts = (part.strip() for part in text.split(";")) if column.many else (text,)
            if gone := [part for part in parts if part and part not in known]:
                fault = f"{column.target} has no {quoted(gone[0])}"
                found[text] = (fault, meant(gone[0], sorted(known)))
        return found

    return wrong


def told(
    taken: Taken, table: Table[Any], column: Column, look: Callable[[Column, list[str]], Wrong]
) -> Iterator[Problem]:
    """A problem for each row that has a wrong cell."""
    kept = table.stored[column.name]
    if not isinstance(kept, Coded) or kept.is_lacking:
        return
    wrong = look(column, kept.texts)
    if not wrong:
        return
    bad = np.array([text in wrong for text in kept.texts])
    rows = np.flatnonzero(bad[kept.codes]).tolist()
    places = taken.locate(table.name, rows)
    for row in rows:
        yield Problem(*places[row], column.name, *wrong[kept.cell(row)], (table.name, row))


def key_problems(taken: Taken) -> Iterator[Problem]:
    """Every key that is empty or stands a second time."""
    for table in taken.tables.values():
        kept = table.stored[table.key]
        if isinstance(kept, Keys) and not kept.is_lacking and kept.may_repeat():
            yield from repeated(taken, table, table.cells(table.key))


def repeated(taken: Taken, table: Table[Any], cells: list[str]) -> Iterator[Problem]:
    """Each row whose key is empty or was met before."""
    first: dict[str, int] = {}
    wrong = [
        row for row, cell in enumerate(cells) if not cell or first.setdefault(cell, row) != row
    ]
    places = taken.locate(table.name, wrong)
    for row in wrong:
        fault, remedy = "the key is empty", "give the row a name of its own"
        if cells[row]:
            fault = f"{quoted(cells[row])} names another row already"
        yield Problem(*places[row], table.key, fault, remedy, (table.name, row))
