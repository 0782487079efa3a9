"""How a table keeps a column: a few different cells once each, free text packed, keys packed.

A million rows of records would cost gigabytes; so cells stay packed until a row is asked for, and a
cell that occurs a thousand times is read and checked once.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]
Codes = NDArray[np.uint16 | np.int32]
NARROW = 1 << 16  # as many different cells as two bytes can tell apart
CHUNK = 256  # rows that are read and packed together; so many stay in the processor's cache


class Stored(Protocol):
    """A column as it is kept."""

    def append(self, cells: Sequence[str]) -> None:
        """Take in the cells of the next rows."""

    def repeat(self, cell: str, count: int) -> None:
        """Take in one cell for all rows, where a table lacks the column."""

    is_lacking: bool  # whether the table has no such column, so that every cell is a blank

    def __len__(self) -> int: ...

    def strange(self, is_strange: Callable[[str], bool]) -> Rows:
        """The rows whose cells hold something; texts that hold nothing of it are passed quickly."""

    def cell(self, row: int) -> str:
        """The cell as it was written."""

    def value(self, row: int) -> Any:
        """What the cell means."""


class Numbering(dict[str, int]):
    """Gives each new text the next number."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Coded:
    """A column with few different cells: a number for each row, each different cell once."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self.parse = parse
        self.numbers = Numbering()
        self.is_lacking = False
        self._parts: list[Codes] = []
        self._values: list[Any] | None = None
        self._texts: list[str] = []

    def append(self, cells: Sequence[str]) -> None:
        """Take in the cells of the next rows."""
        codes = np.fromiter(map(self.numbers.__getitem__, cells), np.int32, len(cells))
        narrow = np.uint16 if len(self.numbers) <= NARROW else np.int32
        self._parts.append(codes.astype(narrow, copy=False))
        self._values = None

    def repeat(self, cell: str, count: int) -> None:
        """Take in the same cell for every row of a table that lacks the column."""
        self.numbers[cell] = 0
        self._parts = [np.broadcast_to(np.uint16(0), count)]
        self.is_lacking = True

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    @property
    def codes(self) -> Codes:
        """The number of each row's cell; numbers count up in order of first appearance."""
        if len(self._parts) != 1:
            self._parts = [np.concatenate([np.empty(0, np.uint16), *self._parts])]
        return self._parts[0]

    @property
    def texts(self) -> list[str]:
        """The different cells as they were written, by their number."""
        if len(self._texts) != len(self.numbers):
            self._texts = list(self.numbers)
        return self._texts

    @property
    def values(self) -> list[Any]:
        """The different cells as values, by their number; ValueError if one cannot be read."""
        if self._values is None:
            self._values = [self.parse(text) for text in self.texts]
        return self._values

    def strange(self, is_strange: Callable[[str], bool]) -> Rows:
        """The rows whose cells hold something."""
        bad = np.fromiter(map(is_strange, self.texts), np.bool_, len(self.texts))
        return np.flatnonzero(bad[self.codes]) if bad.any() else np.empty(0, np.intp)

    def changed(self, change: Callable[[str], str]) -> "Coded":
        """The column with each different cell changed, as a new one."""
        made = Coded(self.parse)
        numbers = [made.numbers[change(text)] for text in self.texts]
        made._parts = [np.array(numbers, np.int32)[self.codes]]
        return made

    def cell(self, row: int) -> str:
        """The cell as it was written."""
        text: str = self.texts[self.codes[row]]
        return text

    def value(self, row: int) -> Any:
        """What the cell means."""
        return self.values[self.codes[row]]


class Packed:
    """A column of free text or keys: the cells of many rows in one string, cut where they end."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._ends: list[NDArray[np.uint16 | np.int64]] = []
        self._starts: list[int] = []
        self._count = 0
        self.is_lacking = False

    def repeat(self, cell: str, count: int) -> None:
        """Take in nothing for every row of a table that lacks the column."""
        del cell
        self._count = count
        self.is_lacking = True

    def append(self, cells: Sequence[str]) -> None:
        """Take in the cells of the next rows."""
        for first in range(0, len(cells), CHUNK):
            self._pack(cells[first : first + CHUNK])

    def _pack(self, cells: Sequence[str]) -> None:
        self._starts.append(self._count)
        self._texts.append("".join(cells))
        ends = np.fromiter(accumulate(map(len, cells)), np.int64, len(cells))
        self._ends.append(ends.astype(np.uint16) if ends[-1] < NARROW else ends)
        self._count += len(cells)

    def __len__(self) -> int:
        return self._count

    def cell(self, row: int) -> str:
        """The cell as it was written."""
        if not self._texts:
            return ""
        part = bisect_right(self._starts, row) - 1
        place = row - self._starts[part]
        ends = self._ends[part]
        return self._texts[part][int(ends[place - 1]) if place else 0 : int(ends[place])]

    value = cell

    def strange(self, is_strange: Callable[[str], bool]) -> Rows:
        """The rows whose cells hold something."""
        if not any(map(is_strange, self._texts)):
            return np.empty(0, np.intp)
        bad = np.fromiter(map(is_strange, self.cells()), np.bool_, len(self))
        return np.flatnonzero(bad)

    def cells(self) -> Iterable[str]:
        """Every cell in order."""
        if not self._texts:
            yield from [""] * self._count
        for text, ends in zip(self._texts, self._ends, strict=True):
            start = 0
            for end in ends.tolist():
                yield text[start:end]
                start = end


class Keys(Packed):
    """A column of keys: packed, and with a number for each by which doubles are found."""

    def __init__(self) -> None:
        super().__init__()
        self._hashes: list[NDArray[np.int64]] = []
        self._repeats: bool | None = None

    def append(self, cells: Sequence[str]) -> None:
        """Take in the cells of the next rows."""
        super().append(cells)
        self._hashes.append(np.fromiter(map(hash, cells), np.int64, len(cells)))

    def may_repeat(self) -> bool:
        """Say whether a key can be empty or stand twice; False is certain."""
        if self._repeats is None:
            hashes = np.sort(np.concatenate([[hash("")], *self._hashes]))
            self._hashes = []
            self._repeats = bool((hashes[1:] == hashes[:-1]).any())
        return self._repeats
