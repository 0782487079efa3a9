from pathlib import Path

import pytest

import actionfields
from actionfields.records import Statement
from actionfields.tables import Table
from tests.actionfields.made import STATEMENT, folder_of


@pytest.fixture
def statements(tmp_path: Path) -> Table[Statement]:
    rows = [
        STATEMENT | {"statement_id": f"S{n}", "actor_id": actor, "stance": stance, "note": f"n{n}"}
        for n, (actor, stance) in enumerate([("fjell", "1"), ("fjord", "-1"), ("fjell", "0")])
    ]
    return actionfields.load(folder_of(tmp_path, statements=rows)).statements


def test_rows_become_records_when_asked_for(statements: Table[Statement]) -> None:
    assert [one.statement_id for one in statements] == ["S0", "S1", "S2"]


def test_a_row_can_be_counted_from_the_end(statements: Table[Statement]) -> None:
    assert statements[-1].note == "n2"


def test_a_slice_is_a_table(statements: Table[Statement]) -> None:
    assert statements[1:].values("statement_id") == ["S1", "S2"]


def test_rows_are_narrowed_by_values(statements: Table[Statement]) -> None:
    assert statements.where(actor_id="fjell", stance=0).values("statement_id") == ["S2"]


def test_a_list_of_values_fits_when_one_does(statements: Table[Statement]) -> None:
    assert statements.where(stance=[1, -1]).values("statement_id") == ["S0", "S1"]


def test_a_pattern_is_for_texts_and_fits_no_number(statements: Table[Statement]) -> None:
    assert statements.where(actor_id="fjo*").values("statement_id") == ["S1"]
    assert statements.where(stance="*").values("statement_id") == []


def test_a_narrowed_table_is_narrowed_again_and_keeps_its_cells(
    statements: Table[Statement],
) -> None:
    narrowed = statements.where(actor_id="fjell").where(stance=0)

    assert (narrowed.cells("note"), narrowed[0].note) == (["n2"], "n2")


def test_a_column_comes_as_numbers_and_what_they_stand_for(statements: Table[Statement]) -> None:
    codes, values = statements.coded("stance")

    assert [values[code] for code in codes] == [1, -1, 0]


def test_records_cannot_be_changed(statements: Table[Statement]) -> None:
    with pytest.raises(AttributeError):
        statements[0].stance = 0  # type: ignore[misc]


def test_a_table_comes_as_plain_columns(statements: Table[Statement]) -> None:
    columns = statements.as_columns()

    assert (columns["stance"], columns["source_id"]) == ([1, -1, 0], [[], [], []])


def test_a_table_becomes_a_data_frame_of_pandas(statements: Table[Statement]) -> None:
    frame = statements.to_pandas()

    assert frame.to_dict("list") == statements.as_columns()


def test_a_shipped_table_becomes_a_data_frame_with_its_gaps() -> None:
    positions = actionfields.load("selvhjelp").plan_measures

    frame = positions.to_pandas()

    assert (list(frame.columns), len(frame)) == (
        [one.name for one in positions.columns],
        len(positions),
    )


@pytest.mark.parametrize("name", ["statements", "sources", "events", "findings"])
def test_a_table_becomes_a_data_frame_of_polars_where_it_is_installed(name: str) -> None:
    pytest.importorskip("polars")
    table = actionfields.load("selvhjelp").tables[name]

    assert table.to_polars().to_dict(as_series=False) == table.as_columns()


def test_many_rows_are_told_apart_across_chunks(tmp_path: Path) -> None:
    rows = [STATEMENT | {"statement_id": f"S{n}", "note": "x" * (n % 7)} for n in range(1000)]

    found = actionfields.load(folder_of(tmp_path, statements=rows)).statements

    assert [found[n].note for n in (0, 255, 256, 257, 999)] == ["", "xxx", "xxxx", "xxxxx", "xxxxx"]
