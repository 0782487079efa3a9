"""Change the inputs of every finding in every way a coder can, and see that the answer follows."""

from collections.abc import Callable, Iterator

import pytest

import actionfields
from actionfields import Field
from actionfields.findings import found
from actionfields.records import TABLES, Finding
from actionfields.tables import Table

SELVHJELP = actionfields.load("selvhjelp")
COMPUTED = {one.finding_id: one for one in SELVHJELP.findings if one.reproduction != "C"}
Cells = dict[str, str]
ACTORS = ("actor_id", "source_actor", "target_actor")
COLUMNS = ("source_id", "category", "model_id", *ACTORS)
# Which findings a kind of change cannot move, and why.
UNMOVED = {
    ("FN02", "added"): "the codebook has no trait that is not held already",
    ("FN19", "other_actor"): "measures have no actor",
    ("FN21", "other_actor"): "it asks which sources say it",
}
TURNED = {
    "stance": {"1": "-1", "-1": "1", "0": "1", "supports": "opposes", "opposes": "supports"},
    "role": {"co_organiser": "guest", "interviewee": "guest", "applicant": "guest"},
    "position": {"incumbent": "challenger", "challenger": "incumbent", "not_identifiable": "unit"},
    "performed": {"performed": "not_performed", "not_performed": "performed"},
    "fate": {"discontinued": "kept"},
    "kind": {"invitation": "contact", "co_organising": "contact", "founding_overlap": "contact"},
}


def rows_of(table: Table[object]) -> list[Cells]:
    """The rows of a table as cells."""
    cells = {name: table.cells(name) for name in table.stored}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


ROWS = {name: rows_of(table) for name, table in SELVHJELP.tables.items()}


def with_rows(name: str, rows: list[Cells]) -> Field:
    """The field with other rows in one table."""
    return Field(SELVHJELP.tables | {name: Table.of(name, TABLES[name], rows)})


def deleted(row: Cells) -> Iterator[list[Cells]]:
    yield []


def added(row: Cells) -> Iterator[list[Cells]]:
    key = next(iter(row))
    yield [row, row | {key: "NEW"}]
    for one in same_but(row, others(row)):
        yield [row, one | {key: "NEW"}]


def turned(row: Cells) -> Iterator[list[Cells]]:
    for column, turns in TURNED.items():
        if row.get(column) in turns:
            yield [row | {column: turns[row[column]]}]


def other_actor(row: Cells) -> Iterator[list[Cells]]:
    yield from ([one] for one in same_but(row, others(row, ACTORS)))


def others(row: Cells, columns: tuple[str, ...] = COLUMNS) -> Iterator[Cells]:
    """Single cells that another row of the data could have."""
    known = {
        "category": [r["category"] for r in ROWS["statements"] if r["question"] == row["question"]]
        if "question" in row
        else [],
        "model_id": [r["model_id"] for r in ROWS["models"]],
        "source_id": [r["source_id"] for r in ROWS["sources"]],
    }
    for column in columns:
        if row.get(column):
            told = known.get(column) or SELVHJELP.actors.cells("actor_id")
            yield from ({column: one} for one in dict.fromkeys(told))


def same_but(row: Cells, changes: Iterator[Cells]) -> Iterator[Cells]:
    """The row with each change by itself."""
    return (row | one for one in changes if not one.items() <= row.items())


KINDS: dict[str, Callable[[Cells], Iterator[list[Cells]]]] = {
    "deleted": deleted,
    "added": added,
    "turned": turned,
    "other_actor": other_actor,
}


def changes(finding: Finding, kind: str) -> Iterator[Field]:
    """The field with each row that a finding rests on changed, one at a time."""
    for name, keys in found(SELVHJELP, finding).answer.rows.items():
        for place, row in enumerate(ROWS[name]):
            if next(iter(row.values())) in keys:
                for new in KINDS[kind](row):
                    yield with_rows(name, [*ROWS[name][:place], *new, *ROWS[name][place + 1 :]])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("finding", COMPUTED.values(), ids=COMPUTED)
def test_a_finding_follows_its_inputs(finding: Finding, kind: str) -> None:
    before = found(SELVHJELP, finding).answer.value

    after = (found(field, finding) for field in changes(finding, kind))
    moved = next((one for one in after if one.answer.value != before), None)

    assert (moved is None) is ((finding.finding_id, kind) in UNMOVED)
    assert moved is None or moved.holds is False
