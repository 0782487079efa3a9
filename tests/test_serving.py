"""A node begins beside others on one folder, and ends when it is told to, at any moment."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from knutepunkt.serving import server
from tests.crash.running import started, surroundings

SLOW = """
import pathlib, time
pathlib.Path({began!r}).touch()
time.sleep(600)
"""


def test_many_begin_at_once_on_an_empty_folder(tmp_path: Path) -> None:
    begun = [started(tmp_path, "prepare") for _ in range(3)]
    told = [process.communicate(timeout=120)[1] for process in begun]
    assert [process.returncode for process in begun] == [0, 0, 0], told


def test_a_server_that_is_still_beginning_ends(tmp_path: Path) -> None:
    began = tmp_path / "began"
    (tmp_path / "slow.py").write_text(SLOW.format(began=str(began)))
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    around = surroundings(tmp_path, PYTHONPATH=str(tmp_path))
    process = subprocess.Popen(
        server("127.0.0.1", port, 1, "slow:application"), env=around, start_new_session=True
    )
    try:
        while not began.exists():
            assert process.poll() is None
            time.sleep(0.05)
        process.terminate()
        process.wait(timeout=60)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
