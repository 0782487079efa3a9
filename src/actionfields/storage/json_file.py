"""One JSON file: what the data set is, and every table as a list of rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from actionfields.columns import SEPARATOR
from actionfields.errors import FieldError, Problem
from actionfields.field import Field
from actionfields.records import TABLES
from actionfields.storage.descriptor import about, head
from actionfields.storage.taken import Filling, Taken, header_problems, meant
from actionfields.store import CHUNK
from actionfields.texts import json_of, text_of

FORMAT = {"format": "actionfields", "format_version": 1}


def read_json(path: Path) -> Taken:
    """Read a file that was written here, or by hand in the same form."""
    try:
        said = json_of(text_of(path))
    except ValueError as error:
        raise FieldError(f"{path.name} is no JSON ({error}); mend it.") from None
    tables = said.get("tables") if isinstance(said, dict) else None
    if not isinstance(tables, dict):
        raise FieldError(f"{path.name} holds no coded field: it has no «tables».")
    taken = Taken(lambda table, rows: {row: place(path, table, row) for row in rows})
    taken.about = about({key: said[key] for key in said if key not in {*FORMAT, "tables"}})
    for name, rows in tables.items():
        if name not in TABLES:
            fault = f"no table is called «{name}»"
            taken.problems.append(Problem(path.name, 0, "", fault, meant(name, [*TABLES])))
        elif not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            fault = f"«{name}» is no list of rows"
            taken.problems.append(Problem(path.name, 0, "", fault, "write a list of objects"))
        else:
            read_rows(path, name, rows, taken)
    return taken


def place(path: Path, table: str, row: int) -> tuple[str, int]:
    """How a row of a file without lines is named."""
    return f"{path.name}, {table}, row {row + 1}", 0


def read_rows(path: Path, name: str, rows: list[dict[str, Any]], taken: Taken) -> None:
    """Take in the rows of one table; a row may leave out what it has nothing to say on."""
    if not rows:  # without rows nothing says which columns it has
        return
    names = list(dict.fromkeys(key for row in rows for key in row))
    taken.problems += header_problems(f"{path.name}, {name}", 0, name, names)
    filling = Filling(name, names)
    left = iter(rows)
    while part := list(islice(left, CHUNK)):
        try:
            filling.take([[cell(row.get(key)) for key in names] for row in part])
        except TypeError:
            taken.problems += nested(path, name, filling.count, part)
            filling.take([[""] * len(names) for _ in part])
    taken.tables[name] = filling.made()


def nested(path: Path, table: str, first: int, rows: list[dict[str, Any]]) -> Iterator[Problem]:
    """A problem for each value that no cell can hold."""
    for number, row in enumerate(rows, first):
        for column, value in row.items():
            try:
                cell(value)
            except TypeError:
                remedy = "write a text, a number or a list of them"
                where = place(path, table, number)
                yield Problem(*where, column, "the value has parts", remedy, (table, number))


def cell(value: Any) -> str:
    """A JSON value as a cell. Raises TypeError for one that has parts of its own."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(one, list) for one in value):
        return SEPARATOR.join(map(cell, value))
    if isinstance(value, (list, dict)):
        raise TypeError
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else str(value)


def write_json(field: Field, path: Path) -> None:
    """Write the whole field; one row on one line, so that changes can be compared."""
    with path.open("w", encoding="utf-8") as file:
        for part in parts(field):
            file.write(part)


def parts(field: Field) -> Iterator[str]:
    """The file piece by piece."""
    said = FORMAT | head(field.about)
    yield json.dumps(said, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "tables": {'
    for number, (name, table) in enumerate(field.tables.items()):
        yield f"{',' if number else ''}\n  {json.dumps(name)}: ["
        yield from lines(table.as_columns())
        yield "]"
    yield "\n }\n}\n"


def lines(values: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    """One line for each row."""
    for number, row in enumerate(zip(*values.values(), strict=True)):
        text = json.dumps(dict(zip(values, row, strict=True)), ensure_ascii=False)
        yield f"{',' if number else ''}\n   {text}"
