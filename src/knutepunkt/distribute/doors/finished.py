"""Finished files: a feed is written once for each state of the directory, then only handed out.

They lie in the data folder and may be deleted at any time.
"""

import fcntl
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic, sleep

from django.conf import settings

from knutepunkt.distribute.exporting import export, frame_for
from knutepunkt.distribute.formats.base import Format
from knutepunkt.distribute.hsds.grounds import ground
from knutepunkt.distribute.published import Choice

MOST = 500
WORKERS = 2
PATIENCE = 20.0
PAUSE = 0.1
THREADS = BoundedSemaphore(2)  # Of four.


class TooBusyError(Exception):
    """All who write files are at it; ask again in a while."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A file with what a cache asks for."""

    path: Path
    etag: str
    modified: datetime | None


def folder() -> Path:
    """Where finished files lie."""
    return Path(settings.DATA) / "feeds"


def state_of(form: Format, choice: Choice, language: str, today: str) -> str:
    """Changes whenever the file would: with the directory, the vocabulary and the day."""
    parts = (form.name, choice.theme, choice.municipality, language, today, *ground())
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def finished(form: Format, choice: Choice, language: str, now: datetime) -> Finished:
    """The file for a state of the directory, written when it is first asked for.

    Raises TooBusyError when it cannot be written soon.
    """
    state = state_of(form, choice, language, now.date().isoformat())
    path = folder() / f"{state}.{form.ending}"
    if not path.exists():
        with a_thread(), a_worker():
            if not path.exists():
                export(form, path, choice, frame=frame_for(choice, language, now))
                tidy(path)
    return Finished(path, f'"{state}"', written_at(path, now))


def written_at(path: Path, now: datetime) -> datetime | None:
    """The second in which a file was written, rounded up; None when it was not over at ``now``.

    Another write may come in that second, and its file would then not be told from this one.
    """
    second = math.ceil(path.stat().st_mtime)
    return datetime.fromtimestamp(second, UTC) if second < now.timestamp() else None


@contextmanager
def a_thread() -> Iterator[None]:
    """One of few threads of this process that may write or wait for it: the rest answer others.

    Raises TooBusyError.
    """
    if not THREADS.acquire(blocking=False):
        raise TooBusyError
    try:
        yield
    finally:
        THREADS.release()


@contextmanager
def a_worker() -> Iterator[None]:
    """One of few places to write at; waits for one a while. Raises TooBusyError."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    end, number = monotonic() + PATIENCE, 0
    while True:
        with (folder() / f".worker-{number % WORKERS}").open("w") as file:
            if is_locked(file.fileno()):
                yield
                return
        number += 1
        if monotonic() > end:
            raise TooBusyError
        sleep(PAUSE)


def is_locked(handle: int) -> bool:
    """Say whether the lock was to be had."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def tidy(newest: Path) -> None:
    """Keep the newest files only: a file for each choice and state would fill the disk."""
    known = [path for path in folder().iterdir() if not path.name.startswith(".")]
    known.sort(key=age, reverse=True)
    for path in known[MOST:]:
        if path != newest:
            path.unlink(missing_ok=True)


def age(path: Path) -> float:
    """When a file was written; 0 for one that another has taken away meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
