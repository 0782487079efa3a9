"""The findings come from the rows: take the rows away or turn them round, and they change."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import actionfields
from actionfields import Field
from actionfields.expressions import answer, parsed
from actionfields.findings import answers, findings, found
from actionfields.loading import SHIPPED
from actionfields.records import Finding
from actionfields.tables import Table
from tests.actionfields.made import STATEMENT, folder_of, read, write

SELVHJELP = actionfields.load("selvhjelp")
FINDINGS = {one.finding_id: one for one in SELVHJELP.findings}
# The chapter's own counts, as told in its text; the tables below were counted by hand.
CLASSES = {"A": 18, "B": 5, "C": 2}


def without(field: Field, name: str, keys: set[str]) -> Field:
    """The field without some rows of one table."""
    kept = field.tables[name]
    rows = kept.take(~kept.matching(kept.key, lambda key: key in keys))
    return Field(field.tables | {name: rows}, field.about)


def turned(field: Field, name: str, keys: set[str], column: str) -> Field:
    """The field with the stance of some rows turned round."""
    kept = field.tables[name]
    rows = [
        dict(zip(kept.stored, cells, strict=True))
        for cells in zip(*(kept.cells(one) for one in kept.stored), strict=True)
    ]
    for row in rows:
        if row[kept.key] in keys:
            row[column] = {"1": "-1", "-1": "1", "0": "1"}[row[column]]
    return Field(field.tables | {name: Table.of(name, kept.record, rows)}, field.about)


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS)
def test_each_finding_comes_out_as_its_class_allows(finding: Finding) -> None:
    expected = None if finding.reproduction == "C" else True

    assert found(SELVHJELP, finding).holds is expected


def test_there_are_as_many_findings_of_each_class_as_the_coding_gives() -> None:
    classes = [one.reproduction for one in FINDINGS.values()]

    assert {name: classes.count(name) for name in sorted(set(classes))} == CLASSES


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS)
def test_a_finding_changes_when_its_rows_are_gone(finding: Finding) -> None:
    before = found(SELVHJELP, finding).answer

    after = {
        name: answer(parsed(finding.expression), without(SELVHJELP, name, set(keys))).value
        for name, keys in before.rows.items()
        if keys
    }

    assert after
    assert [name for name, value in after.items() if value == before.value] == []


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS)
def test_a_finding_changes_whichever_single_row_is_gone(finding: Finding) -> None:
    before = found(SELVHJELP, finding).answer

    idle = [
        key
        for name, keys in before.rows.items()
        for key in keys
        if answer(parsed(finding.expression), without(SELVHJELP, name, {key})).value == before.value
    ]

    assert idle == []


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=FINDINGS)
def test_a_finding_changes_when_its_stances_are_turned(finding: Finding) -> None:
    before = found(SELVHJELP, finding).answer
    keys = set(before.rows.get("statements", []))

    after = answer(parsed(finding.expression), turned(SELVHJELP, "statements", keys, "stance"))

    assert (after.value == before.value) is not bool(keys)


@pytest.mark.parametrize(
    ("finding", "row", "changes"),
    [
        ("FN04", "S018", {"actor_id": "iks"}),
        ("FN05", "S018", {"actor_id": "iks"}),
        ("FN07", "S114", {"period": "P1", "stance": "1"}),
        ("FN10", "S055", {"question": "Q1"}),
        ("FN13", "S099", {"actor_id": "retretten", "stance": "1"}),
        ("FN14", "S016", {"actor_id": "batteriet", "period": "P2"}),
        ("FN20", "S114", {"stance": "1"}),
    ],
)
def test_a_voice_that_says_otherwise_counts(
    finding: str, row: str, changes: dict[str, str]
) -> None:
    kept = SELVHJELP.statements
    rows = [
        dict(zip(kept.stored, cells, strict=True))
        for cells in zip(*(kept.cells(one) for one in kept.stored), strict=True)
    ]
    other = next(one for one in rows if one["statement_id"] == row) | changes
    table = Table.of("statements", kept.record, [*rows, other | {"statement_id": "S999"}])

    field = Field(SELVHJELP.tables | {"statements": table}, SELVHJELP.about)

    assert found(field, FINDINGS[finding]).holds is False


def test_a_finding_without_rows_is_not_shown_rather_than_denied() -> None:
    field = without(SELVHJELP, "ties", set(SELVHJELP.ties.cells("tie_id")))

    shown = found(field, FINDINGS["FN16"])

    assert (shown.holds, shown.status) == (False, "no_rows")


def test_an_assessment_is_never_held_or_denied() -> None:
    field = without(SELVHJELP, "statements", set(SELVHJELP.statements.cells("statement_id")))

    assert found(field, FINDINGS["FN17"]).holds is None


def test_a_finding_names_the_sources_of_its_rows_and_where_it_is_stated() -> None:
    assert found(SELVHJELP, FINDINGS["FN21"]).sources == [
        "int_batteriet", "int_distrikt", "int_kommune", "int_vaarres", "chapter2019",
    ]  # fmt: skip


def test_the_turn_to_authorities_falls_with_its_one_study() -> None:
    before, after = answers(SELVHJELP), answers(SELVHJELP.without_source("zeiner2014"))

    assert (before["FN17"], after["FN17"]) == (True, False)


def test_neutrality_stands_without_any_one_interview() -> None:
    interviews = ["int_batteriet", "int_distrikt", "int_kommune", "int_vaarres"]

    assert [answers(SELVHJELP.without_source(one))["FN21"] for one in interviews] == [True] * 4


def test_findings_of_a_field_of_ones_own_are_computed(tmp_path: Path) -> None:
    finding: dict[str, Any] = {
        "finding_id": "F1",
        "reproduction": "A",
        "expression": "group(statements[period = P1], stance, actor_id)",
        "expected": json.dumps({"-1": ["fjord"], "1": ["fjell"]}),
    }
    other = STATEMENT | {"statement_id": "S2", "actor_id": "fjord", "stance": "-1"}
    folder = folder_of(tmp_path, statements=[STATEMENT, other], findings=[finding])

    field = actionfields.load(folder)

    assert found(field, field.findings[0]).holds is True


def test_findings_do_not_depend_on_the_order_of_rows_and_columns(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "selvhjelp", tmp_path, dirs_exist_ok=True)
    for path in tmp_path.glob("*.csv"):
        write(path, [dict(reversed(row.items())) for row in reversed(read(path))])

    turned = {
        one.finding.finding_id: one.answer.value for one in findings(actionfields.load(tmp_path))
    }

    assert turned == {one.finding.finding_id: one.answer.value for one in findings(SELVHJELP)}
