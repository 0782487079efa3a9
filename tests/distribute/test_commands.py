"""Where an export may be written, and what is said when it may not."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from knutepunkt.distribute.commands import export
from knutepunkt.distribute.formats.registry import MODULES
from tests.distribute.made import load_words, record, taken_in

pytestmark = pytest.mark.django_db


def asked(out: str, form: str = "csv") -> Result:
    return CliRunner().invoke(export, ["--format", form, "--out", out])


@pytest.mark.parametrize("name", ["-", "{}", "{}/groups/", "{}/pipe", "/dev/full"])
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
