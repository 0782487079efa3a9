"""The same units coded by several coders, as one table of numbers."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actionfields.measures.voices import Floats, Ints


@dataclass(frozen=True, slots=True)
class Coding:
    """A row per unit, a column per coder; −1 where a coder left the unit out.

    A cell is a place in ``values``, which are in rising order, so that ordinal distances follow.
    """

    units: tuple[str, ...]
    coders: tuple[str, ...]
    values: tuple[Any, ...]
    cells: Ints

    @classmethod
    def of(
        cls, rows: Iterable[tuple[str, str, Hashable]], order: Sequence[Hashable] = ()
    ) -> "Coding":
        """A coding of (unit, coder, value); ``order`` gives the values' order if not their own.

        None is no value. Raises ValueError when a coder coded a unit twice with different values:
        decide which holds, or make two units of it.

        >>> Coding.of([("s1", "kari", 1), ("s1", "ola", -1), ("s2", "kari", 1)]).cells.tolist()
        [[1, 0], [1, -1]]
        """
        given = [row for row in rows if row[2] is not None]
        units = tuple(dict.fromkeys(row[0] for row in given))
        coders = tuple(dict.fromkeys(row[1] for row in given))
        found = dict.fromkeys(row[2] for row in given)
        values = tuple(order) or tuple(sorted(found, key=_key))
        cells = np.full((len(units), len(coders)), -1, dtype=np.int64)
        place = {value: number for number, value in enumerate(values)}
        row_of = {unit: number for number, unit in enumerate(units)}
        column_of = {coder: number for number, coder in enumerate(coders)}
        for unit, coder, value in given:
            where = row_of[unit], column_of[coder]
            if cells[where] not in (-1, place[value]):
                raise ValueError(f"{coder} coded {unit} twice with different values")
            cells[where] = place[value]
        return cls(units, coders, values, cells)

    def counts(self) -> Floats:
        """How many coders gave each value, a row per unit that two or more coded."""
        tables = [np.count_nonzero(self.cells == one, axis=1) for one in range(len(self.values))]
        counted = np.stack(tables, axis=1) if tables else np.zeros((len(self.units), 0))
        paired: Floats = counted[counted.sum(axis=1) > 1].astype(np.float64)
        return paired


def _key(value: object) -> tuple[bool, Any]:
    number = isinstance(value, int | float)
    return not number, value if number else str(value)
