"""Kills collecting at random moments: nothing is lost, nothing is half done, nothing is left over.

``KNUTEPUNKT_CRASHES`` says how many times; ``make test-crash`` asks for many.
"""

import os
import random
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from knutepunkt.search.index.opening import opened
from tests.crash.feeds import feed
from tests.crash.running import Snapshot, children, done, end, is_alive, snapshot, started

CRASHES = int(os.environ.get("KNUTEPUNKT_CRASHES", "6"))
RECORDS = 1500
WHOM = ("group", "parent", "child")


@dataclass(frozen=True)
class World:
    """A node as it was before, the feed as it is now, and what should come of it."""

    before: Path
    feed: Path
    old: Snapshot
    new: Snapshot
    seconds: float


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    room = tmp_path_factory.mktemp("crash")
    path = feed(room / "feed.json", RECORDS)
    before, after = room / "before", room / "after"
    assert done(before, "collect", str(path)).returncode == 0
    feed(path, RECORDS, is_later=True)
    shutil.copytree(before, after)
    begun = time.monotonic()
    assert done(after, "collect", str(path)).returncode == 0
    return World(before, path, snapshot(before), snapshot(after), time.monotonic() - begun)


@pytest.fixture
def data(world: World, tmp_path: Path) -> Path:
    return shutil.copytree(world.before, tmp_path / "data")


def gone(pids: list[int], seconds: float = 12) -> bool:
    """Say whether processes end by themselves."""
    deadline = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(map(is_alive, pids))


def killed(data: Path, path: Path, whom: str, moment: float) -> tuple[list[int], str]:
    """Start a run and kill it; its children, and what it said last."""
    process = started(data, "collect", str(path))
    time.sleep(moment)
    left = children(process.pid)
    end(process, whom)
    _, said = process.communicate(timeout=60)
    return left, said


@pytest.mark.parametrize("number", range(CRASHES))
def test_killed_run_leaves_the_old_or_the_new_and_the_next_completes_it(
    world: World, data: Path, number: int
) -> None:
    chance = random.Random(number)
    whom = WHOM[number % len(WHOM)]

    left, said = killed(data, world.feed, whom, chance.uniform(0.2, world.seconds))
    found = snapshot(data)
    again = done(data, "collect", str(world.feed))

    assert found in (world.old, world.new)
    assert ("Traceback" in said, len(said.splitlines()) <= 1) == (False, True)
    assert (again.returncode, again.stderr) == (0, "")
    assert (snapshot(data), gone(left)) == (world.new, True)
    assert list((data / "work").iterdir()) == []


@pytest.mark.parametrize("number", range(max(1, CRASHES // 6)))
def test_killed_indexing_is_caught_up_by_the_next_search(
    world: World, data: Path, number: int
) -> None:
    done(data, "collect", str(world.feed))
    process = started(data, "reindex")
    time.sleep(random.Random(number).uniform(0.5, 2.5))
    end(process, "group")
    process.communicate(timeout=60)

    answer = done(data, "search", "gruppe", "--json")

    assert (answer.returncode, indexed(data)) == (0, groups(data))


def indexed(data: Path) -> int:
    return opened(data / "index").size


def groups(data: Path) -> int:
    with closing(sqlite3.connect(data / "knutepunkt.sqlite3")) as link:
        return int(link.execute("SELECT count(*) FROM directory_group").fetchone()[0])


@pytest.mark.parametrize("number", range(max(1, CRASHES // 6)))
def test_run_killed_on_its_way_to_quarantine_waits_once_and_can_be_accepted(
    world: World, data: Path, tmp_path: Path, number: int
) -> None:
    smaller = feed(tmp_path / "smaller.json", RECORDS // 2)
    said = ("collect", str(smaller), "--source", "feed")
    process = started(data, *said)
    time.sleep(random.Random(number).uniform(1.0, world.seconds))
    end(process, "group")
    process.communicate(timeout=60)

    again = done(data, *said)
    waiting = done(data, "runs", "list").stdout.count("quarantined")
    accepted = done(data, "runs", "accept", "2")

    assert (again.returncode, waiting, accepted.returncode) == (3, 1, 0)
    assert list((data / "files" / "quarantine").iterdir()) == []


def test_two_runs_at_once_take_turns(world: World, data: Path) -> None:
    both = [started(data, "collect", str(world.feed)) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]

    assert ([process.returncode for process in both], said) == ([0, 0], ["", ""])
    assert snapshot(data) == world.new


def test_first_start_killed_early_does_not_spoil_the_next(world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    for moment in (0.15, 0.3, 0.5, 0.8):
        process = started(data, "sources", "list")
        time.sleep(moment)
        end(process, "group")
        process.communicate(timeout=60)

    answer = done(data, "sources", "list")

    assert (answer.returncode, answer.stderr) == (0, "")


def test_emptied_key_is_made_anew(world: World, data: Path) -> None:
    (data / "secret-key").write_text("")

    answer = done(data, "sources", "list")

    assert (answer.returncode, (data / "secret-key").stat().st_size > 50) == (0, True)
