"""What changed is told exactly while several processes write, on either database."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.crash.running import surroundings


@pytest.fixture
def database(db: None) -> Iterator[dict[str, str]]:
    """The address of an empty database of the kind these tests run on."""
    if connection.vendor != "postgresql":
        yield {}
        return
    server, name = os.environ["DATABASE_URL"], f"knutepunkt_busy_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        yield {"DATABASE_URL": f"{server.rpartition('/')[0]}/{name}"}
        link.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


def test_a_copy_is_whole_however_writes_fall_between_its_questions(
    database: dict[str, str], tmp_path: Path
) -> None:
    around = surroundings(tmp_path, **database) | {"PYTHONPATH": "src:."}
    command = [sys.executable, "-m", "tests.distribute.changes.busy"]

    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["is_whole"], told["exits"]) == (True, [0, 0, 0])
    assert told["answers"] > 1
