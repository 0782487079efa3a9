"""A damaged index is noticed before it answers, and a killed writer leaves the old one whole."""

import os
import resource
import signal
import time
from pathlib import Path

import pytest

from knutepunkt.search.index import Damaged, Record, Row, build, change, current, opening
from knutepunkt.search.index.manifest import VERSION
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.opening import forget
from knutepunkt.search.index.postings import LEVELS
from knutepunkt.search.index.record import Level, as_words


def group(pk: int, word: str = "sorg") -> Record:
    words = as_words([(Level.MARK, [word])], Numbers())
    facets = ["state:active"]
    return Record(pk, f"{pk}", b"a", words, facets, 0, True, [Row()], b"{}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path, [group(pk) for pk in range(50)], "", 1)
    return tmp_path


def test_who_numbers_the_levels_otherwise_writes_another_version() -> None:
    names = "MARK TEXT PLACE ORGANISATION TOLD LABEL ABOVE CONCEPT NAME".split()
    assert (VERSION, [level.name for level in sorted(Level)]) == (10, names)
    assert len(Level) == LEVELS


@pytest.mark.parametrize("place", range(0, 4000, 397))
def test_a_byte_changed_anywhere_is_noticed(folder: Path, place: int) -> None:
    (path,) = folder.glob("*.seg")
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 0x40
    path.write_bytes(content)
    forget()

    try:
        found = current(folder)
    except Damaged:
        return
    # What lies between two arrays belongs to none, so nothing that is read has changed.
    assert found.count("sorg") == 50


def test_a_byte_changed_in_a_large_file_is_noticed_soon(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SMALL", 0)
    (path,) = folder.glob("*.seg")
    content = bytearray(path.read_bytes())
    content[1] ^= 0x40
    path.write_bytes(content)
    forget()

    found = current(folder)

    with pytest.raises(Damaged):
        found.settle()
    with pytest.raises(Damaged):
        current(folder)


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_file_that_loses_its_end_while_it_is_open_is_noticed(folder: Path, share: float) -> None:
    current(folder)
    (path,) = folder.glob("*.seg")
    os.truncate(path, int(path.stat().st_size * share))

    with pytest.raises(Damaged):
        current(folder)


def test_a_byte_changed_while_a_file_is_open_is_noticed(folder: Path) -> None:
    current(folder)
    (path,) = folder.glob("*.seg")
    with path.open("r+b") as file:
        file.write(bytes([path.read_bytes()[0] ^ 0x40]))

    with pytest.raises(Damaged):
        current(folder)


def test_a_file_that_was_only_touched_is_opened_anew(folder: Path) -> None:
    current(folder)
    (path,) = folder.glob("*.seg")
    os.utime(path)

    assert current(folder).count("sorg") == 50


@pytest.mark.parametrize("left", [0, 3, 4, -1])
def test_a_damaged_list_of_the_dead_is_noticed(folder: Path, left: int) -> None:
    change(current(folder), [3], [], 2, 0)
    (path,) = folder.glob("*.dead")
    path.write_bytes(path.read_bytes()[:left] + b"\xff" * (left < 0))
    forget()

    with pytest.raises(Damaged):
        current(folder)


def test_a_build_that_has_no_room_leaves_nothing_behind(folder: Path) -> None:
    before = sorted(folder.iterdir())
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most[1]))

    try:
        with pytest.raises(OSError, match="File too large"):
            build(folder, [group(1, "angst")], "", 2)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)

    assert sorted(folder.iterdir()) == before
    assert current(folder).count("sorg") == 50


def test_what_is_open_answers_on_while_a_writer_replaces_it(folder: Path) -> None:
    before = current(folder)

    build(folder, [group(1, "angst")], "", 2)

    assert (before.count("sorg"), current(folder).count("angst")) == (50, 1)


@pytest.mark.parametrize("number", range(int(os.environ.get("KNUTEPUNKT_CRASHES", "5"))))
def test_a_writer_killed_at_any_moment_leaves_a_whole_index(folder: Path, number: int) -> None:
    child = os.fork()
    if not child:
        index = current(folder)
        for edition in range(2, 1000):
            index = change(index, [edition % 50], [group(edition % 50)], edition, 0)
        os._exit(0)
    time.sleep(0.01 + number * 0.0137)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

    found = current(folder)
    found.verify()

    assert found.pks() == set(range(50))
