"""Computes an expression over a field, and keeps which rows it rests on."""

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from actionfields.expressions.nodes import (
    Call,
    Comparison,
    Condition,
    Literal,
    Named,
    Node,
    Rows,
    Values,
)
from actionfields.expressions.vocabulary import EQUAL, FUNCTIONS, VALUES, in_order, values_of
from actionfields.field import Field
from actionfields.tables import Table, test_for, words_of

RELATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of an expression, and the rows it rests on by table and key."""

    value: Any
    rows: dict[str, list[str]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)


def answer(node: Node, data: Field) -> Answer:
    """Compute an expression. Lists are of different values in one order, so that they compare."""
    used: dict[str, set[str]] = {}
    sources: set[str] = set()

    def note(table: Table[Any]) -> None:
        used.setdefault(table.name, set()).update(table.cells(table.key))
        if "source_id" in table.stored and table.key != "source_id":
            sources.update(values_of(table, "source_id"))

    value = Computing(data, note).value(node)
    if isinstance(value, Table):
        value = in_order(value.cells(value.key))
    return Answer(value, {name: sorted(keys) for name, keys in used.items()}, sorted(sources))


@dataclass(frozen=True, slots=True)
class Computing:
    """One pass over an expression; ``note`` is told of each set of rows that is looked at."""

    data: Field
    note: Callable[[Table[Any]], None]

    def value(self, node: Node) -> Any:
        """The value of a node."""
        match node:
            case Literal():
                return node.value
            case Rows():
                return self.rows(node)
            case Values():
                return values_of(self.rows(node.rows), node.column)
            case Named():
                return {name: self.bare(part) for name, part in node.parts}
            case Comparison():
                return compared(self.bare(node.left), node.relation, self.bare(node.right))
            case Call():
                return self.called(node)

    def called(self, call: Call) -> Any:
        """The value of a function."""
        function = FUNCTIONS[call.function]
        given = [
            self.rows(argument)
            if isinstance(argument, Rows) and takes != VALUES
            else self.bare(argument)
            for takes, argument in zip(function.takes, call.arguments, strict=False)
        ]
        return function.compute(*given, *call.columns)

    def bare(self, node: Node) -> Any:
        """The value of a node that others are compared with; rows are their keys."""
        value = self.value(node)
        return in_order(value.cells(value.key)) if isinstance(value, Table) else value

    def rows(self, rows: Rows) -> Table[Any]:
        """The rows of a table that fulfil every condition."""
        table = self.data.tables[rows.table]
        keep = np.ones(len(table), np.bool_)
        for condition in rows.conditions:
            keep &= table.matching(condition.column, self.test(condition))
        found = table.take(keep)
        self.note(found)
        return found

    def test(self, condition: Condition) -> Callable[[Any], bool]:
        """A test of one cell's value."""
        wanted = condition.wanted
        if isinstance(wanted, Values):
            return test_for(set(self.value(wanted)))
        if condition.relation in ("=", "in"):
            return test_for(wanted)
        if condition.relation == "!=":
            fits = test_for(wanted)
            return lambda value: not fits(value)
        relation, bound = RELATIONS[condition.relation], wanted[0]
        return lambda value: any(
            relation(one, bound) for one in words_of(value) if isinstance(one, type(bound))
        )


def compared(left: Any, relation: str, right: Any) -> bool | None:
    """Whether two values stand in a relation; None where there is no number to compare."""
    if relation not in EQUAL and (left is None or right is None):
        return None
    return RELATIONS[relation](left, right)
