"""What is wrong with the tables, and which rows stand when the wrong ones are left out."""

from typing import Any

import numpy as np

from actionfields.checking.cells import (
    cell_problems,
    key_problems,
    letter_problems,
    reference_problems,
)
from actionfields.checking.rules import rule_problems
from actionfields.columns import SEPARATOR
from actionfields.errors import InvalidError, Problem
from actionfields.storage.taken import Taken
from actionfields.store import Coded
from actionfields.tables import Table


def problems_in(taken: Taken) -> list[Problem]:
    """Everything that is wrong, in the order of the files; rules are tried on sound cells only."""
    problems = [
        *taken.problems,
        *letter_problems(taken),
        *key_problems(taken),
        *cell_problems(taken),
        *reference_problems(taken),
    ]
    problems = problems or [*rule_problems(taken)]
    return sorted(problems, key=lambda one: (one.file, one.line, one.column))


def sound_part(taken: Taken) -> tuple[Taken, list[Problem]]:
    """The tables without their wrong rows, and everything that was wrong.

    A name that leads nowhere is struck out of a cell that has others; a row goes with the last of
    its names, and then those that point to it. Raises InvalidError where a whole file is wrong.
    """
    told: list[Problem] = []
    while problems := problems_in(taken):
        told += problems
        if any(one.row is None for one in problems):
            raise InvalidError(told)
        taken = struck(taken)
        taken = without(taken, {one.row for one in problems_in(taken) if one.row})
    return taken, told


def struck(taken: Taken) -> Taken:
    """The tables without the names that lead nowhere, in cells that have another name."""
    keys = {name: set(table.cells(table.key)) for name, table in taken.tables.items()}
    tables = {
        name: Table(
            name,
            table.record,
            {
                column.name: known_only(table.stored[column.name], keys.get(column.target, set()))
                if column.many and column.target
                else table.stored[column.name]
                for column in table.columns
            },
        )
        for name, table in taken.tables.items()
    }
    return Taken(taken.locate, tables, taken.problems, taken.unread, taken.about)


def known_only(stored: Any, known: set[str]) -> Any:
    """A column of names with only those that are known, where a cell has one of them."""

    def kept(cell: str) -> str:
        parts = [part.strip() for part in cell.split(SEPARATOR)]
        return SEPARATOR.join([part for part in parts if part in known]) or cell

    return stored.changed(kept) if isinstance(stored, Coded) else stored


def without(taken: Taken, rows: set[tuple[str, int]]) -> Taken:
    """The tables without some rows; the others are still found on their old lines."""
    kept = {
        name: [row for row in range(len(table)) if (name, row) not in rows]
        for name, table in taken.tables.items()
    }

    def locate(name: str, wanted: Any) -> dict[int, tuple[str, int]]:
        places = taken.locate(name, [kept[name][row] for row in wanted])
        return {row: places[kept[name][row]] for row in wanted}

    tables = {name: copied(table, kept[name]) for name, table in taken.tables.items()}
    return Taken(locate, tables, [], taken.unread, taken.about)


def copied(table: Table[Any], rows: list[int]) -> Table[Any]:
    """Some rows as a table of their own."""
    part = table.take(np.array(rows, np.intp))
    cells = {name: part.cells(name) for name in part.stored}
    made = [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]
    return Table.of(table.name, table.record, made)
