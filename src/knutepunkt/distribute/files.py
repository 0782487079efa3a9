"""Puts a file in the place of another, whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path beside the file to write to; it takes the file's place when all went well."""
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}-")
    os.close(handle)
    half = Path(name)
    try:
        yield half
        half.chmod(0o644)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


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
