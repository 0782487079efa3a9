import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from actionfields import InvalidError, load_sound
from actionfields.cli import field as command
from tests.actionfields.made import STATEMENT, TIE, drop, folder_of

FINDING = {
    "finding_id": "F1",
    "reproduction": "A",
    "expression": "count(statements)",
    "expected": "1",
}


def rows(*changes: dict[str, str]) -> list[dict[str, str]]:
    """Statements that differ from the sound one."""
    return [
        STATEMENT | {"statement_id": f"S{number}"} | change
        for number, change in enumerate(changes, 1)
    ]


def test_a_row_that_points_nowhere_is_left_out_and_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=rows({}, {"actor_id": "gone"}, {"stance": "7"}))

    field, problems = load_sound(folder)

    assert field.statements.cells("statement_id") == ["S1"]
    assert [(one.line, one.column) for one in problems] == [(3, "actor_id"), (4, "stance")]


def test_a_name_that_leads_nowhere_is_struck_where_another_stands(tmp_path: Path) -> None:
    said = rows({"source_id": "talk;gone"}, {"source_id": "gone"})

    field, problems = load_sound(folder_of(tmp_path, statements=said))

    assert [one.source_id for one in field.statements] == [("talk",)]
    assert [one.line for one in problems] == [2, 3]


def test_what_points_to_a_row_left_out_goes_too_and_keeps_its_line(tmp_path: Path) -> None:
    events = [{"event_id": "e1", "period": "gone"}, {"event_id": "e2", "period": "P1"}]
    here = {"actor_id": "fjell", "role": "host"}
    parts = [
        {"participation_id": "a", "event_id": "e2", **here},
        {"participation_id": "b", "event_id": "e1", **here},
    ]

    field, problems = load_sound(folder_of(tmp_path, events=events, participation=parts))

    assert field.participation.cells("participation_id") == ["a"]
    assert [(one.file, one.line) for one in problems] == [
        ("events.csv", 2),
        ("participation.csv", 3),
    ]


def test_the_first_of_two_rows_with_one_key_stands(tmp_path: Path) -> None:
    field, problems = load_sound(folder_of(tmp_path, ties=[TIE, TIE | {"kind": "other"}]))

    assert (field.ties.cells("kind"), len(problems)) == (["meeting"], 1)


def test_a_table_that_is_wrong_as_a_whole_must_be_mended(tmp_path: Path) -> None:
    (folder_of(tmp_path) / "ties.csv").write_text("tie\n")

    with pytest.raises(InvalidError):
        load_sound(tmp_path)


def test_findings_go_on_with_the_sound_rows_when_asked_to(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=rows({}, {"actor_id": "gone"}), findings=[FINDING])

    refused = CliRunner().invoke(command, ["findings", str(folder), "--json"])
    result = CliRunner().invoke(command, ["findings", str(folder), "--json", "--as-is"])

    assert (refused.exit_code, refused.stdout, result.exit_code) == (1, "", 0)
    assert json.loads(result.stdout)[0]["computed"] == 1
    assert result.stderr == (
        "left out: statements.csv, line 3, column actor_id: actors has no «gone»; "
        "known are fjell, fjord.\n"
    )


@pytest.mark.parametrize(
    "words", [["findings"], ["summary"], ["compare", "P1", "P2"], ["network"], ["robustness"]]
)
def test_every_command_that_answers_says_that_rows_are_left_out(
    tmp_path: Path, words: list[str]
) -> None:
    folder = folder_of(tmp_path, statements=rows({}, {"actor_id": "gone"}), findings=[FINDING])
    name, *more = words

    result = CliRunner().invoke(command, [name, str(folder), *more, "--as-is"])

    assert result.stdout.startswith("As is: 1 wrong rows are left out or mended;")


def test_an_actor_taken_away_takes_only_its_own_rows_along(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=rows({}, {"actor_id": "fjord"}), ties=[TIE])
    drop(folder / "actors.csv", "fjord")

    field, _ = load_sound(folder)

    assert (field.statements.cells("statement_id"), len(field.ties)) == (["S1"], 0)
