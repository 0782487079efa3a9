import os
import signal
from pathlib import Path

import pytest

from knutepunkt.distribute.files import replaced
from knutepunkt.terminal import ending_tidily


def stopped(path: Path) -> None:
    """A command that is stopped while it writes."""
    with ending_tidily(), replaced(path) as half:
        half.write_text("half")
        os.kill(os.getpid(), signal.SIGTERM)


def test_a_command_that_is_stopped_takes_away_what_is_half_done(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("whole")

    with pytest.raises(SystemExit) as ended:
        stopped(path)

    assert ended.value.code == 128 + signal.SIGTERM
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"groups.csv": "whole"}


def test_who_was_told_of_the_signal_before_is_told_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)

    with ending_tidily():
        during = signal.getsignal(signal.SIGTERM)

    assert during != before
    assert signal.getsignal(signal.SIGTERM) == before
