"""Runs the program as people do: a process of its own, with a data folder of its own."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

COMMAND = (sys.executable, "-m", "knutepunkt")
Snapshot = dict[str, str]
# What differs between two runs of the same: moments, random ids, and rows' own numbers.
VARYING = {"uuid", "uid", "id", "seen_at", "started_at", "added_at", "confirmed_at", "report",
           "mark", "missing_since"}  # fmt: skip


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The environment of a node of its own, always on its own SQLite."""
    kept = {k: v for k, v in os.environ.items() if k != "DATABASE_URL" and "KNUTEPUNKT" not in k}
    return kept | {"KNUTEPUNKT_DATA": str(data), "PYTHONPATH": "src"} | more


def started(data: Path, *said: str, **more: str) -> "subprocess.Popen[str]":
    """The program on its way, as the head of a process group."""
    return subprocess.Popen(
        [*COMMAND, *said], env=surroundings(data, **more), text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def done(data: Path, *said: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """The program, run to its end."""
    return subprocess.run(
        [*COMMAND, *said], env=surroundings(data, **more), text=True, capture_output=True,
        timeout=120,
    )  # fmt: skip


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]


def end(process: "subprocess.Popen[str]", whom: str) -> None:
    """Kill the whole group, only the parent, or only the reading child."""
    try:
        if whom == "group":
            os.killpg(process.pid, signal.SIGKILL)
        elif whom == "parent":
            process.kill()
        else:
            for child in children(process.pid):
                os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        return


def is_alive(pid: int) -> bool:
    """Say whether a process is there and not only waiting to be buried."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def snapshot(data: Path) -> Snapshot:
    """Every table of what was collected, as a hash of its rows without what always varies."""
    path = data / "knutepunkt.sqlite3"
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert link.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: hashed(link, table) for table in tables(link)}


def tables(link: sqlite3.Connection) -> Iterator[str]:
    """The tables that collecting writes."""
    rows = link.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    yield from (name for (name,) in rows if name.startswith(("collect_", "directory_")))


def hashed(link: sqlite3.Connection, table: str) -> str:
    """The number of rows and a hash of their lasting columns."""
    columns = [row[1] for row in link.execute(f"PRAGMA table_info({table})")]
    lasting = [
        name for name in columns if name not in VARYING and not name.endswith(("_id", "_at"))
    ]
    query = f"SELECT {','.join(lasting) or '1'} FROM {table}"  # noqa: S608 - our own tables
    rows = sorted(map(repr, link.execute(query)))
    return f"{len(rows)} {hashlib.sha256(''.join(rows).encode()).hexdigest()}"
