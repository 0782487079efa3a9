"""A table: rows of one kind of record, kept by column and made into records when asked for."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any, Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from actionfields.columns import CODED, KEY, PLAIN, Column, columns
from actionfields.store import Coded, Codes, Keys, Packed, Rows, Stored

R = TypeVar("R")
MANY = 20  # one row in so many is many
STORES: dict[str, type[Packed]] = {KEY: Keys, PLAIN: Packed}


class Table(Sequence[R], Generic[R]):
    """Rows of one kind; a sequence of records that can be narrowed and taken apart by column.

    >>> from actionfields.records import Actor
    >>> table = Table.of("actors", Actor, [{"actor_id": "aa"}, {"actor_id": "iks"}])
    >>> table[0].actor_id, len(table.where(actor_id="iks"))
    ('aa', 1)
    """

    def __init__(
        self, name: str, record: type[R], stored: dict[str, Stored], rows: Rows | None = None
    ) -> None:
        self.name, self.record, self.stored = name, record, stored
        self._rows = rows

    @classmethod
    def of(cls, name: str, record: type[R], cells: Sequence[dict[str, str]]) -> "Table[R]":
        """A table of rows given as cells; a column left out is empty."""
        stored = new_columns(record)
        for column in columns(record):
            blank = "0" if column.kind == "flag" else ""
            stored[column.name].append([row.get(column.name, blank) for row in cells])
        return cls(name, record, stored)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns the table has."""
        return columns(self.record)

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0].name

    @property
    def rows(self) -> Rows:
        """Which of the stored rows these are."""
        if self._rows is None:
            return np.arange(len(self.stored[self.key]))
        return self._rows

    def __len__(self) -> int:
        return len(self.stored[self.key]) if self._rows is None else len(self._rows)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> "Table[R]": ...
    def __getitem__(self, index: int | slice) -> "R | Table[R]":
        if isinstance(index, slice):
            return self.take(np.arange(len(self))[index])
        row = range(len(self))[index] if self._rows is None else int(self._rows[index])
        return self._record(row)

    def __iter__(self) -> Iterator[R]:
        return map(self._record, self.rows.tolist())

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows>"

    def _record(self, row: int) -> R:
        return self.record(**{name: kept.value(row) for name, kept in self.stored.items()})

    def take(self, places: NDArray[Any]) -> "Table[R]":
        """The rows at these places, or where a row of booleans is true."""
        return Table(self.name, self.record, self.stored, self.rows[places])

    def coded(self, column: str) -> tuple[Codes, list[Any]]:
        """A column as numbers, one for each row, and the values they stand for.

        This is the door for measures over many rows; values of a column of words are tuples.
        """
        kept = self.stored[column]
        if isinstance(kept, Coded):
            return (kept.codes if self._rows is None else kept.codes[self._rows]), kept.values
        numbered = Coded(str)
        numbered.append(self.cells(column))
        return numbered.codes, numbered.values

    def values(self, column: str) -> list[Any]:
        """The values of a column, row by row."""
        kept = self.stored[column]
        if isinstance(kept, Coded):
            codes, values = self.coded(column)
            return [values[code] for code in codes.tolist()]
        return self.cells(column)

    def cells(self, column: str) -> list[str]:
        """The cells of a column as they are written, row by row."""
        kept = self.stored[column]
        if isinstance(kept, Packed) and len(self) * MANY > len(kept):
            # To unpack all and pick is faster than to look up each, unless few are wanted.
            every = list(kept.cells())
            return every if self._rows is None else [every[row] for row in self._rows.tolist()]
        return [kept.cell(row) for row in self.rows.tolist()]

    def written(self, column: Column) -> list[str]:
        """The cells of a column in the one way they are written to a file."""
        if column.store == CODED:
            codes, values = self.coded(column.name)
            texts = [column.write(value) for value in values]
            return [texts[code] for code in codes.tolist()]
        return self.cells(column.name)

    def matching(self, column: str, fits: Callable[[Any], bool]) -> NDArray[np.bool_]:
        """For each row, whether its value fits; a value that occurs often is tried once."""
        codes, values = self.coded(column)
        return np.fromiter(map(fits, values), np.bool_, len(values))[codes]

    def where(self, **wanted: Any) -> "Table[R]":
        """The rows whose columns have these values; a text with * fits as a pattern.

        In a column of several words, a row fits when one of its words does. A list or set fits when
        one of its values does.
        """
        keep = np.ones(len(self), np.bool_)
        for column, value in wanted.items():
            keep &= self.matching(column, test_for(value))
        return self.take(keep)

    def to_pandas(self) -> Any:
        """The table as a pandas data frame; needs pandas."""
        import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]

        return pandas.DataFrame(self.as_columns())

    def to_polars(self) -> Any:
        """The table as a polars data frame; needs polars."""
        import polars  # type: ignore[import-not-found,unused-ignore]

        return polars.DataFrame(self.as_columns())

    def as_columns(self) -> dict[str, list[Any]]:
        """The table as plain values by column: texts, numbers, lists and dates as written."""
        return {column.name: self._plain(column) for column in self.columns}

    def as_records(self) -> list[dict[str, Any]]:
        """The table as plain values, a dict for each row."""
        values = self.as_columns()
        return [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]

    def _plain(self, column: Column) -> list[Any]:
        if column.store != CODED:
            return self.cells(column.name)
        codes, values = self.coded(column.name)
        made = [plain(value) for value in values]
        return [made[code] for code in codes.tolist()]


def new_columns(record: type) -> dict[str, Stored]:
    """Empty columns for a record."""
    return {
        column.name: Coded(column.parse) if column.store == CODED else STORES[column.store]()
        for column in columns(record)
    }


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def test_for(wanted: Any) -> Callable[[Any], bool]:
    """A test that a value fits what is wanted."""
    if isinstance(wanted, (list, set, frozenset, tuple)):
        tests = [test_for(one) for one in wanted]
        return lambda value: any(fits(value) for fits in tests)
    if isinstance(wanted, str) and "*" in wanted:
        return lambda value: any(
            isinstance(one, str) and fnmatchcase(one, wanted) for one in words_of(value)
        )
    return lambda value: wanted in words_of(value)


def words_of(value: Any) -> tuple[Any, ...]:
    """A value as one or several words; a date as it is written."""
    if isinstance(value, tuple):
        return value
    return (plain(value),)
