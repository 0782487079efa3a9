"""The files of a package while they are written: rows as they come, shared ones once."""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from io import BufferedRandom, TextIOWrapper
from tempfile import TemporaryFile
from typing import Any

from knutepunkt.collect.clean.formulas import guarded
from knutepunkt.distribute.formats.hsds.columns import TABLES, Column, columns_of
from knutepunkt.distribute.met import Met

Row = dict[str, Any]
Tell = Callable[[str], str]
# What stands in a column that may not be empty when there is nothing to say.
NOTHING = "-"
PREFIX = "knutepunkt-"
# Their grammar holds no formula, and other programs read them letter by letter.
PLAIN = frozenset({"byday", "bymonthday"})


class Table:
    """One file of rows. It is in no folder, so that nothing is left of it, however this ends."""

    def __init__(self, name: str) -> None:
        columns = columns_of(name)
        self.file = TemporaryFile(prefix=PREFIX)  # noqa: SIM115 - closed with the text
        self.text = TextIOWrapper(self.file, encoding="utf-8", newline="")
        self.write = csv.writer(self.text).writerow
        self.empty = [NOTHING if column.is_required else "" for column in columns]
        self.places = {one.name: (place, tell(one)) for place, one in enumerate(columns)}
        self.write([column.name for column in columns])

    def put(self, row: Row) -> None:
        """Write a row; what no column is called is passed over."""
        cells, places = self.empty.copy(), self.places
        for name, value in row.items():
            if name in places and value is not None and value != "":
                place, told = places[name]
                cells[place] = told(value) if isinstance(value, str) else value
        self.write(cells)

    def finished(self) -> BufferedRandom:
        """The file from its beginning on; no row is written after that."""
        self.text.flush()
        self.file.seek(0)
        return self.file

    def close(self) -> None:
        """Give the disk its room back."""
        self.text.close()


class Tables:
    """Writes rows to the tables of a package; what several rows share is written once."""

    def __init__(self, known: dict[str, Table], met: Met) -> None:
        self.known, self.met = known, met

    def put(self, table: str, row: Row) -> None:
        """Write a row."""
        self.known[table].put(row)

    def put_once(self, table: str, row: Row) -> bool:
        """Write a row that several services share; says whether it was new."""
        is_new = self.is_new(table, row["id"])
        if is_new:
            self.put(table, row)
        return is_new

    def is_new(self, table: str, id_: str) -> bool:
        """Say whether a row was never met before; it is met now."""
        return self.met.is_new(f"{table} {id_}")


@contextmanager
def tables() -> Iterator[Tables]:
    """The tables of a package, open for writing."""
    with ExitStack() as stack:
        met = stack.enter_context(closing(Met()))
        known = {name: stack.enter_context(closing(Table(name))) for name in TABLES}
        yield Tables(known, met)


def tell(column: Column) -> Tell:
    """How a column has a text: so that no spreadsheet takes it for a formula."""
    if column.name in PLAIN:
        return str
    if column.type == "time":
        return "{}:00".format
    if column.type == "datetime":
        return lambda said: said.replace("+00:00", "Z")
    return guarded if column.type == "string" and not column.format else str
