"""A coded field: its tables, narrowed to a period or to some of its sources."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from actionfields.columns import SEPARATOR
from actionfields.errors import FieldError
from actionfields.networks import Graph, network
from actionfields.records import (
    TABLES,
    Actor,
    Code,
    Coder,
    Event,
    Finding,
    Measure,
    ModelStance,
    OpenQuestion,
    Participation,
    Period,
    Plan,
    Pool,
    Position,
    Source,
    Statement,
    Tie,
    UnitFunction,
)
from actionfields.records.deeds import REPORTED
from actionfields.store import Coded
from actionfields.tables import Table


@dataclass(frozen=True, slots=True)
class About:
    """What a data set says of itself; ``more`` keeps what this library does not know."""

    name: str = "field"
    title: str = ""
    description: str = ""
    version: str = ""
    licence: str = ""
    more: dict[str, Any] = field(default_factory=dict)


class Field:
    """A field as coded: one table for each kind of record.

    >>> import actionfields
    >>> selvhjelp = actionfields.load("selvhjelp")
    >>> len(selvhjelp.at("P2").statements) > 0
    True
    """

    def __init__(self, tables: dict[str, Table[Any]], about: About | None = None) -> None:
        self.about = about or About()
        self.tables = {
            name: tables[name] if name in tables else Table.of(name, record, [])
            for name, record in TABLES.items()
        }

    @property
    def periods(self) -> Table[Period]:
        """The stretches of time and cases."""
        return self.tables["periods"]

    @property
    def sources(self) -> Table[Source]:
        """What rows rest on, and what is missing."""
        return self.tables["sources"]

    @property
    def coders(self) -> Table[Coder]:
        """Who coded."""
        return self.tables["coders"]

    @property
    def codebook(self) -> Table[Code]:
        """Questions, categories, models and functions."""
        return self.tables["codebook"]

    @property
    def actors(self) -> Table[Actor]:
        """Who acts in the field."""
        return self.tables["actors"]

    @property
    def pools(self) -> Table[Pool]:
        """Among whom an anonymised actor is hidden."""
        return self.tables["pools"]

    @property
    def positions(self) -> Table[Position]:
        """Positions by actor and period."""
        return self.tables["positions"]

    @property
    def events(self) -> Table[Event]:
        """What happened."""
        return self.tables["events"]

    @property
    def participation(self) -> Table[Participation]:
        """Who took part in what."""
        return self.tables["participation"]

    @property
    def ties(self) -> Table[Tie]:
        """Relations between actors."""
        return self.tables["ties"]

    @property
    def statements(self) -> Table[Statement]:
        """Who holds what, when."""
        return self.tables["statements"]

    @property
    def models(self) -> Table[ModelStance]:
        """Who wants which model of coordination."""
        return self.tables["models"]

    @property
    def plans(self) -> Table[Plan]:
        """Plans and practices."""
        return self.tables["plans"]

    @property
    def plan_measures(self) -> Table[Measure]:
        """Measures and their fate."""
        return self.tables["plan_measures"]

    @property
    def functions(self) -> Table[UnitFunction]:
        """What a coordinating unit does."""
        return self.tables["functions"]

    @property
    def findings(self) -> Table[Finding]:
        """Propositions with their computation."""
        return self.tables["findings"]

    @property
    def open_questions(self) -> Table[OpenQuestion]:
        """What the material cannot settle."""
        return self.tables["open_questions"]

    def __repr__(self) -> str:
        rows = sum(map(len, self.tables.values()))
        return f"<field {self.about.name}: {rows} rows in {len(self.tables)} tables>"

    def narrowed(self, keep: Callable[[Table[Any]], Table[Any]]) -> "Field":
        """The field with each table narrowed by a function; what is cut off is not gone."""
        return Field({name: keep(table) for name, table in self.tables.items()}, self.about)

    def at(self, period: str) -> "Field":
        """The field in one period: rows of other periods left out, the rest as it was."""
        known = self.periods.values("period")
        if period not in known:
            raise FieldError(f"there is no period «{period}»; choose among {', '.join(known)}.")
        return self.narrowed(lambda table: rows_at(table, period))

    def network(self, kind: str, status: str | None = REPORTED) -> Graph:
        """The ties of one kind as a networkx graph; see actionfields.networks.

        Only reported ties, unless another ``status`` is named or None for all.

        >>> import actionfields
        >>> meeting = actionfields.load("selvhjelp").at("P2").network("invitation")
        >>> meeting.number_of_edges(), meeting.graph["derived"]
        (8, True)
        """
        known = sorted(set(self.ties.values("kind")))
        if kind not in known and "*" not in kind:
            there = f"kinds are {', '.join(known)}" if known else "there are no ties at all"
            raise FieldError(f"there is no tie of kind «{kind}» here; {there}.")
        return network(self.ties, self.actors, kind, status)

    def without_source(self, source_id: str) -> "Field":
        """The field without one source: rows that rest on it alone go, others lose its name."""
        return self.narrowed(lambda table: rows_without(table, "source_id", source_id))

    def without_coder(self, coder_id: str) -> "Field":
        """The field without the rows of one coder."""
        return self.narrowed(lambda table: rows_without(table, "coder_id", coder_id))


def rows_without(table: Table[Any], column: str, name: str) -> Table[Any]:
    """The rows that stand when a name is struck out of a column; it is gone from those with more.

    A row that had that name alone is left out; one that had none stands.
    """
    if column not in table.stored or column == table.key:
        return table
    kept = table.take(table.matching(column, lambda value: value not in (name, (name,))))
    stored = table.stored[column]
    if not isinstance(stored, Coded):
        return kept
    struck = stored.changed(lambda cell: SEPARATOR.join(parts_without(cell, name)))
    return Table(table.name, table.record, {**table.stored, column: struck}, kept.rows)


def parts_without(cell: str, name: str) -> list[str]:
    """The names in a cell but one."""
    return [part for part in cell.split(SEPARATOR) if part.strip() != name]


def rows_at(table: Table[Any], period: str) -> Table[Any]:
    """The rows of one period; a table that knows no period stays whole, as do the periods."""
    names = {column.name for column in table.columns}
    if "period" not in names or table.name == "periods":
        return table
    return table.where(period=period)
