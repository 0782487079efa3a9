"""A small invented field, so that each test sees what it counts."""

from collections.abc import Iterable
from typing import Any

from actionfields.field import Field
from actionfields.records import TABLES
from actionfields.tables import Table

Cells = Iterable[dict[str, str]]
ACTORS = ("elv", "fjell", "hav", "li", "myr", "skog")


def made(**rows: Cells) -> Field:
    """A field with two periods, three sources, six actors and what else is given."""
    given: dict[str, Cells] = {
        "periods": [{"period": "A"}, {"period": "B"}],
        "sources": [
            {"source_id": "talk", "type": "interview", "periods": "A;B", "anonymised": "0"},
            {"source_id": "paper", "type": "seminar_paper", "periods": "A", "anonymised": "0"},
            {"source_id": "gap", "type": "missing_source", "periods": "B", "anonymised": "0"},
        ],
        "codebook": [
            {"code": "Q1", "level": "question"},
            {"code": "Q2", "level": "question"},
            {"code": "hub", "level": "category", "question": "Q1"},
            {"code": "net", "level": "category", "question": "Q2"},
        ],
        "actors": [
            {"actor_id": one, "sphere": "civil", "periods": "A;B", "sphere_uncertain": "0"}
            for one in ACTORS
        ],
    }
    tables: dict[str, Table[Any]] = {
        name: Table.of(name, TABLES[name], list(cells)) for name, cells in (given | rows).items()
    }
    return Field(tables)


def said(*rows: tuple[str, str, str, int, str], coder: str = "kari") -> list[dict[str, str]]:
    """Statements of (actor, period, category, stance, sources)."""
    question = {"hub": "Q1", "net": "Q2"}
    return [
        {
            "statement_id": f"{coder} {place}", "actor_id": actor, "period": period,
            "question": question[category], "category": category, "stance": str(stance),
            "voice": "quoted", "source_id": sources, "coder_id": coder,
        }
        for place, (actor, period, category, stance, sources) in enumerate(rows)
    ]  # fmt: skip


def tied(
    *pairs: tuple[str, str], kind: str = "contact", period: str = "A", basis: str = "explicit",
    status: str = "reported", directed: bool = False, source: str = "talk",
) -> list[dict[str, str]]:  # fmt: skip
    """Ties of one kind."""
    return [
        {
            "tie_id": f"{kind} {period} {basis} {status} {place}", "source_actor": one,
            "target_actor": other, "directed": str(int(directed)), "kind": kind,
            "period": period, "status": status, "basis": basis, "source_id": source,
        }
        for place, (one, other) in enumerate(pairs)
    ]  # fmt: skip
