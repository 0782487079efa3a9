import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from knutepunkt.vocabulary import actions, uses
from knutepunkt.vocabulary.commands import vocabulary
from knutepunkt.vocabulary.models import Scheme

pytestmark = pytest.mark.django_db


def run(*words: str) -> Result:
    return CliRunner().invoke(vocabulary, words)


def small(tmp_path: Path) -> Path:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "scheme.toml").write_text('id = "x"\nkind = "foreign"\ntitle.nb = "Iks"\n')
    (tmp_path / "x" / "codes.toml").write_text('[w]\nnb = "Kvinner"\n["[open]"]\nnb = "Åpent"\n')
    return tmp_path


@pytest.mark.parametrize("name", sorted(vocabulary.commands))
def test_every_help_text_ends_with_an_example(name: str) -> None:
    command = vocabulary.commands[name]

    lines = (command.help or "").rstrip().splitlines()

    assert "Example:" in lines[-2]


def test_load_says_what_it_wrote(tmp_path: Path) -> None:
    result = run("load", str(small(tmp_path)))

    assert (result.exit_code, result.output) == (0, "5 created, 0 changed, 0 removed.\n")


def test_a_fault_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    result = run("show", "x", "W")

    sentence = (
        "Error: There is no concept “W” in the scheme “x”; "
        "see `knutepunkt vocabulary list` for the schemes.\n"
    )
    assert (result.exit_code, result.output) == (1, sentence)


def test_a_missing_file_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    result = run("import", str(tmp_path / "gone.ttl"), "--format", "skos-ttl")

    assert (result.exit_code, result.output) == (
        1,
        f"Error: {tmp_path}/gone.ttl: No such file or directory.\n",
    )


def test_an_exported_file_can_be_imported(tmp_path: Path) -> None:
    actions.load(small(tmp_path))
    out = tmp_path / "x.csv"
    run("export", "--format", "csv", "--out", str(out), "--scheme", "x")

    result = run("import", str(out), "--format", "csv")

    assert (result.exit_code, result.output) == (0, "0 created, 0 changed, 0 removed.\n")


def test_a_file_with_a_fault_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text("@prefix")

    result = run("import", str(path), "--format", "skos-ttl")

    assert (result.exit_code, Scheme.objects.count()) == (1, 0)


def test_unmapped_terms_come_with_their_labels_and_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.load(small(tmp_path))
    monkeypatch.setattr(uses, "_rooms", {})
    uses.register("directory", lambda ids: dict.fromkeys(ids, 7))

    result = run("unmapped", "--json")

    assert json.loads(result.output) == [
        {"scheme": "x", "code": "[open]", "labels": ["Åpent"], "uses": 7},
        {"scheme": "x", "code": "w", "labels": ["Kvinner"], "uses": 7},
    ]


def test_schemes_are_listed_with_their_size(tmp_path: Path) -> None:
    actions.load(small(tmp_path))

    result = run("list")

    assert result.output == "x\tforeign\t2\tIks\n"


def test_a_term_is_shown_with_all_its_words(tmp_path: Path) -> None:
    actions.load(small(tmp_path))

    result = run("show", "x", "w", "--json")

    assert json.loads(result.output)["labels"] == {"nb": {"preferred": ["Kvinner"]}}
