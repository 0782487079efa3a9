import fcntl
import os
import time
from pathlib import Path

import pytest

from knutepunkt.distribute.files import SETTLED, replaced


@pytest.fixture
def half(tmp_path: Path) -> Path:
    left = tmp_path / ".groups.csv-abcdefgh.half"
    left.write_text("withdrawn since")
    begun = time.time() - 2 * SETTLED
    os.utime(left, (begun, begun))
    return left


def write(path: Path) -> None:
    with replaced(path) as file:
        file.write_text("new")


def test_what_a_killed_writer_left_is_taken_away_by_the_next(half: Path, tmp_path: Path) -> None:
    write(tmp_path / "groups.csv")

    assert [one.name for one in tmp_path.iterdir()] == ["groups.csv"]


def test_what_somebody_writes_at_still_is_left_alone(half: Path, tmp_path: Path) -> None:
    with half.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write(tmp_path / "groups.csv")

    assert half.exists()


def test_the_halves_of_other_files_are_left_alone(half: Path, tmp_path: Path) -> None:
    write(tmp_path / "groups")

    assert half.exists()
