"""Paths that are no ordinary files: pipes, devices, loops, crowds, names that are no text."""

import os
import threading
import time
from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import Limits
from knutepunkt.collect.opening import files_of
from knutepunkt.intake.flow import collect
from knutepunkt.intake.request import Request
from tests.hostile.feeds import GOOD, as_json, written

pytestmark = pytest.mark.django_db


def refusal(path: Path | str) -> str:
    with pytest.raises(CollectError) as caught:
        collect(Request(str(path)))
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, "feed.json", as_json(GOOD))
    return tmp_path


def test_pipe_in_a_folder_is_passed_by(folder: Path) -> None:
    os.mkfifo(folder / "pipe.json")

    assert collect(Request(str(folder))).read == 1


def test_links_that_go_round_are_passed_by(folder: Path) -> None:
    (folder / "round").symlink_to(folder)
    (folder / "self.json").symlink_to(folder / "self.json")

    assert collect(Request(str(folder))).read == 1


def test_pipe_itself_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")

    assert refusal(tmp_path / "pipe.json") == (
        f"there is no file or folder {tmp_path}/pipe.json; you: check the path."
    )


def test_device_is_no_file() -> None:
    assert refusal("/dev/zero") == "there is no file or folder /dev/zero; you: check the path."


def test_crowded_folder_is_refused(folder: Path) -> None:
    for number in range(3):
        written(folder, f"{number}.json", b"[]")

    with pytest.raises(CollectError) as caught:
        files_of(folder, folder / "out", Limits(folder_files=3))

    assert str(caught.value) == (
        f"{folder} holds more than 3 files; you: name the one that is the feed."
    )


def test_name_with_a_line_break_and_snow_is_a_name(tmp_path: Path) -> None:
    path = written(tmp_path, "snø\n☃.json", as_json(GOOD))

    assert collect(Request(str(path))).source == "sn"


def test_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")
    Path(path).write_bytes(as_json(GOOD))

    said = f"{tmp_path}/\\udcff.json"
    assert refusal(path) == f"the name '{said}' is not UTF-8; you: rename the file."


def test_name_that_is_no_text_in_a_folder_is_refused(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.json")).write_bytes(b"[]")

    assert refusal(folder) == "the name '\\udcff.json' is not UTF-8; you: rename the file."


@pytest.mark.slow
def test_file_that_grows_while_it_is_read_ends(tmp_path: Path) -> None:
    path = written(tmp_path, "growing.ndjson", as_json(GOOD[0]) + b"\n")
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab") as file:
            while not stop.is_set():
                file.write(b'{"name": "B", "slug": "b", "day": 1, "types": []}\n' * 50)
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    begun = time.monotonic()
    try:
        collect(Request(str(path)))
    except CollectError:
        pass
    finally:
        stop.set()
        writer.join()

    assert time.monotonic() - begun < 30


def test_no_member_of_an_archive_lands_outside(tmp_path: Path) -> None:
    from tests.hostile.archives import zip_climbing_out

    room = tmp_path / "a" / "b" / "c" / "d" / "e" / "f"
    room.mkdir(parents=True)

    found = files_of(zip_climbing_out(tmp_path), room, Limits())

    assert [(name, file.parent) for name, file in found] == [("escaped.json", room)]
