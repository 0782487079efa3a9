"""Where an export may be written, and what is said when it may not."""

import os
import shlex
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from knutepunkt.distribute.commands import EXAMPLE, export, refuse_terminal
from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.vocabulary.actions import load
from tests.distribute.made import load_words, record, taken_in

pytestmark = pytest.mark.django_db


def asked(out: str, form: str = "csv") -> Result:
    return CliRunner().invoke(export, ["--format", form, "--out", out])


@pytest.mark.parametrize("name", ["{}", "{}/groups/", "{}/pipe", "/dev/full"])
def test_what_is_no_file_is_left_alone(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    out = name.format(tmp_path)

    told = asked(out)

    sentence = f"Error: {out} is no file; you: name the file to write.\n"
    assert (told.exit_code, told.output) == (1, sentence)
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_a_path_below_a_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    out = tmp_path / "file" / "groups.csv"

    told = asked(str(out))

    assert (told.exit_code, told.output) == (
        1,
        f"Error: {out} lies below a file; you: name one in a folder.\n",
    )


@pytest.mark.parametrize("form", [name for name in MODULES if not name.startswith("pdf")])
def test_a_file_of_any_name_is_written_in_folders_that_are_made(form: str, tmp_path: Path) -> None:
    load_words()
    taken_in(record())
    out = tmp_path / "new" / "folder" / "without-ending"

    told = asked(str(out), form)

    assert (told.exit_code, [one.name for one in out.parent.iterdir()]) == (0, [out.name])


@pytest.mark.parametrize("form", ["csv", "meeting-guide", "xlsx", "hsds-csv"])
def test_standard_output_is_given_what_a_file_is(form: str, tmp_path: Path) -> None:
    load_words()
    taken_in(record())
    asked(str(tmp_path / "groups"), form)

    told = asked("-", form)

    beginning = (tmp_path / "groups").read_bytes()[:8]
    assert (told.exit_code, told.stdout_bytes[:8]) == (0, beginning)


def test_what_is_told_of_standard_output_goes_beside_it() -> None:
    load_words()
    taken_in(record())

    told = asked("-", "skos")

    assert (told.stderr.splitlines()[0], "SKOS" in told.stdout) == (
        f"-: {format_named('skos').label}.",
        False,
    )


@pytest.mark.parametrize("form", ["xlsx", "hsds-csv", "pdf-a4"])
def test_a_terminal_is_not_garbled(form: str) -> None:
    with pytest.raises(DistributeError) as told:
        refuse_terminal(format_named(form), is_terminal=True)

    assert str(told.value) == (
        f"a terminal cannot show {form}; you: name a file, or lead it on with | or >."
    )


@pytest.mark.parametrize(
    ("form", "name", "count"),
    [("csv", "a.txt", 1), ("csv", "a.CSV", 0), ("ndjson", "a.jsonl", 0), ("xlsx", "a", 1)],
)
def test_an_ending_that_does_not_fit_is_noted(
    form: str, name: str, count: int, tmp_path: Path
) -> None:
    load_words()

    told = asked(str(tmp_path / name), form)

    note = "other programs know this format by a name that ends in"
    assert (told.exit_code, told.output.count(note)) == (0, count)


def test_a_folder_that_cannot_be_made_is_not_taken_for_a_full_disk() -> None:
    told = asked("/proc/nowhere/groups.csv")

    sentence = "No such file or directory; you: choose a place that can be written."
    assert (told.exit_code, told.output) == (1, f"Error: /proc/nowhere/groups.csv: {sentence}\n")


def test_the_examples_of_the_help_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load()
    monkeypatch.chdir(tmp_path)
    lines = [shlex.split(line.partition("|")[0]) for line in EXAMPLE.splitlines()[2:]]

    told = [CliRunner().invoke(export, line[2:]).exit_code for line in lines]

    assert told == [0, 0, 0]
