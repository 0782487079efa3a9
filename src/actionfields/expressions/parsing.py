"""Reads an expression: letters to words, words to nodes; every name is checked on the way.

expression = value [relation value]
value      = number | "text" | named | function(…) | table[condition, …] | …[…].column
named      = { name: expression, … }
condition  = column relation word | column in (word, …) | column in table[…].column
relation   = one of  =  !=  <  <=  >  >=
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from actionfields.columns import columns
from actionfields.errors import UnreadableError
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
from actionfields.expressions.vocabulary import COLUMN, EQUAL, FUNCTIONS, TIES, VALUES
from actionfields.records import TABLES

WORD = re.compile(
    r'\s*(?:(?P<text>"[^"]*")|(?P<number>-?\d+(?![\w*-]))|(?P<sign>!=|<=|>=|[=<>\[\](){},:.])'
    r"|(?P<word>[\w*][\w*-]*))"
)
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
DEPTH = 40  # so that no cell can exhaust the stack


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an expression and where it begins."""

    kind: str
    text: str
    start: int


@lru_cache(maxsize=1024)
def parsed(text: str) -> Node:
    """Read an expression; raise UnreadableError with the place and what was expected there."""
    reader = Reader(text)
    node = reader.expression()
    reader.need("")
    return node


def is_number(node: Node) -> bool:
    """Whether a node has a number as its value."""
    if isinstance(node, Literal):
        return isinstance(node.value, int)
    return isinstance(node, Call) and FUNCTIONS[node.function].is_number


def words_in(text: str) -> list[Word]:
    """The words of an expression, and an empty one at the end."""
    found, place, end = [], 0, len(text.rstrip())
    while place < end:
        match = WORD.match(text, place)
        if match is None or match.lastgroup is None:
            raise UnreadableError(f"«{text[place : place + 12].strip()}» is not understood")
        found.append(Word(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        place = match.end()
    return [*found, Word("end", "", end)]


class Reader:
    """Goes through the words once, from left to right."""

    def __init__(self, text: str) -> None:
        self.words = words_in(text)
        self.place = 0
        self.depth = 0

    @property
    def next(self) -> Word:
        """The word that comes next."""
        return self.words[self.place]

    def take(self) -> Word:
        """The next word, and go past it."""
        word = self.next
        self.place += word.kind != "end"
        return word

    def at(self, text: str) -> bool:
        """Go past the next word if it is this one."""
        is_it = self.next.text == text and self.next.kind != "text"
        self.place += is_it
        return is_it

    def need(self, text: str) -> None:
        """Go past a word that must come here."""
        if self.next.text != text:
            self.fail(f"«{text}»" if text else "the end")
        self.take()

    def fail(self, expected: str) -> NoReturn:
        """Say what was met and what was expected."""
        met = f"«{self.next.text}» at letter {self.next.start + 1}" if self.next.text else "the end"
        raise UnreadableError(f"met {met}, expected {expected}")

    def name(self, what: str, known: "list[str] | dict[str, object]") -> str:
        """A word that must be one of some names."""
        if self.next.text not in known:
            self.fail(f"{what}: {', '.join(known)}")
        return self.take().text

    def expression(self) -> Node:
        """A value, or two in a relation."""
        self.deeper()
        left = self.value()
        if self.next.text in RELATIONS:
            left = self.compared(left, self.take().text)
        self.depth -= 1
        return left

    def compared(self, left: Node, relation: str) -> Comparison:
        """Two values in a relation; only numbers are larger or smaller."""
        right = self.value()
        if relation not in EQUAL and not (is_number(left) and is_number(right)):
            raise UnreadableError(f"«{relation}» stands between values that are not both numbers")
        return Comparison(left, relation, right)

    def deeper(self) -> None:
        """Count a bracket that opens."""
        self.depth += 1
        if self.depth > DEPTH:
            raise UnreadableError(f"more than {DEPTH} brackets stand in each other")

    def value(self) -> Node:
        """A number, a text, named values, a call, rows or the values of a column."""
        word = self.next
        if word.kind in ("number", "text"):
            return Literal(self.literal())
        if word.text == "{":
            return self.named()
        if word.text in FUNCTIONS:
            return self.call()
        return self.rows_or_values()

    def literal(self) -> int | str:
        """A number, a quoted text or a bare word."""
        word = self.take()
        if word.kind == "number":
            return int(word.text)
        if word.kind in ("text", "word"):
            return word.text.strip('"')
        self.place -= word.kind != "end"
        return self.fail("a word or a number")

    def named(self) -> Named:
        """Values under names."""
        self.need("{")
        parts: list[tuple[str, Node]] = []
        while not parts or self.at(","):
            name = str(self.literal())
            self.need(":")
            parts.append((name, self.expression()))
        self.need("}")
        return Named(tuple(parts))

    def call(self) -> Call:
        """A function with its arguments."""
        self.deeper()
        function = FUNCTIONS[self.take().text]
        self.need("(")
        arguments: list[Node] = []
        for number, takes in enumerate(one for one in function.takes if one != COLUMN):
            if number:
                self.need(",")
            arguments.append(self.argument(takes))
        names: list[str] = []
        if COLUMN in function.takes and isinstance(arguments[0], Rows):
            while len(names) < function.takes.count(COLUMN) or (
                function.name == "list" and self.next.text == ","
            ):
                self.need(",")
                names.append(self.column(arguments[0].table))
        self.need(")")
        self.depth -= 1
        return Call(function.name, tuple(arguments), tuple(names))

    def argument(self, takes: str) -> Node:
        """An argument of the kind that a function takes."""
        if takes == VALUES:
            is_call = self.next.text in FUNCTIONS and VALUES in FUNCTIONS[self.next.text].takes
            return self.call() if is_call else self.rows_or_values()
        rows = self.rows_or_values()
        if not isinstance(rows, Rows):
            self.fail("rows, not the values of a column")
        if takes == TIES and rows.table != TIES:
            self.fail(f"rows of ties, not of {rows.table}")
        return rows

    def rows_or_values(self) -> Rows | Values:
        """A table with conditions, and perhaps the column whose values are wanted."""
        table = self.name("a table", [*TABLES])
        conditions: list[Condition] = []
        if self.at("["):
            while not conditions or self.at(","):
                conditions.append(self.condition(table))
            self.need("]")
        rows = Rows(table, tuple(conditions))
        return Values(rows, self.column(table)) if self.at(".") else rows

    def column(self, table: str) -> str:
        """The name of one of a table's columns."""
        return self.name(f"a column of {table}", [one.name for one in columns(TABLES[table])])

    def condition(self, table: str) -> Condition:
        """What a row must fulfil."""
        column = self.column(table)
        if self.at("in"):
            return Condition(column, "in", self.several())
        relation = self.name("a relation", [*RELATIONS, "in"])
        return Condition(column, relation, (self.literal(),))

    def several(self) -> tuple[int | str, ...] | Values:
        """Words in brackets, or the values of a column."""
        if not self.at("("):
            values = self.rows_or_values()
            return values if isinstance(values, Values) else self.fail("«.» and a column")
        found: list[int | str] = []
        while not found or self.at(","):
            found.append(self.literal())
        self.need(")")
        return tuple(found)
