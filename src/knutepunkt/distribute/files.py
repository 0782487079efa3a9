"""Puts a file or a folder in the place of another, whole or not at all."""

import errno
import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp, mkstemp

from knutepunkt.distribute.errors import DistributeError

HALF = ".half"
SETTLED = 60.0


def way_out(error: OSError) -> str:
    """What whoever wanted to write can do about it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "make room"
    return "choose a place that can be written"


def plain_file(said: str) -> Path:
    """The path of a file that may be replaced: no folder, device or pipe. Raises DistributeError.

    A device that is replaced by a file is lost to the whole machine.
    """
    path = Path(said)
    if said.endswith(os.sep) or (path.exists() and not path.is_file()):
        raise DistributeError(f"{said} is no file; you: name the file to write.")
    if any(one.exists() and not one.is_dir() for one in path.parents):
        raise DistributeError(f"{said} lies below a file; you: name one in a folder.")
    return path


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path beside the file to write to; it takes the file's place when all went well.

    What somebody who was killed left half done there is taken away: a writer holds its own.
    """
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=HALF)
    half = Path(name)
    try:
        with suppress(OSError):  # a disk without locks: then nothing is taken away either
            fcntl.flock(handle, fcntl.LOCK_EX)
        take_away_left(path)
        yield half
        half.chmod(0o644)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
        os.close(handle)


def take_away_left(path: Path) -> None:
    """Take away the halves of a file that nobody holds; one just begun may not be held yet."""
    long_ago = time.time() - SETTLED
    for other in path.parent.glob(f".{escape(path.name)}-*{HALF}"):
        with suppress(OSError), other.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if other.stat().st_mtime < long_ago:
                other.unlink()


def write_list(path: Path, items: Iterable[bytes]) -> None:
    """Write JSON values as one list, a line each."""
    with replaced(path) as half, half.open("wb") as file:
        file.write(b"[")
        for number, item in enumerate(items):
            file.write(b",\n" if number else b"\n")
            file.write(item)
        file.write(b"\n]\n")


def write_lines(path: Path, items: Iterable[bytes]) -> None:
    """Write JSON values as lines."""
    with replaced(path) as half, half.open("wb") as file:
        for item in items:
            file.write(item)
            file.write(b"\n")


@contextmanager
def swapped(folder: Path, known_by: str) -> Iterator[Path]:
    """An empty folder to fill; when all went well ``folder`` leads to it, in one step.

    ``folder`` becomes a link to a hidden folder beside it. Whoever ends this in the middle leaves
    the old one whole; the next call takes away what was left half done. ``known_by`` is a file
    that tells a folder of ours from somebody else's. Raises DistributeError.
    """
    place = folder.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    before = f".{place.name}-whole-"
    with only_one(place):
        refuse_foreign(place, known_by)
        new = Path(mkdtemp(dir=place.parent, prefix=before))
        try:
            yield new
            new.chmod(0o755)
            lead(place, new)
        finally:
            kept = place.resolve()
            for other in place.parent.glob(f"{before}*"):
                if other.resolve() != kept:
                    shutil.rmtree(other) if not other.is_symlink() else other.unlink()


@contextmanager
def only_one(place: Path) -> Iterator[None]:
    """Hold a folder's place, so that two do not fill it at a time. Raises DistributeError."""
    with (place.parent / f".{place.name}-lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DistributeError(
                f"another process is writing {place}; you: wait until it has ended."
            ) from None
        yield


def refuse_foreign(place: Path, known_by: str) -> None:
    """Leave a folder alone that holds something else than ours. Raises DistributeError."""
    if place.is_symlink() or not place.exists():
        return
    if place.is_dir() and ((place / known_by).exists() or not any(place.iterdir())):
        return
    raise DistributeError(f"{place} holds something else; you: name a folder that is not there.")


def lead(place: Path, new: Path) -> None:
    """Let a place lead to a new folder; a plain folder of ours there is put aside first."""
    link = new.with_name(f"{new.name}-link")
    link.symlink_to(new.name)
    if place.is_dir() and not place.is_symlink():
        place.rename(new.with_name(f"{new.name}-old"))
    link.replace(place)
