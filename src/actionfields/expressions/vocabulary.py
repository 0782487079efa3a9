"""The functions of the language: a table, so that the reference can be written from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from actionfields.measures import Refused, Ties, degree_centralisation
from actionfields.tables import Table, plain

ROWS, TIES, VALUES, COLUMN = "rows", "ties", "values", "column"
EQUAL = ("=", "!=")  # the relations in which any two values can stand


@dataclass(frozen=True, slots=True)
class Function:
    """One function: what it takes, what it gives, and how it is computed.

    ``takes`` names the kind of each argument; a last ``column`` may be given several times.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    compute: Callable[..., Any]
    is_number: bool = False


def in_order(values: Any) -> list[Any]:
    """Different values in one order: numbers by size, then texts by letter."""
    return sorted(set(values), key=lambda value: (isinstance(value, str), value))


def flat(table: Table[Any], column: str) -> list[list[Any]]:
    """The values of a column row by row, each as a list of words, numbers or written dates."""
    values = map(plain, table.values(column))
    return [value if isinstance(value, list) else [value] for value in values]


def values_of(table: Table[Any], column: str) -> list[Any]:
    """The different values of a column; a cell of several words gives each of them."""
    return in_order(
        word for words in flat(table, column) for word in words if word not in ("", None)
    )


def count(values: Any) -> int:
    """How many rows, or different values."""
    return len(values)


def both(one: list[Any], other: list[Any]) -> list[Any]:
    """The values in both."""
    return in_order(set(one) & set(other))


def either(one: list[Any], other: list[Any]) -> list[Any]:
    """The values in one or the other."""
    return in_order(set(one) | set(other))


def without(one: list[Any], other: list[Any]) -> list[Any]:
    """The values of the first that are not in the second."""
    return in_order(set(one) - set(other))


def group(table: Table[Any], by: str, column: str) -> dict[str, list[Any]]:
    """For each value of one column, the different values of another."""
    found: dict[Any, set[Any]] = {}
    for keys, words in zip(flat(table, by), flat(table, column), strict=True):
        for key in keys:
            found.setdefault(key, set()).update(words)
    return {str(key): in_order(found[key]) for key in in_order(found)}


def listed(table: Table[Any], *columns: str) -> list[list[Any]]:
    """One list for each row, with the row's values of some columns; in order."""
    rows = zip(*(map(plain, table.values(column)) for column in columns), strict=True)
    return sorted(map(list, rows), key=str)


def dyads(ties: Table[Any]) -> int:
    """How many pairs of different actors have a tie, whatever its direction."""
    return len(pairs(ties))


def tied(ties: Table[Any]) -> int:
    """How many actors have a tie to another."""
    return len({actor for pair in pairs(ties) for actor in pair})


def pairs(ties: Table[Any]) -> set[frozenset[str]]:
    """The pairs of different actors that have a tie."""
    ends = zip(ties.values("source_actor"), ties.values("target_actor"), strict=True)
    return {frozenset(pair) for pair in ends if pair[0] != pair[1]}


def centralisation(ties: Table[Any]) -> float | None:
    """Freeman's degree centralisation of the ties without their direction, to three decimals.

    1 is a star, 0 a network where all have as many. None below three actors.

    Source: Freeman, Centrality in social networks, Social Networks 1 (1979), 215-239.
    """
    ends = ((min(pair), max(pair)) for pair in pairs(ties))
    found = degree_centralisation(Ties.of(ends, directed=False))
    return None if isinstance(found, Refused) else round(found, 3)


FUNCTIONS = {
    one.name: one
    for one in (
        Function("count", (VALUES,), "how many rows, or different values", count,
                 is_number=True),
        Function("both", (VALUES, VALUES), "the values in both", both),
        Function("either", (VALUES, VALUES), "the values in one or the other", either),
        Function("without", (VALUES, VALUES), "those of the first not in the second", without),
        Function("group", (ROWS, COLUMN, COLUMN), "for each value of the first column, the "
                 "different values of the second", group),
        Function("list", (ROWS, COLUMN), "a list for each row, of its values of these columns",
                 listed),
        Function("dyads", (TIES,), "how many pairs of actors have a tie", dyads,
                 is_number=True),
        Function("tied", (TIES,), "how many actors have a tie to another", tied,
                 is_number=True),
        Function("centralisation", (TIES,), "Freeman's degree centralisation, 0 to 1",
                 centralisation, is_number=True),
    )
}  # fmt: skip
