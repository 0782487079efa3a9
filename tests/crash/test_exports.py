"""Kills exports at random moments: the old file stays whole, and the next run leaves nothing over.

One format is killed each time; ``make test-crash`` kills all of them.
"""

import json
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from knutepunkt.distribute.dump import DESCRIPTOR, digest
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


def is_whole(out: Path, whole: Path) -> bool:
    """Whether an export is all there, as a run leaves it that is killed at its very end."""
    if whole.parent.name in DATED:
        return abs(out.stat().st_size / whole.stat().st_size - 1) < 0.01
    return out.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("form", KILLED)
def test_killed_export_leaves_the_old_file_and_the_next_is_whole(
    form: str, node: Path, tmp_path: Path
) -> None:
    out, whole = tmp_path / "all", tmp_path / form / "all"
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

    assert out.read_bytes() == b"old" or is_whole(out, whole)
    for half in tmp_path.glob(".all-*"):
        os.utime(half, (0, time.time() - 2 * SETTLED))
    assert done(node, *words, str(out)).returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["all", form])
    assert is_whole(out, whole)


def described(folder: Path) -> dict[str, str]:
    """The digests of the files of a dump, as its descriptor has them."""
    package = json.loads((folder / DESCRIPTOR).read_text())
    return {one["path"]: one["hash"] for one in package["resources"]}


def found(folder: Path) -> dict[str, str]:
    """The digests of the files of a dump, as they are."""
    files = [one for one in folder.iterdir() if one.name != DESCRIPTOR]
    return {one.name: f"sha256:{digest(one)}" for one in files}


@pytest.mark.skipif(not IS_LONG, reason="make test-crash kills the dump too")
def test_killed_dump_leaves_the_old_folder_and_the_next_is_whole(
    node: Path, tmp_path: Path
) -> None:
    out = tmp_path / "open"
    begun = time.monotonic()
    assert done(node, "dump", "--out", str(out)).returncode == 0
    seconds = time.monotonic() - begun
    before = {one.name for one in out.iterdir()}

    process = started(node, "dump", "--out", str(out))
    time.sleep(random.uniform(0.3, 0.9) * seconds)
    end(process, "group")
    process.communicate()

    assert {one.name for one in out.iterdir()} == before
    assert described(out) == found(out)
    assert done(node, "dump", "--out", str(out)).returncode == 0
    assert {one.name for one in out.iterdir()} == before
    assert len([*tmp_path.glob(".open-whole-*")]) == 1
