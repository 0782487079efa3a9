"""Opens a path as the files of one source: a file, a folder, a zip, or something gzipped.

Nothing is parsed here. Archives are unpacked into a folder of the caller's, under limits that are
counted on real bytes, not on what the archive says of itself.
"""

import gzip
import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import IO

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, Limits
from knutepunkt.collect.opened import Opened

CHUNK = 1024 * 1024
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
BOOK_PART = "[Content_Types].xml"
# Bytes that an archive's own directory may take for each member, its name included.
ENTRY = 512


def opened(paths: Iterable[Path], folder: Path, limits: Limits = DEFAULT) -> Opened:
    """The files of one source, from its main path and those given beside it.

    ``folder`` is an empty folder for what must be unpacked. Raises CollectError.
    """
    files: dict[str, Path] = {}
    for number, path in enumerate(paths):
        for name, file in files_of(path, folder / str(number), limits):
            files[name if name not in files else f"{number}/{name}"] = file
    if not files:
        raise CollectError("the source holds no files; you: check the path.")
    check_layers(files, limits)
    return Opened(files)


def check_layers(files: Mapping[str, Path], limits: Limits) -> None:
    """Refuse a zip that lies in a folder or another zip: nothing is unpacked twice."""
    for name, file in files.items():
        if beginning(file) == ZIP and not is_workbook(file, limits):
            raise CollectError(f"{name} is a zip within what you gave; you: unpack it, and name "
                               "what lies in it.")  # fmt: skip


def files_of(path: Path, folder: Path, limits: Limits, layers: int = 0) -> list[tuple[str, Path]]:
    """Names and paths of what one path holds; ``layers`` of gzip were unpacked already."""
    if path.is_dir():
        return members_of(path, limits)
    if not path.is_file():
        raise CollectError(f"there is no file or folder {path}; you: check the path.")
    start = beginning(path)
    if start.startswith(GZIP):
        if layers == limits.zip_layers:
            raise CollectError(f"{path.name} is packed over and over; the feed's owner: pack it "
                               "once.")  # fmt: skip
        return files_of(unzipped(path, folder, limits), folder / "inner", limits, layers + 1)
    if start.startswith(ZIP) and not is_workbook(path, limits):
        # What a gzip has grown to already grows no further.
        size = 0 if layers else path.stat().st_size
        return unpacked(path, folder, limits, limits.unpacked(size))
    return [(path.name, path)]


def members_of(path: Path, limits: Limits) -> list[tuple[str, Path]]:
    """The plain files of a folder that are not hidden, in order. Raises CollectError."""
    found = (file for file in path.rglob("*") if file.is_file())
    named = ((file.relative_to(path).as_posix(), file) for file in found)
    members = list(islice((one for one in named if not is_hidden(one[0])), limits.folder_files + 1))
    if len(members) > limits.folder_files:
        raise CollectError(f"{path} holds more than {limits.folder_files} files; you: name the one "
                           "that is the feed.")  # fmt: skip
    for name, _ in members:
        check_name(name)
    return sorted(members)


def check_name(name: str) -> None:
    """Refuse a name whose bytes are no text: it could not be kept. Raises CollectError."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raise CollectError(f"the name {name!a} is not UTF-8; you: rename the file.") from None


def is_hidden(name: str) -> bool:
    """Say whether a member lies under a hidden name, or in what macOS adds to a zip."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def beginning(path: Path) -> bytes:
    """The first four bytes."""
    with path.open("rb") as file:
        return file.read(4)


def is_workbook(path: Path, limits: Limits) -> bool:
    """Say whether a zip is an Excel workbook. Raises CollectError for a broken or endless zip."""
    try:
        check_directory(path, limits)
        with zipfile.ZipFile(path) as archive:
            return BOOK_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise CollectError(
            f"{path.name} is a broken zip; the feed's owner: send it anew."
        ) from None


def check_directory(path: Path, limits: Limits) -> None:
    """Refuse a zip whose list of members would fill our memory. Raises CollectError."""
    with path.open("rb") as file:
        # zipfile has no public door for this; tests/collect/test_opening.py notices if it moves.
        end = zipfile._EndRecData(file)  # type: ignore[attr-defined]
    if end is None:
        raise zipfile.BadZipFile
    if end[zipfile._ECD_SIZE] > limits.zip_members * ENTRY:  # type: ignore[attr-defined]
        raise CollectError(f"{path.name} holds more than {limits.zip_members} files; the feed's "
                           "owner: send an ordinary zip.")  # fmt: skip


def unzipped(path: Path, folder: Path, limits: Limits) -> Path:
    """The content of a gzip file, no larger than a zip may unpack to."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name.removesuffix(".gz")
    try:
        with gzip.open(path) as packed, target.open("wb") as out:
            copied(packed.read, out, limits.zip_total, path.name)
    except (OSError, EOFError, zlib.error):
        raise CollectError(f"{path.name} is a broken gzip file; the feed's owner: "
                           "send it anew.") from None  # fmt: skip
    return target


def copied(read: Callable[[int], bytes], out: IO[bytes], most: int, name: str) -> int:
    """Copy at most ``most`` bytes; raises CollectError when there are more. Returns the count."""
    count = 0
    while chunk := read(CHUNK):
        count += len(chunk)
        if count > most:
            raise CollectError(
                f"{name} unpacks to more than {most // CHUNK} MiB; the feed's owner: send less."
            )
        out.write(chunk)
    return count


def unpacked(path: Path, folder: Path, limits: Limits, most: int) -> list[tuple[str, Path]]:
    """The members of a zip, under names of our own so that none can leave the folder.

    They may be ``most`` bytes in all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        check_promises(members, path, limits, most)
        left = most
        files = []
        for number, member in enumerate(members):
            name = inside(member.filename)
            target = folder / f"{number}{Path(name).suffix[:12]}"
            try:
                with archive.open(member) as packed, target.open("wb") as out:
                    left -= copied(packed.read, out, left, path.name)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError,
                    zlib.error):  # fmt: skip
                raise CollectError(
                    f"{path.name} cannot be unpacked; the feed's owner: send a plain zip."
                ) from None
            files.append((name, target))
    if any(count > 1 for count in Counter(name for name, _ in files).values()):
        raise CollectError(f"{path.name} holds two files of one name; the feed's owner: send each "
                           "once.")  # fmt: skip
    return sorted(item for item in files if not is_hidden(item[0]))


def inside(filename: str) -> str:
    """A member's name as a path that cannot leave a folder, with nothing that does not print."""
    clean = "".join(letter if letter.isprintable() else "_" for letter in filename)
    parts = clean.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "file"


def check_promises(
    members: list[zipfile.ZipInfo], path: Path, limits: Limits, most: int
) -> None:  # fmt: skip
    """Refuse an archive whose own directory already promises too much."""
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    too_much = (
        (len(members) > limits.zip_members, f"holds more than {limits.zip_members} files"),
        (total > most, f"unpacks to more than {most // CHUNK} MiB"),
        (total > CHUNK and total / packed > limits.zip_ratio, "is packed suspiciously hard"),
    )
    for is_so, what in too_much:
        if is_so:
            raise CollectError(f"{path.name} {what}; the feed's owner: send an ordinary zip.")


def digest_of(opened_files: Opened, *said: object) -> str:
    """SHA-256 of every file, by name and content, and of what the user said about them."""
    whole = hashlib.sha256(repr(said).encode())
    for name, path in sorted(opened_files.files.items()):
        with path.open("rb") as file:
            whole.update(f"\0{name}\0".encode() + hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()
