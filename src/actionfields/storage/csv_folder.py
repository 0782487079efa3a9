"""A folder of CSV: one file for each table, and a descriptor that says what they are.

UTF-8, comma (or semicolon throughout), header first; a cell of several words parts them by
semicolons. A table that has no rows may lack its file.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from actionfields.columns import columns
from actionfields.errors import Problem
from actionfields.field import Field
from actionfields.records import TABLES
from actionfields.storage.descriptor import DESCRIPTOR, about_in, descriptor
from actionfields.storage.taken import Filling, Taken, header_problems, meant
from actionfields.store import CHUNK
from actionfields.tables import Table


class Sparing(csv.unix_dialect):
    """One line a row, ended by a line feed; quotation marks only where they are needed."""

    quoting = csv.QUOTE_MINIMAL


def read_folder(folder: Path) -> Taken:
    """Read every table of a folder; what is wrong with the files themselves is in ``problems``."""
    taken = Taken(lambda table, rows: lines_of(folder / f"{table}.csv", rows))
    taken.about = about_in(folder / DESCRIPTOR, taken.problems)
    for path in sorted(folder.glob("*.csv")):
        if path.stem in TABLES:
            read_table(path, taken)
        else:
            fault = f"no table is called «{path.stem}»"
            taken.problems.append(Problem(path.name, 0, "", fault, meant(path.stem, [*TABLES])))
    return taken


def read_table(path: Path, taken: Taken) -> None:
    """Read one file into a table."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=comma(file), strict=True)
            names = next(reader, [])
            taken.problems += header_problems(path.name, 1, path.stem, names)
            if len(set(names)) == len(names):
                taken.tables[path.stem] = filled(path, names, reader, taken.problems)
    except UnicodeDecodeError as error:
        fault = f"the file is not UTF-8 ({error.reason})"
        taken.problems.append(Problem(path.name, 0, "", fault, "save it as UTF-8"))
    except csv.Error as error:
        fault = f"the file is no CSV ({error})"
        line = reader.line_num
        taken.problems.append(Problem(path.name, line, "", fault, "mend the quotation marks"))


def comma(file: TextIO) -> str:
    """What parts the cells: a comma, or the semicolon that spreadsheets write in Norway."""
    header = file.readline()
    file.seek(0)
    return ";" if ";" in header and "," not in header else ","


def filled(
    path: Path, names: Sequence[str], reader: Iterator[list[str]], problems: list[Problem]
) -> Table[Any]:
    """The table of a file; a row of another length is a problem, and is evened out to go on."""
    filling = Filling(path.stem, names)
    width, first = len(names), 0
    while rows := list(islice(reader, CHUNK)):
        if set(map(len, rows)) != {width}:
            rows = [row for row in rows if row]
            uneven = [first + n for n, row in enumerate(rows) if len(row) != width]
            problems += uneven_rows(path, uneven, width)
            rows = [(row + [""] * width)[:width] for row in rows]
        if rows:
            filling.take(rows)
        first += len(rows)
    return filling.made()


def uneven_rows(path: Path, rows: Sequence[int], width: int) -> Iterator[Problem]:
    """A problem for each row that has more or fewer cells than the header."""
    for file, line in lines_of(path, rows).values():
        fault = f"the row does not have {width} cells as the header has"
        yield Problem(file, line, "", fault, "look for a missing or superfluous comma")


def lines_of(path: Path, rows: Sequence[int]) -> dict[int, tuple[str, int]]:
    """The line on which each of some rows begins; seldom asked, so the file is read again."""
    wanted, found = set(rows), {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=comma(file), strict=True)
        next(reader, None)
        row, begins = 0, reader.line_num + 1
        try:
            for cells in reader:
                if cells and row in wanted:
                    found[row] = (path.name, begins)
                row += bool(cells)
                begins = reader.line_num + 1
        except csv.Error:  # told already, where the file was read
            pass
    return found


def write_folder(field: Field, folder: Path, *, empty: bool = False) -> None:
    """Write every table that has rows (or every one) and the descriptor into an empty folder."""
    for name, table in field.tables.items():
        if len(table) or empty:
            write_table(table, folder / f"{name}.csv")
    (folder / DESCRIPTOR).write_text(descriptor(field), encoding="utf-8")


def write_table(table: Table[Any], path: Path) -> None:
    """Write one table, header first."""
    known = columns(table.record)
    written = [table.written(column) for column in known]
    # The writer leaves a lone carriage return bare, and a reader would end the row there.
    returns = any("\r" in cell for cells in written for cell in cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        style = csv.unix_dialect if returns else Sparing
        writer = csv.writer(file, style)
        writer.writerow([column.name for column in known])
        writer.writerows(zip(*written, strict=True))
