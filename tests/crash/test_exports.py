"""Kills exports at random moments: the old file stays whole, and the next run leaves nothing over.

One format is killed each time; ``make test-crash`` kills all of them.
"""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from knutepunkt.distribute.files import SETTLED
from knutepunkt.distribute.formats.registry import MODULES
from tests.crash.feeds import feed
from tests.crash.running import done, end, started

ALL = [name for name in MODULES if not name.startswith("pdf")]
# What tells the moment it was written differs from run to run.
DATED = {"hsds-csv", "xlsx", "ical", "atom", "skos"}
IS_LONG = "KNUTEPUNKT_CRASHES" in os.environ
KILLED = ALL if IS_LONG else ["hsds"]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("exports")
    assert done(room / "data", "collect", str(feed(room / "feed.json", 300))).returncode == 0
    return room / "data"


@pytest.mark.parametrize("form", KILLED)
def test_killed_export_leaves_the_old_file_and_the_next_is_whole(
    form: str, node: Path, tmp_path: Path
) -> None:
    out, whole = tmp_path / "all", tmp_path / "whole" / "all"
    words = ("export", "--format", form, "--out")
    begun = time.monotonic()
    assert done(node, *words, str(whole)).returncode == 0
    seconds = time.monotonic() - begun
    shutil.rmtree(node / "finished", ignore_errors=True)
    out.write_text("old")

    process = started(node, *words, str(out))
    time.sleep(random.uniform(0.3, 0.95) * seconds)
    end(process, "group")
    process.communicate()

    assert out.read_text() == "old" or process.returncode == 0
    for half in tmp_path.glob(".all-*"):
        os.utime(half, (0, time.time() - 2 * SETTLED))
    assert done(node, *words, str(out)).returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["all", "whole"]
    if form not in DATED:
        assert out.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(not IS_LONG, reason="make test-crash kills the dump too")
def test_killed_dump_leaves_the_old_folder_and_the_next_is_whole(
    node: Path, tmp_path: Path
) -> None:
    out = tmp_path / "open"
    begun = time.monotonic()
    assert done(node, "dump", "--out", str(out)).returncode == 0
    seconds = time.monotonic() - begun
    before = {one.name: one.read_bytes() for one in out.iterdir()}

    process = started(node, "dump", "--out", str(out))
    time.sleep(random.uniform(0.3, 0.9) * seconds)
    end(process, "group")
    process.communicate()

    after = {one.name: one.read_bytes() for one in out.iterdir()}
    assert after == before or process.returncode == 0
    assert done(node, "dump", "--out", str(out)).returncode == 0
    assert {one.name for one in out.iterdir()} == {*before}
    assert len([*tmp_path.glob(".open-whole-*")]) == 1
