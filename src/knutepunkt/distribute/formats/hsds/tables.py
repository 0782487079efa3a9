"""The files of a package while they are written: rows as they come, shared ones once."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from knutepunkt.collect.clean.formulas import guarded
from knutepunkt.distribute.formats.hsds.columns import TABLES, Column, columns_of

Row = dict[str, Any]
# What stands in a column that may not be empty when there is nothing to say.
NOTHING = "-"
# Their grammar holds no formula, and other programs read them letter by letter.
PLAIN = frozenset({"byday", "bymonthday"})


class Tables:
    """Writes rows to the tables of a folder. What was written is remembered on disk."""

    def __init__(self, folder: Path, files: dict[str, IO[str]]) -> None:
        self.seen = sqlite3.connect(folder / "seen.sqlite3", isolation_level=None)
        self.seen.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self.seen.execute("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self.writers = {table: csv.writer(file) for table, file in files.items()}
        for table, writer in self.writers.items():
            writer.writerow([column.name for column in columns_of(table)])

    def put(self, table: str, row: Row) -> None:
        """Write a row."""
        cells = [cell(column, row.get(column.name)) for column in columns_of(table)]
        self.writers[table].writerow(cells)

    def put_once(self, table: str, row: Row) -> bool:
        """Write a row that several services share; says whether it was new."""
        added = self.seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", [f"{table} {row['id']}"])
        if added.rowcount == 1:
            self.put(table, row)
        return added.rowcount == 1


@contextmanager
def tables_in(folder: Path) -> Iterator[Tables]:
    """The tables of an empty folder, open for writing."""
    with ExitStack() as stack:
        tables = Tables(
            folder,
            {
                table: stack.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8",
                                                                           newline=""))
                for table in TABLES
            },
        )  # fmt: skip
        stack.callback(tables.seen.close)
        yield tables


def cell(column: Column, value: object) -> object:
    """A value as its column has it; a text so that no spreadsheet takes it for a formula."""
    if value is None or value == "":
        return NOTHING if column.is_required else ""
    if not isinstance(value, str) or column.name in PLAIN:
        return value
    if column.type == "time":
        return f"{value}:00"
    if column.type == "datetime":
        return value.replace("+00:00", "Z")
    return guarded(value) if column.type == "string" and not column.format else value
