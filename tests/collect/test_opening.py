"""What one path holds: files, folders, archives, and names that try to leave."""

import gzip
import os
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, MEBIBYTE, Limits
from knutepunkt.collect.opening import inside, opened


def names(path: Path, folder: Path, limits: Limits = DEFAULT) -> list[str]:
    return list(opened([path], folder / "room", limits).files)


def zipped(folder: Path, *members: str) -> Path:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for name in members:
            archive.writestr(name, "x")
    return folder / "a.zip"


def test_file_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")

    assert names(tmp_path / "a.json", tmp_path) == ["a.json"]


def test_folder_is_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    for name in ("b.csv", "a/c.csv", ".git/d.csv", "__MACOSX/e.csv", ".f.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")

    assert names(folder, tmp_path) == ["a/c.csv", "b.csv"]


def test_zip_is_its_members_in_order_without_hidden_ones(tmp_path: Path) -> None:
    path = zipped(tmp_path, "b.csv", "a/c.csv", ".d.csv", "__MACOSX/._b.csv")

    assert names(path, tmp_path) == ["a/c.csv", "b.csv"]


def test_gzip_is_what_it_packs(tmp_path: Path) -> None:
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(b"[]"))

    assert names(tmp_path / "a.json.gz", tmp_path) == ["a.json"]


def test_zip_in_gzip_is_opened(tmp_path: Path) -> None:
    path = zipped(tmp_path, "a.csv", "b.csv")
    (tmp_path / "a.zip.gz").write_bytes(gzip.compress(path.read_bytes()))

    assert names(tmp_path / "a.zip.gz", tmp_path) == ["a.csv", "b.csv"]


def test_zip_with_too_many_members_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = zipped(tmp_path, *(f"{number:0300}.csv" for number in range(9)))

    with pytest.raises(CollectError) as caught:
        names(path, tmp_path, Limits(zip_members=5))

    assert str(caught.value) == (
        "a.zip holds more than 5 files; the feed's owner: send an ordinary zip."
    )


def zipped_noise(folder: Path, size: int) -> Path:
    """A zip whose one file packs to about a third, as tables of UUIDs do."""
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", random.Random(1).randbytes(size // 3).hex() + "x" * (size // 3))
    return folder / "a.zip"


def test_a_large_zip_may_unpack_to_ten_times_its_size(tmp_path: Path) -> None:
    path = zipped_noise(tmp_path, 30_000)

    assert names(path, tmp_path, Limits(zip_total=9_000)) == ["a.csv"]


def test_what_a_gzip_grew_to_grows_no_further(tmp_path: Path) -> None:
    path = zipped_noise(tmp_path, 30_000)
    (tmp_path / "b.zip.gz").write_bytes(gzip.compress(path.read_bytes()))

    with pytest.raises(CollectError) as caught:
        names(tmp_path / "b.zip.gz", tmp_path, Limits(zip_total=20_000))

    assert str(caught.value) == (
        "b.zip unpacks to more than 0 MiB; the feed's owner: send an ordinary zip."
    )


def test_a_fetched_zip_grows_no_further_than_before() -> None:
    assert DEFAULT.unpacked(DEFAULT.body) == DEFAULT.zip_total


def test_large_files_get_more_memory_but_not_all_there_is() -> None:
    assert DEFAULT.memory(DEFAULT.zip_total) == DEFAULT.address_space
    assert DEFAULT.address_space < DEFAULT.memory(60 * MEBIBYTE) <= DEFAULT.memory(1 << 60)
    assert DEFAULT.memory(1 << 60) < os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b.csv", "a/b.csv"),
        ("../../a.csv", "a.csv"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\a\\..\\b.csv", "C:/a/b.csv"),
        ("a\nb\x1b.csv", "a_b_.csv"),
        ("..", "file"),
    ],
)
def test_name_cannot_leave_its_folder(name: str, expected: str) -> None:
    assert inside(name) == expected


@given(st.text())
def test_no_name_leaves_its_folder(name: str) -> None:
    root = Path("/room")

    assert (root / inside(name)).resolve().is_relative_to(root)


def test_zip_within_a_folder_or_a_zip_is_told_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    folder.mkdir()
    inner = zipped(folder, "b.csv")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(inner, "inner.zip")

    with pytest.raises(CollectError, match=r"^a\.zip is a zip within"):
        names(folder, tmp_path / "1")
    with pytest.raises(CollectError, match=r"^inner\.zip is a zip within"):
        names(tmp_path / "outer.zip", tmp_path / "2")
