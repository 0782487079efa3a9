"""Rows as the database drivers give them: everything is exported, so a cell counts.

Django turns every cell into a value of Python by way of several calls; that costs as much as the
question itself. SQLite's driver gives UUIDs as digits and moments without a zone, PostgreSQL's
gives values; the functions here take both.
"""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

NOBODY = json.dumps([])
from_json = msgspec.json.decode  # of JSON as text, as both drivers give it
SQL_OF_LIST = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}


class Question:
    """Some columns of the rows that belong to some numbers, asked batch after batch.

    ``rows`` makes the query for numbers to be among. It is put into SQL once for each kind of
    database, since that costs as much as the answer; so it must hold nothing that passes.
    """

    def __init__(self, rows: Callable[[RawSQL], QuerySet[Any]], *columns: str) -> None:
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


def moment(cell: datetime) -> datetime:
    """A moment in UTC; without a zone it is told in UTC.

    >>> moment(datetime(2026, 3, 1, 17, 30)).isoformat()
    '2026-03-01T17:30:00+00:00'
    """
    return cell.replace(tzinfo=UTC) if cell.tzinfo is None else cell.astimezone(UTC)


def perhaps(cell: datetime | None) -> datetime | None:
    """A moment in UTC, or none."""
    return None if cell is None else moment(cell)


def day(known: date | None) -> str:
    """An ISO date, "" for none."""
    return known.isoformat() if known else ""
