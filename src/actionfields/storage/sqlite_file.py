"""One SQLite file: a table for each kind of record, and one that says what the data set is."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from actionfields.columns import Column, columns
from actionfields.errors import FieldError, Problem
from actionfields.field import About, Field
from actionfields.records import TABLES
from actionfields.storage.descriptor import about, head
from actionfields.storage.json_file import place
from actionfields.storage.taken import Filling, Taken, header_problems, meant
from actionfields.store import CHUNK
from actionfields.tables import Table
from actionfields.texts import json_of

ABOUT = "about"
NAMES = (
    "select name, type from sqlite_master where type in ('table', 'view') "
    "and name not like 'sqlite\\_%' escape '\\'"
)


def read_sqlite(path: Path) -> Taken:
    """Read a file that was written here; it is opened for reading only."""
    taken = Taken(lambda table, rows: {row: place(path, table, row) for row in rows})
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            database.text_factory = letters
            kinds = dict(database.execute(NAMES).fetchall())
            if not kinds:
                raise FieldError(f"{path.name} holds no table; export a field to it.")
            if ABOUT in kinds:
                said = dict(database.execute(f'select name, json from "{ABOUT}"'))  # noqa: S608
                taken.about = about_of(path, said)
            for name, kind in kinds.items():
                if name in TABLES:
                    read_rows(database, path, name, taken, is_view=kind == "view")
                elif name != ABOUT:
                    fault = f"no table is called «{name}»"
                    remedy = meant(name, [*TABLES])
                    taken.problems.append(Problem(path.name, 0, "", fault, remedy))
    except sqlite3.DatabaseError as error:
        raise FieldError(
            f"{path.name} cannot be read as SQLite ({error}); take a sound copy of it."
        ) from None
    return taken


def about_of(path: Path, said: dict[str, str]) -> About:
    """What the file says of its data set. Raises FieldError where that is no JSON."""
    try:
        return about({name: json_of(text) for name, text in said.items()})
    except (TypeError, ValueError) as error:
        raise FieldError(
            f"{path.name}, {ABOUT}, column json: it is no JSON ({error}); mend or delete the row."
        ) from None


def read_rows(
    database: sqlite3.Connection, path: Path, name: str, taken: Taken, *, is_view: bool
) -> None:
    """Take in the rows of one table in the order they were written."""
    order = "" if is_view else " order by rowid"
    rows = database.execute(f'select * from "{name}"{order}')  # noqa: S608
    names = [column[0] for column in rows.description]
    taken.problems += header_problems(f"{path.name}, {name}", 0, name, names)
    filling = Filling(name, names)
    while part := rows.fetchmany(CHUNK):
        filling.take([list(map(cell, row)) for row in part])
    taken.tables[name] = filling.made()


def letters(content: bytes) -> str:
    """A text; a byte that is no letter becomes half of one, which checking tells with its row."""
    return content.decode("utf-8", "surrogateescape")


def cell(value: Any) -> str:
    """A value as a cell."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return letters(value)
    return "" if value is None else str(value)


def write_sqlite(field: Field, path: Path) -> None:
    """Write the whole field into a new file."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f'create table "{ABOUT}" (name text primary key, json text not null)')
        said = head(field.about).items()
        pairs = [(name, json.dumps(value, ensure_ascii=False)) for name, value in said]
        database.executemany(f'insert into "{ABOUT}" values (?, ?)', pairs)  # noqa: S608
        for name, table in field.tables.items():
            database.execute(create(name))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f'insert into "{name}" values ({marks})', rows_of(table))  # noqa: S608


def create(name: str) -> str:
    """The statement that makes a table; empty cells are null, so that references can be held."""
    return f'create table "{name}" ({", ".join(map(defined, columns(TABLES[name])))})'


def defined(column: Column) -> str:
    """One column with its key or reference."""
    said = f'"{column.name}" {"integer" if column.kind in ("whole", "flag") else "text"}'
    if column.kind == "key":
        return f"{said} not null primary key"
    if column.target and not column.many:
        return f'{said} references "{column.target}" deferrable initially deferred'
    return said


def rows_of(table: Table[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows as they are written."""
    written = [table.written(column) for column in table.columns]
    empty = [column.store == "coded" and not column.many for column in table.columns]
    for row in zip(*written, strict=True):
        yield tuple(None if gone and not one else one for one, gone in zip(row, empty, strict=True))
