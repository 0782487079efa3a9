"""Nodes begin side by side on one folder without getting in each other's way."""

from pathlib import Path

from tests.crash.running import started


def test_many_begin_at_once_on_an_empty_folder(tmp_path: Path) -> None:
    begun = [started(tmp_path, "prepare") for _ in range(3)]
    told = [process.communicate(timeout=120)[1] for process in begun]
    assert [process.returncode for process in begun] == [0, 0, 0], told
