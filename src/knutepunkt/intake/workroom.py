"""A folder for one run; what runs that were killed left behind is removed by the next."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings


@contextmanager
def workroom() -> Iterator[Path]:
    """An empty folder in the data folder, ours until we leave; feeds hold what others must not see.

    Each folder is locked by its run; the lock goes with the process, however that ends.
    """
    work = room()
    with locked(work):
        tidy(work)
        folder = Path(mkdtemp(dir=work))
        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


def room() -> Path:
    """Where runs have their folders; made when it is not there."""
    work = Path(settings.DATA) / "work"
    work.mkdir(parents=True, exist_ok=True, mode=0o700)
    return work


@contextmanager
def locked(room: Path) -> Iterator[None]:
    """Hold a folder's lock, so that no run tidies while another makes its folder."""
    held = os.open(room, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def tidy(room: Path) -> None:
    """Remove the folders whose runs are no more."""
    for folder in room.iterdir():
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        except BlockingIOError:
            continue
        finally:
            os.close(held)
