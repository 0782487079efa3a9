"""A package's rows on the disk while they are joined, so that memory does not grow with them.

The file is in no folder, so the disk gets its room back when the process ends, however it ends.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.hsds.tables import Row
from knutepunkt.collect.json_reading import loaded
from knutepunkt.collect.limits import MEBIBYTE
from knutepunkt.sqlite import nameless

# Column names are written with each row: this many times the package's size, and some beyond.
GROWTH, SPARE = 10, 64 * MEBIBYTE
CACHE = 32_000  # KiB
TOO_MUCH = (
    "the tables grow to more than {most} MiB when they are joined; the feed's owner: send less, or "
    "shorter names of columns."
)
TABLES = """
    CREATE TABLE rows (n INTEGER PRIMARY KEY, kind TEXT, id TEXT, parent INTEGER, told TEXT);
    CREATE INDEX by_id ON rows (id, kind) WHERE id IS NOT NULL;
"""
# Every row is read after the one it belongs to, so that parents come before children here.
BELONGING = """
    WITH RECURSIVE belonging (n) AS (
        SELECT ? UNION ALL
        SELECT rows.n FROM rows JOIN belonging ON rows.parent = belonging.n LIMIT ?
    )
    SELECT n, parent, kind, told FROM belonging JOIN rows USING (n) ORDER BY n
"""
ADDED = "INSERT INTO rows VALUES (?, ?, ?, ?, ?)"
BY_ID = "SELECT kind, max(n) FROM rows WHERE id = ? GROUP BY kind"

Kept = tuple[int, int | None, str, str]
"""A row's number, its parent's number, its table, and itself as JSON."""


class RowsOnDisk:
    """Rows by number, in the order they came, each with the row it belongs to."""

    def __init__(self, size: int) -> None:
        self.file = nameless(TABLES)
        self.file.execute(f"PRAGMA cache_size = {-CACHE}")
        self.most = size * GROWTH + SPARE
        self.written = self.count = 0
        self.numbers = lru_cache(maxsize=20_000)(self.numbers_on_disk)

    def add(self, kind: str, rows: Iterable[tuple[Row, int | None]]) -> range:
        """Take in the rows of a table, each with its parent's number; returns their numbers.

        Whom they belong to must be there before. Raises CollectError when they are too much.
        """
        first = self.count
        self.numbers.cache_clear()
        self.file.executemany(ADDED, self.written_out(kind, rows))
        return range(first, self.count)

    def written_out(
        self, kind: str, rows: Iterable[tuple[Row, int | None]]
    ) -> Iterator[tuple[object, ...]]:  # fmt: skip
        """Each row as the file has it; counted."""
        for row, parent in rows:
            told = text_of(row)
            self.written += len(told)
            if self.written > self.most:
                raise CollectError(TOO_MUCH.format(most=self.most // MEBIBYTE))
            id_ = one_line(row["id"]) if row.get("id") else None
            yield self.count, kind, id_, parent, told
            self.count += 1

    def numbers_on_disk(self, id_: str) -> dict[str, int]:
        """The number of the row with an id, by table; the last one where a table has several."""
        return dict(self.file.execute(BY_ID, [id_]))

    def number(self, kind: str, id_: object) -> int | None:
        """The number of the row of a table with an id."""
        return self.numbers(one_line(id_)).get(kind) if id_ else None

    def tie(self) -> None:
        """Make ready to ask what belongs to a row; nothing is added after that."""
        self.file.execute("CREATE INDEX by_parent ON rows (parent) WHERE parent IS NOT NULL")
        self.numbers.cache_clear()

    def belonging(self, number: int, most: int) -> Iterator[Kept]:
        """A row and what belongs to it, parents first; at most so many."""
        return self.file.execute(BELONGING, [number, most])

    def row(self, number: int) -> Row:
        """The row with a number, alone."""
        (told,) = self.file.execute("SELECT told FROM rows WHERE n = ?", [number]).fetchone()
        return row_in(told)


def text_of(row: Row) -> str:
    """The row as JSON; half characters and numbers without end too."""
    try:
        return msgspec.json.encode(row).decode()
    except (UnicodeEncodeError, OverflowError, ValueError, TypeError):
        return json.dumps(row, default=str)


def row_in(told: str) -> Row:
    """The row that was written so."""
    row = loaded(told)
    return row if isinstance(row, dict) else {}
