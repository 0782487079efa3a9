"""Questions that pages ask over and over: their SQL is written once, and the rows are as ever.

To write such a question in SQL costs Django ten times what the database needs to answer it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

Row = list[Any]
Rows = QuerySet[Any, tuple[Any, ...]]
Made = TypeVar("Made", bound=Model)


@dataclass(frozen=True, slots=True)
class Written:
    """A question in SQL, where its value stands among the parameters, and how cells are read."""

    sql: str
    values: tuple[object, ...]
    places: tuple[int, ...]
    reading: tuple[tuple[int, list[Callable[..., object]], object], ...]


class Prepared:
    """A question with one value left open. ``example`` is any value of its kind that is not None.

    ``ask`` must give columns, and the same ones for every value. It is called twice in the life of
    the process: what differs then is where the value stands.
    """

    def __init__(self, ask: Callable[[Any], Rows], examples: tuple[object, object]) -> None:
        self.ask, self.examples = ask, examples

    @cached_property
    def written(self) -> Written:
        """The question in the SQL of the database in use."""
        one, other = (self.ask(example).query.get_compiler("default") for example in self.examples)
        (sql, values), (_same, others) = one.as_sql(), other.as_sql()
        pairs = enumerate(zip(values, others, strict=True))
        places = tuple(place for place, (value, another) in pairs if value != another)
        columns = [column for column, _sql, _alias in one.select]
        reading = [(place, *how) for place, how in one.get_converters(columns).items()]
        return Written(sql, tuple(values), places, tuple(reading))

    def rows(self, *values: object) -> list[Row]:
        """The rows for a value, each cell as Django would give it. One query.

        A question with several values left open, each in one place, is given all of them.
        """
        return self.rows_with(values if len(values) > 1 else values * len(self.written.places))

    def rows_with(self, cells: Sequence[object]) -> list[Row]:
        """The rows where a cell for each place stands in it."""
        written = self.written
        values: list[Any] = list(written.values)
        for place, value in zip(written.places, cells, strict=True):
            values[place] = cell(value)
        with connection.cursor() as cursor:
            cursor.execute(written.sql, values)
            found = [list(row) for row in cursor.fetchall()]
        for place, steps, column in written.reading:
            told: dict[object, object] = {}  # the same cell in many rows is read once
            for row in found:
                if row[place] not in told:
                    told[row[place]] = reading(row[place], steps, column)
                row[place] = told[row[place]]
        return found


def reading(cell: object, steps: list[Callable[..., object]], column: object) -> object:
    """A cell as Django would give it."""
    for step in steps:
        cell = step(cell, column, connection)
    return cell


def by_number(ask: Callable[[int], Rows]) -> Prepared:
    """A question about what has some id."""
    return Prepared(ask, (-1, -2))


def cell(value: object) -> object:
    """A value as a parameter; SQLite has ids as digits."""
    is_text = isinstance(value, UUID) and not connection.features.has_native_uuid_field
    return value.hex if is_text else value  # type: ignore[attr-defined]


@cache
def columns_of(model: type[Model], way: str = "") -> tuple[str, ...]:
    """Every column of a table, reached from another by ``way``."""
    return tuple(f"{way}{field.attname}" for field in model._meta.concrete_fields)


def made(model: type[Made], cells: Row) -> Made | None:
    """The object whose columns these are, the key first; None where a join found none."""
    return None if cells[0] is None else model.from_db("default", columns_of(model), cells)
