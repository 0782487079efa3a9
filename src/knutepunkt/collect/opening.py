"""Opens a path as the files of one source: a file, a folder, a zip, or something gzipped.

Nothing is parsed here. Archives are unpacked into a folder of the caller's, under limits that are
counted on real bytes, not on what the archive says of itself.
"""

import gzip
import hashlib
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, Limits
from knutepunkt.collect.opened import Opened

CHUNK = 1024 * 1024
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
BOOK_PART = "[Content_Types].xml"


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
    return Opened(files)


def files_of(path: Path, folder: Path, limits: Limits) -> list[tuple[str, Path]]:
    """Names and paths of what one path holds."""
    if path.is_dir():
        members = [file for file in sorted(path.rglob("*")) if is_ordinary(file, path)]
        return [(file.relative_to(path).as_posix(), file) for file in members]
    if not path.is_file():
        raise CollectError(f"there is no file or folder {path}; you: check the path.")
    start = beginning(path)
    if start.startswith(GZIP):
        return files_of(unzipped(path, folder, limits), folder / "inner", limits)
    if start.startswith(ZIP) and not is_workbook(path):
        return unpacked(path, folder, limits)
    return [(path.name, path)]


def is_ordinary(file: Path, root: Path) -> bool:
    """Say whether a folder's member is a plain file that is not hidden."""
    parts = file.relative_to(root).parts
    return file.is_file() and not any(part.startswith((".", "__MACOSX")) for part in parts)


def beginning(path: Path) -> bytes:
    """The first four bytes."""
    with path.open("rb") as file:
        return file.read(4)


def is_workbook(path: Path) -> bool:
    """Say whether a zip is an Excel workbook. Raises CollectError for a broken zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            return BOOK_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise CollectError(
            f"{path.name} is a broken zip; the feed's owner: send it anew."
        ) from None


def unzipped(path: Path, folder: Path, limits: Limits) -> Path:
    """The content of a gzip file, no larger than a zip may unpack to."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name.removesuffix(".gz")
    try:
        with gzip.open(path) as packed, target.open("wb") as out:
            copied(packed.read, out, limits.zip_total, path.name)
    except (OSError, EOFError) as error:
        raise CollectError(f"{path.name} is a broken gzip file ({error}); the feed's owner: "
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


def unpacked(path: Path, folder: Path, limits: Limits) -> list[tuple[str, Path]]:
    """The members of a zip, under names of our own so that none can leave the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        check_promises(members, path, limits)
        left = limits.zip_total
        files = []
        for number, member in enumerate(members):
            target = folder / f"{number}{Path(member.filename).suffix}"
            try:
                with archive.open(member) as packed, target.open("wb") as out:
                    left -= copied(packed.read, out, left, path.name)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
                raise CollectError(
                    f"{path.name} cannot be unpacked; the feed's owner: send a plain zip."
                ) from None
            files.append((member.filename.replace("\\", "/"), target))
    return sorted(item for item in files if not item[0].startswith("__MACOSX/"))


def check_promises(members: list[zipfile.ZipInfo], path: Path, limits: Limits) -> None:
    """Refuse an archive whose own directory already promises too much."""
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    too_much = (
        (len(members) > limits.zip_members, f"holds more than {limits.zip_members} files"),
        (total > limits.zip_total, f"unpacks to more than {limits.zip_total // CHUNK} MiB"),
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
