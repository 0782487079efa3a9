"""Writes many rows fast: plain tuples through the driver, several times Django's bulk_create.

Values are given in forms both databases take: UUIDs as 32 hexadecimal digits, JSON as text,
moments as ISO text in UTC. Constraints hold as ever; signals and defaults do not run.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

from django.db import connection, models

Value = bool | int | float | str | datetime | None
Row = Sequence[Value]


@cache
def insert_statement(model: type[models.Model], columns: tuple[str, ...]) -> str:
    """The INSERT of a table for some columns."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608


@cache
def update_statement(model: type[models.Model], columns: tuple[str, ...]) -> str:
    """The UPDATE of some columns by id, which comes last in each row."""
    quote = connection.ops.quote_name
    pairs = ", ".join(f"{quote(column)} = %s" for column in columns)
    return f"UPDATE {quote(model._meta.db_table)} SET {pairs} WHERE id = %s"  # noqa: S608


def insert(model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Insert the rows, whose values stand in the order of the columns."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(insert_statement(model, columns), rows)


def update(model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Update rows by id; each row holds the columns' values and then its id."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(update_statement(model, columns), rows)


def free_ids(model: type[models.Model], count: int) -> Iterable[int]:
    """Ids for that many new rows.

    On SQLite the caller must hold the write lock (every transaction of ours takes it at once);
    on PostgreSQL the sequence deals them out.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        first = (row[0] if row else 0) + 1
        return range(first, first + count)
