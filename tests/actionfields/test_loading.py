import csv
from pathlib import Path

import pytest

import actionfields
from actionfields import Field, Table
from actionfields.records import Period
from tests.actionfields.made import GROUND, STATEMENT, TIE, folder_of, read


def problems(folder: Path) -> list[tuple[str, int, str]]:
    """Where each problem stands."""
    with pytest.raises(actionfields.InvalidError) as raised:
        actionfields.load(folder)
    return [(one.file, one.line, one.column) for one in raised.value.problems]


def told(folder: Path) -> str:
    """The text of the one problem there is."""
    with pytest.raises(actionfields.InvalidError) as raised:
        actionfields.load(folder)
    return str(raised.value)


def test_a_shipped_field_is_read_by_its_name() -> None:
    field = actionfields.load("selvhjelp")

    assert field.about.name == "selvhjelp"


def test_an_unknown_name_is_told_with_those_that_are_shipped() -> None:
    with pytest.raises(actionfields.FieldError) as raised:
        actionfields.load("nowhere")

    assert str(raised.value) == (
        "there is no data set «nowhere»: neither a folder or file here, nor one that is shipped "
        "(selvhjelp)."
    )


def test_a_folder_is_read_into_records(tmp_path: Path) -> None:
    field = actionfields.load(folder_of(tmp_path, statements=[STATEMENT]))

    assert (field.statements[0].actor_id, field.statements[0].stance) == ("fjell", 1)


def test_a_problem_names_file_line_column_and_remedy(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"stance": "2"}])

    assert told(folder) == (
        "statements.csv, line 2, column stance: «2» is no whole number from -1 to 1; "
        "write one of them."
    )


def test_every_wrong_row_is_told(tmp_path: Path) -> None:
    wrong = [STATEMENT | {"statement_id": f"S{n}", "stance": "yes"} for n in range(700)]

    found = problems(folder_of(tmp_path, statements=wrong))

    assert found == [("statements.csv", line, "stance") for line in range(2, 702)]


def test_the_line_is_that_of_the_editor_also_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    rows = [STATEMENT | {"note": "one\ntwo"}, STATEMENT | {"statement_id": "S2", "voice": "loud"}]

    assert problems(folder_of(tmp_path, statements=rows)) == [("statements.csv", 4, "voice")]


def test_a_reference_to_nothing_names_the_nearest(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"actor_id": "fjel"}])

    assert told(folder) == (
        "statements.csv, line 2, column actor_id: actors has no «fjel»; "
        "write «fjell» if that is meant."
    )


def test_each_of_several_references_is_looked_up(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"source_id": "talk;gossip"}])

    assert problems(folder) == [("statements.csv", 2, "source_id")]


def test_a_key_that_stands_twice_is_told_at_the_second(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT, STATEMENT])

    assert problems(folder) == [("statements.csv", 3, "statement_id")]


def test_an_empty_key_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"statement_id": ""}])

    assert problems(folder) == [("statements.csv", 2, "statement_id")]


def test_a_category_under_another_question_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"question": "Q2"}])

    assert problems(folder) == [("statements.csv", 2, "question")]


def test_a_code_used_as_what_it_is_not_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"category": "Q1"}])

    assert problems(folder)[0] == ("statements.csv", 2, "category")


def test_a_tie_derived_from_no_event_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ties=[TIE | {"basis": "derived_from_event"}])

    assert problems(folder) == [("ties.csv", 2, "event_id")]


def test_a_row_of_another_length_is_told_with_those_after_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT])
    path = folder / "statements.csv"
    path.write_text(path.read_text("utf-8") + "S2,fjell\nS3,nobody,P1,Q1,openness,1,quoted\n")

    found = problems(folder)

    assert ("statements.csv", 3, "") in found
    assert ("statements.csv", 4, "actor_id") in found


def test_a_column_that_is_not_known_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"stanse": "1"}])

    assert problems(folder) == [("statements.csv", 1, "stanse")]


def test_a_column_that_is_needed_and_missing_is_told(tmp_path: Path) -> None:
    without = {name: cell for name, cell in STATEMENT.items() if name != "voice"}

    assert ("statements.csv", 1, "voice") in problems(folder_of(tmp_path, statements=[without]))


def test_a_file_of_no_table_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "statement.csv").write_text("a\n1\n", encoding="utf-8")

    assert told(folder) == (
        "statement.csv: no table is called «statement»; write «statements» if that is meant."
    )


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "actors.csv").write_bytes(
        "actor_id,name\nfjell,Fjellgruppen på Ås\n".encode("cp1252")
    )

    assert problems(folder) == [("actors.csv", 2, "")]


def test_an_open_quotation_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "actors.csv").write_text('actor_id,name\nfjell,"Fjell\n', encoding="utf-8")

    assert "a quotation mark that is not closed" in told(folder)


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT])
    path = folder / "statements.csv"
    path.write_text("\ufeff" + path.read_text("utf-8").replace("\n", "\n\n"), encoding="utf-8")

    assert len(actionfields.load(folder).statements) == 1


def test_a_file_saved_by_a_norwegian_spreadsheet_is_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"source_id": "minutes;talk"}])
    path = folder / "statements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)

    assert actionfields.load(folder).statements[0].source_id == ("minutes", "talk")


def test_a_finding_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    finding = {
        "finding_id": "F1",
        "reproduction": "A",
        "expression": "statements[period = ].actor_id",
        "expected": "[",
    }

    found = problems(folder_of(tmp_path, findings=[finding]))

    assert found == [("findings.csv", 2, "expected"), ("findings.csv", 2, "expression")]


def test_a_table_without_rows_may_lack_its_file(tmp_path: Path) -> None:
    field = actionfields.load(folder_of(tmp_path))

    assert len(field.ties) == 0


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(actionfields.FieldError, match="make one with «actionfields new»"):
        actionfields.load(tmp_path)


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    field = actionfields.load(folder_of(tmp_path / "field"))

    with pytest.raises(actionfields.FieldError, match="is there already"):
        actionfields.save(field, tmp_path / "field")

    assert read(tmp_path / "field" / "periods.csv") == GROUND["periods"]


def test_nothing_is_left_when_writing_fails(tmp_path: Path) -> None:
    # Half a letter, which UTF-8 cannot carry.
    periods = Table.of("periods", Period, [{"period": "P1", "note": "\ud800"}])

    with pytest.raises(UnicodeEncodeError):
        actionfields.save(Field({"periods": periods}), tmp_path / "copy")

    assert list(tmp_path.iterdir()) == []
