"""What an expression is made of, once it is read."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text."""

    value: int | str


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must fulfil: a column, how it is compared, and with what."""

    column: str
    relation: str  # one of = != < <= > >= in
    wanted: "tuple[int | str, ...] | Values"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that fulfil every condition."""

    table: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """The different values of one column among some rows."""

    rows: Rows
    column: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the vocabulary; a column is given to it by its name."""

    function: str
    arguments: "tuple[Node, ...]"
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two values stand in a relation."""

    left: "Node"
    relation: str
    right: "Node"


@dataclass(frozen=True, slots=True)
class Named:
    """Several values, each under a name."""

    parts: "tuple[tuple[str, Node], ...]"


Node: TypeAlias = Literal | Rows | Values | Call | Comparison | Named
