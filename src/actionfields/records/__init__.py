"""What a coded field consists of: a frozen record for each kind of row, a table for each record.

The order of TABLES is that of a coder's work: the ground, the code, the field, the findings.
"""

from typing import Any

from actionfields.records.coding import Code, Coder, Statement
from actionfields.records.deeds import Event, Participation, Tie
from actionfields.records.findings import Finding, OpenQuestion
from actionfields.records.governing import Measure, ModelStance, Plan, UnitFunction
from actionfields.records.ground import Period, Source
from actionfields.records.people import Actor, Pool, Position

TABLES: dict[str, type[Any]] = {
    "periods": Period,
    "sources": Source,
    "coders": Coder,
    "codebook": Code,
    "actors": Actor,
    "pools": Pool,
    "positions": Position,
    "events": Event,
    "participation": Participation,
    "ties": Tie,
    "statements": Statement,
    "models": ModelStance,
    "plans": Plan,
    "plan_measures": Measure,
    "functions": UnitFunction,
    "findings": Finding,
    "open_questions": OpenQuestion,
}

__all__ = [
    "TABLES",
    "Actor",
    "Code",
    "Coder",
    "Event",
    "Finding",
    "Measure",
    "ModelStance",
    "OpenQuestion",
    "Participation",
    "Period",
    "Plan",
    "Pool",
    "Position",
    "Source",
    "Statement",
    "Tie",
    "UnitFunction",
]
