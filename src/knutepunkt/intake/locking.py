"""One run writes at a time: the others wait for it instead of failing."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def only_writer() -> Iterator[None]:
    """Hold the data folder's lock; it is freed with the process, however that ends."""
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (settings.DATA / "collect.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
