"""One SQLite file: a table for each kind of record, and one that says what the data set is."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from actionfields.columns import Column, columns
from actionfields.errors import FieldError, Problem
from actionfields.field import Field
from actionfields.records import TABLES
from actionfields.storage.descriptor import about, head
from actionfields.storage.json_file import place
from actionfields.storage.taken import Filling, Taken, header_problems, meant
from actionfields.store import CHUNK
from actionfields.tables import Table

ABOUT = "about"
NAMES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"


def read_sqlite(path: Path) -> Taken:
    """Read a file that was written here; it is opened for reading only."""
    taken = Taken(lambda table, rows: {row: place(path, table, row) for row in rows})
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            names = [name for (name,) in database.execute(NAMES)]
            if ABOUT in names:
                said = dict(database.execute(f'select name, json from "{ABOUT}"'))  # noqa: S608
                taken.about = about({name: json.loads(text) for name, text in said.items()})
            for name in names:
                if name in TABLES:
                    read_rows(database, path, name, taken)
                elif name != ABOUT:
                    fault = f"no table is called «{name}»"
                    remedy = meant(name, [*TABLES])
                    taken.problems.append(Problem(path.name, 0, "", fault, remedy))
    except sqlite3.DatabaseError as error:
        raise FieldError(f"{path.name} cannot be read as SQLite ({error}).") from None
    return taken


def read_rows(database: sqlite3.Connection, path: Path, name: str, taken: Taken) -> None:
    """Take in the rows of one table in the order they were written."""
    rows = database.execute(f'select * from "{name}" order by rowid')  # noqa: S608
    names = [column[0] for column in rows.description]
    taken.problems += header_problems(f"{path.name}, {name}", 0, name, names)
    filling = Filling(name, names)
    while part := rows.fetchmany(CHUNK):
        filling.take([["" if one is None else str(one) for one in row] for row in part])
    taken.tables[name] = filling.made()


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
