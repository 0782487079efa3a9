"""The command, as a newcomer meets it: what it prints, and what it says when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import actionfields
from actionfields.cli import COMMANDS, field
from tests.actionfields.made import STATEMENT, drop, edit, folder_of, read


def run(*words: str) -> Result:
    """Call the command in this process."""
    return CliRunner().invoke(field, words, catch_exceptions=False)


def json_of(*words: str) -> Any:
    """What the command prints as JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped field as a folder that may be changed."""
    return actionfields.save(actionfields.load("selvhjelp"), tmp_path / "copy")


def test_findings_are_printed_with_value_expectation_caveat_and_sources() -> None:
    found = json_of("findings", "selvhjelp")

    wanted = {"id", "class", "computed", "expected", "holds", "caveat", "sources"}
    assert [sorted(wanted - one.keys()) for one in found] == [[]] * 25


def test_a_finding_that_comes_out_shows_both_values_all_the_same() -> None:
    lines = run("findings", "selvhjelp", "--only", "FN04").output.splitlines()

    values = [line.split() for line in lines if "angstringen" in line]
    assert values == [["computed", "angstringen,", "studiesenteret"],
                      ["expected", "angstringen,", "studiesenteret"]]  # fmt: skip


def test_a_reader_that_has_seen_enough_gets_no_complaint() -> None:
    words = [sys.executable, "-m", "actionfields", "findings", "selvhjelp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        told.stdout.read(1)
        told.stdout.close()
        complaint = told.stderr.read()

    assert complaint == b""


def test_findings_speak_the_language_asked_for() -> None:
    found = json_of("findings", "selvhjelp", "--only", "FN21", "--language", "nb")

    assert found[0]["caveat"] == "Begge sider i striden er blant de fire."


def test_a_row_dropped_from_the_folder_changes_the_finding(copy: Path) -> None:
    drop(copy / "statements.csv", "S018")

    found = {one["id"]: one for one in json_of("findings", str(copy))}

    assert (found["FN04"]["computed"], found["FN04"]["holds"]) == (["angstringen"], False)


def test_a_stance_turned_in_the_folder_changes_the_finding(copy: Path) -> None:
    edit(copy / "statements.csv", "S072", stance="-1")

    found = {one["id"]: one for one in json_of("findings", str(copy))}

    assert found["FN09"]["computed"] == {
        "collective_mobilisation": ["batteriet", "velferdsalliansen"]
    }


def test_an_expected_value_changed_in_the_folder_changes_the_answer(copy: Path) -> None:
    edit(copy / "findings.csv", "FN04", expected='["aa"]')

    found = {one["id"]: one for one in json_of("findings", str(copy))}

    assert found["FN04"]["holds"] is False


def test_findings_end_with_what_came_out_and_what_is_left_open() -> None:
    lines = run("findings", "selvhjelp").stdout.splitlines()

    assert lines[-1] == (
        "23 of 23 findings of class A and B come out as expected; 2 of class C are assessments."
    )
    assert "OQ1  cannot be settled" in lines


def test_one_finding_can_be_asked_for() -> None:
    assert [one["id"] for one in json_of("findings", "selvhjelp", "--only", "FN15")] == ["FN15"]


def test_an_unknown_finding_is_a_misuse() -> None:
    result = run("findings", "selvhjelp", "--only", "FN99")

    assert (result.exit_code, "there is no finding FN99" in result.stderr) == (2, True)


def test_check_tells_every_wrong_row_and_leaves_with_four(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"stance": "5", "voice": "loud"}])

    result = run("check", str(folder))

    assert (result.exit_code, len(result.stdout.splitlines())) == (4, 2)


def test_check_prints_problems_as_json(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"stance": "5"}])

    result = run("check", str(folder), "--json")

    assert json.loads(result.stdout)["problems"] == [
        {
            "file": "statements.csv",
            "line": 2,
            "column": "stance",
            "fault": "«5» is no whole number from -1 to 1",
            "remedy": "write one of them",
        }
    ]


def test_other_commands_tell_wrong_rows_too(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"stance": "5"}])

    result = run("summary", str(folder))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "statements.csv, line 2, column stance" in result.stderr


def test_a_new_folder_has_the_six_questions_and_is_sound(tmp_path: Path) -> None:
    result = run("new", str(tmp_path / "mine"))

    questions = [
        row["code"]
        for row in read(tmp_path / "mine" / "codebook.csv")
        if row["level"] == "question"
    ]
    assert (result.exit_code, questions) == (0, ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"])
    assert run("check", str(tmp_path / "mine")).exit_code == 0


def test_a_new_folder_has_every_table_with_its_columns(tmp_path: Path) -> None:
    run("new", str(tmp_path / "mine"))

    named = {path.stem for path in (tmp_path / "mine").glob("*.csv")}
    assert named == set(actionfields.load("selvhjelp").tables)


def test_new_does_not_touch_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")

    result = run("new", str(tmp_path / "mine"))

    assert (result.exit_code, "is there already" in result.stderr) == (1, True)


def test_two_periods_are_marked_unlike_and_not_tested() -> None:
    result = run("compare", "selvhjelp", "P1", "P2")

    assert "none is tested" in " ".join(result.stdout.split())


def test_a_period_that_is_not_there_is_told_with_those_that_are() -> None:
    result = run("compare", "selvhjelp", "P1", "P9")

    assert (result.exit_code, "there is no period «P9»" in result.stderr) == (1, True)


def test_a_network_tells_what_its_ties_rest_on() -> None:
    found = json_of("network", "selvhjelp", "invitation", "--period", "P2")

    assert (found["network"]["derived"], found["network"]["explicit"]) == (8, 0)


def test_kinds_of_tie_are_listed_and_never_added_up() -> None:
    kinds = [(one["kind"], one["status"]) for one in json_of("network", "selvhjelp")]

    assert ("referral", "prospective") in kinds


def test_robustness_says_what_each_finding_hangs_on() -> None:
    found = json_of("robustness", "selvhjelp")["sources"]["rests_on"]

    assert (found["FN17"], found["FN21"]) == (["zeiner2014"], [])


def test_agreement_of_one_coder_is_refused_with_the_reason() -> None:
    found = json_of("agreement", "selvhjelp")

    assert {one["alpha"]["refused"] for one in found} == {"one_coder"}


def test_a_field_is_exported_and_read_again(tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"

    json_of("export", "selvhjelp", str(target))

    assert json_of("findings", str(target)) == json_of("findings", "selvhjelp")


@pytest.mark.parametrize("words", [("back",), ("--out", "back")])
def test_a_target_is_named_with_or_without_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    run("export", "selvhjelp", "one.json")

    json_of("import", "one.json", *words)

    assert json_of("summary", "back") == json_of("summary", "one.json")


def test_a_target_named_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    run("export", "selvhjelp", str(file))

    result = run("import", str(file), "one", "--out", "another")

    assert "name one target: «actionfields import FILE TARGET»." in result.output


def test_a_field_without_findings_says_where_to_write_them(tmp_path: Path) -> None:
    run("new", str(tmp_path / "fresh"))

    said = run("findings", str(tmp_path / "fresh")).output

    assert "There are no findings yet. Write the first in findings.csv." in said


def test_an_export_that_would_narrow_a_pool_is_refused(copy: Path, tmp_path: Path) -> None:
    edit(copy / "actors.csv", "frivorg_1", periods="P2")

    result = run("export", str(copy), str(tmp_path / "out.json"))

    assert (result.exit_code, (tmp_path / "out.json").exists()) == (1, False)
    assert "must fit 5" in result.stderr


def test_summary_tells_the_material_of_each_period() -> None:
    lines = run("summary", "selvhjelp", "--language", "nb").stdout.splitlines()

    assert "P2  LINK Trondheim 2012–14  2012/2014" in lines


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_json(name: str) -> None:
    result = run(name, "--help")

    assert (result.exit_code, "--json" in result.stdout) == (0, True)


def test_the_same_commands_stand_under_knutepunkt() -> None:
    command = [sys.executable, "-m", "knutepunkt", "field", "findings", "selvhjelp", "--json"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert json.loads(printed) == json_of("findings", "selvhjelp")


def test_a_fault_under_knutepunkt_is_told_without_a_traceback() -> None:
    command = [sys.executable, "-m", "knutepunkt", "field", "check", "nowhere"]
    result = subprocess.run(command, capture_output=True, check=False, text=True)

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)


def test_chance_is_asked_where_ties_were_told_and_refused_where_they_follow_from_a_list() -> None:
    told = json_of("network", "selvhjelp", "part_of")
    listed = json_of("network", "selvhjelp", "invitation", "--period", "P2")

    assert told["bootstrap"]["samples"] == 1000
    assert {listed[one]["refused"] for one in ("bootstrap", "permutation")} == {"derived"}


def test_two_periods_are_not_tested_against_each_other_across_unlike_materials() -> None:
    found = json_of("compare", "selvhjelp", "P1", "P2")

    assert {kind: value["refused"] for kind, value in found["qap"].items()} == {
        "co_attending": "derived",
        "part_of": "unlike",
    }
    assert found["mca"]["refused"] == "sparse"


def test_ties_that_are_only_intended_are_told_of() -> None:
    lines = run("network", "selvhjelp", "referral").output.splitlines()

    assert "  2 prospective rows are not counted here; see them with --prospective." in lines


def test_agreement_of_groups_needs_a_period() -> None:
    assert (
        "--by needs a --period"
        in CliRunner().invoke(field, ["agreement", "selvhjelp", "--by", "sphere"]).output
    )


def test_agreement_of_groups_names_each_group() -> None:
    found = json_of("agreement", "selvhjelp", "--period", "P2", "--by", "sphere")

    assert {group["group"] for one in found for group in one["groups"]} == {
        "state",
        "civil_society",
    }


def test_an_export_counts_only_the_rows_that_it_carries(tmp_path: Path) -> None:
    found = json_of("export", "selvhjelp", str(tmp_path / "c.qdc"))

    assert list(found["rows"]) == ["codebook"]
