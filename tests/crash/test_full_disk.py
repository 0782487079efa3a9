"""A disk that is full or read-only: one plain sentence, and nothing half done."""

import resource
import subprocess
from pathlib import Path

import pytest

from tests.crash.feeds import feed
from tests.crash.running import COMMAND, done, snapshot, surroundings


def with_room_for(size: int, data: Path, *said: str) -> "subprocess.CompletedProcess[str]":
    """The program, when no file may grow beyond a size in bytes."""

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        [*COMMAND, *said], env=surroundings(data), text=True, capture_output=True, timeout=120,
        preexec_fn=confine,
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    done(tmp_path / "data", "sources", "list")
    return tmp_path / "data"


def test_full_disk_is_told_in_one_sentence(data: Path, tmp_path: Path) -> None:
    path = feed(tmp_path / "feed.json", 3000)
    before = snapshot(data)

    answer = with_room_for(2_000_000, data, "collect", str(path))

    assert (answer.returncode, answer.stderr.count("\n"), snapshot(data)) == (1, 1, before)
    assert done(data, "collect", str(path)).returncode == 0


def test_data_folder_that_is_a_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    answer = done(tmp_path / "data", "sources", "list")

    sentence = (
        f"knutepunkt: {tmp_path / 'data'} cannot be used (file exists); you: check the path, "
        "and the data folder that KNUTEPUNKT_DATA names.\n"
    )
    assert (answer.returncode, answer.stderr) == (1, sentence)


def test_data_folder_in_a_place_without_files_is_told_in_one_sentence() -> None:
    answer = done(Path("/proc/knutepunkt"), "sources", "list")

    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
