"""One process at a time does some work: the others wait for it instead of failing."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def alone(work: str) -> Iterator[None]:
    """Hold the data folder's lock for some work; it is freed with the process, come what may."""
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (settings.DATA / f"{work}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
