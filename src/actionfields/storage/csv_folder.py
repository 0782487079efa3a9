"""A folder of CSV: one file for each table, and a descriptor that says what they are.

UTF-8, comma (or semicolon or tab throughout), header first; a cell of several words parts them by
semicolons. A table that has no rows may lack its file.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from actionfields.columns import columns
from actionfields.errors import Problem, quoted
from actionfields.field import Field
from actionfields.records import TABLES
from actionfields.storage.descriptor import DESCRIPTOR, about_in, descriptor
from actionfields.storage.taken import Filling, Taken, header_problems, meant
from actionfields.store import CHUNK
from actionfields.tables import Table
from actionfields.texts import undecoded

LONGEST = 1 << 26  # letters in a cell
OTHERS = (".tsv", ".tab", ".txt", ".xlsx", ".xls", ".ods")


class Sparing(csv.unix_dialect):
    """One line a row, ended by a line feed; quotation marks only where they are needed."""

    quoting = csv.QUOTE_MINIMAL


def read_folder(folder: Path) -> Taken:
    """Read every table of a folder; what is wrong with the files themselves is in ``problems``."""
    taken = Taken(lambda table, rows: lines_of(folder / f"{table}.csv", rows))
    taken.about = about_in(folder / DESCRIPTOR, taken.problems)
    for path in sorted(folder.iterdir()):
        if path.suffix == ".csv" and path.stem in TABLES:
            with roomy():
                read_table(path, taken)
        elif fault := unread(path):
            taken.problems.append(Problem(path.name, 0, "", *fault))
    return taken


def unread(path: Path) -> tuple[str, str] | None:
    """Why a file is no table though it looks like one, and what mends it; None for other files."""
    name, ending = path.stem.lower(), path.suffix.lower()
    if ending == ".csv" and name in TABLES:
        return "the name is not in small letters", "write it in small letters"
    if ending == ".csv":
        return f"no table is called {quoted(path.stem)}", meant(path.stem, [*TABLES])
    if ending in OTHERS and name in TABLES and not path.with_name(f"{name}.csv").exists():
        return "the table is no CSV", "save it as CSV UTF-8, or take it away"
    return None


@contextmanager
def roomy() -> Iterator[None]:
    """Let a cell be long; the reader's own limit holds for a whole process, so it is put back."""
    before = csv.field_size_limit(LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def read_table(path: Path, taken: Taken) -> None:
    """Read one file into a table."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=comma(file), strict=True)
            names = next(reader, [])
            problems = [*head_problems(path, names)]
            if len(set(names)) == len(names) and any(names) and not is_hint(names):
                taken.tables[path.stem] = filled(path, names, reader, problems)
    except UnicodeDecodeError:
        problems = [undecoded(path)]
    except csv.Error as error:
        remedy = "look for a quotation mark that is not closed"
        line = reader.line_num
        problems = [Problem(path.name, line, "", f"the file is no CSV ({error})", remedy)]
    except OSError as error:
        fault = f"the file cannot be read ({error.strerror})"
        problems = [Problem(path.name, 0, "", fault, "put a file there that you may read")]
    taken.problems += problems
    if path.stem not in taken.tables:
        taken.unread.add(path.stem)


def head_problems(path: Path, names: Sequence[str]) -> Iterable[Problem]:
    """What is wrong with the first line."""
    if not any(names):
        remedy = "write the names of the columns there, or take the file away"
        return [Problem(path.name, 1, "", "the first line is empty", remedy)]
    if is_hint(names):
        fault = "the first line is a spreadsheet's «sep=», not the names of the columns"
        return [Problem(path.name, 1, "", fault, "take the line out")]
    return header_problems(path.name, 1, path.stem, names)


def is_hint(names: Sequence[str]) -> bool:
    """Whether the first line tells a spreadsheet what parts the cells, and not their names."""
    return names[0].lower().startswith("sep=")


def comma(file: TextIO) -> str:
    """What parts the cells: a comma, or the semicolon or tab that spreadsheets write."""
    header = file.readline()
    file.seek(0)
    return next((one for one in ",;\t" if one in header), ",")


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
    for row, place in lines_of(path, rows).items():
        fault = f"the row does not have {width} cells as the header has"
        remedy = "look for a missing or superfluous comma"
        yield Problem(*place, "", fault, remedy, (path.stem, row))


def lines_of(path: Path, rows: Sequence[int]) -> dict[int, tuple[str, int]]:
    """The line on which each of some rows begins; seldom asked, so the file is read again."""
    wanted, found = set(rows), {}
    with roomy(), path.open(encoding="utf-8-sig", newline="") as file:
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
