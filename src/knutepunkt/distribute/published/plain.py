"""Rows as the database drivers give them: everything is exported, so a cell counts.

Django turns every cell into a value of Python by way of several calls; that costs as much as the
question itself. Days and moments are asked for as text, so that no driver makes anything of them
first. SQLite's driver gives UUIDs as digits, PostgreSQL's gives values; ``uid`` takes both.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, Func, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

NOBODY = json.dumps([])
days = msgspec.json.Decoder(tuple[str, ...]).decode  # of JSON as text, as both drivers give it
moment = datetime.fromisoformat  # of what ``Moment`` gives
SQL_OF_LIST = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}


class Day(Func):
    """A column of days, as ISO text; None for none."""

    arity = 1
    template = "to_char(%(expressions)s, 'YYYY-MM-DD')"
    on_sqlite = "CAST(%(expressions)s AS text)"
    output_field = TextField()

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """SQLite holds them as text; what is computed is not made into anything else."""
        return self.as_sql(compiler, connection, template=self.on_sqlite, **more)


class Moment(Day):
    """A column of moments, as ISO text in UTC; None for none."""

    template = (
        """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')"""
    )
    on_sqlite = "%(expressions)s || '+00:00'"


class Together(Aggregate):
    """The texts of a group's rows as one text with commas between, in no order."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = TextField()

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """SQLite has its own name for it; the comma stands there of itself, too."""
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **more)


class Question:
    """Some columns of the rows that belong to some numbers, asked batch after batch.

    ``rows`` makes the query for numbers to be among. It is put into SQL once for each kind of
    database, since that costs as much as the answer; so it must hold nothing that passes.
    """

    def __init__(self, rows: Callable[[RawSQL], QuerySet[Any]], *columns: str | Func) -> None:
        self.rows, self.columns = rows, columns
        self.known: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def of(self, numbers: Iterable[int]) -> list[tuple[Any, ...]]:
        """The cells of each row. One query."""
        sql, values = self.sql()
        given = json.dumps(list(numbers))
        with connection.cursor() as cursor:
            cursor.execute(sql, [given if value == NOBODY else value for value in values])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def sql(self) -> tuple[str, tuple[Any, ...]]:
        """The question as the database in use takes it, asked of nobody."""
        vendor = connection.vendor
        if vendor not in self.known:
            query = self.rows(listed(())).values_list(*self.columns).query
            self.known[vendor] = query.sql_with_params()
        return self.known[vendor]


def listed(numbers: Iterable[int]) -> RawSQL:
    """Numbers to be among, however many: as one parameter, of which a database takes only some."""
    sql = SQL_OF_LIST[connection.vendor]
    return RawSQL(sql, [json.dumps(list(numbers))])  # noqa: S611 - one of two fixed texts


def uid(cell: str | UUID) -> str:
    """A UUID as text.

    >>> uid("0f9b6c1e7a444b778d0e0d5f8b7f1a22")
    '0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a22'
    """
    if isinstance(cell, str):
        return f"{cell[:8]}-{cell[8:12]}-{cell[12:16]}-{cell[16:20]}-{cell[20:]}"
    return str(cell)


def perhaps(cell: str | None) -> datetime | None:
    """A moment in UTC, or none."""
    return None if cell is None else moment(cell)
