"""Files of named arrays: written once, mapped into memory, checked by their sums.

A file is its arrays one after the other, each on a boundary of 64 bytes, then what they are called
as JSON, then the length and sum of that JSON and a mark. A file that was not written to its end
lacks the mark.
"""

import json
import mmap
import os
import struct
import threading
import zlib
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MARK = b"KNUTE001"
TAIL = struct.Struct("<QI8s")
BOUNDARY = 64
PIECE = 1 << 22
Array = NDArray[Any]
Identity = tuple[int, int, int, int]
CHANGED: set[Identity] = set()  # The files that this process has found to be damaged.


class Damaged(Exception):  # noqa: N818 - it names what the file is
    """The index cannot be used and has to be rebuilt."""


class Writer:
    """Writes a file of arrays beside its place; ``close`` puts it there, whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.beside = path.with_suffix(".new")
        self.file = self.beside.open("wb")
        self.arrays: dict[str, list[Any]] = {}

    def add(self, name: str, array: Array) -> None:
        """Write one array."""
        self.begin(name, array.dtype, array.shape[1:])
        self.append(array)

    def begin(self, name: str, dtype: Any, shape: tuple[int, ...] = ()) -> None:
        """Start an array that comes in pieces; ``shape`` is that of its rows."""
        self.file.write(bytes(-self.file.tell() % BOUNDARY))
        self.arrays[name] = [np.dtype(dtype).str, list(shape), self.file.tell(), 0, 0]
        self.latest = self.arrays[name]

    def append(self, array: Array) -> None:
        """Write the next piece of the array that was begun."""
        piece = np.ascontiguousarray(array).data.cast("B") if array.size else b""
        self.latest[3] += len(piece)
        self.latest[4] = zlib.crc32(piece, self.latest[4])
        self.file.write(piece)

    def close(self, meta: dict[str, Any]) -> tuple[int, int]:
        """Finish the file, safe on disk. Returns its size in bytes and the sum of all its sums."""
        told = json.dumps({"arrays": self.arrays, "meta": meta}).encode()
        total = zlib.crc32(told)
        self.file.write(told + TAIL.pack(len(told), total, MARK))
        self.file.flush()
        os.fsync(self.file.fileno())
        size = self.file.tell()
        self.file.close()
        self.beside.rename(self.path)
        return size, total


class Stored:
    """A file of arrays, mapped into memory and shared with every process that maps it."""

    checking: threading.Thread | None = None

    def __init__(self, path: Path) -> None:
        """Map a file. Raises Damaged when it is not there or was not written to its end."""
        self.path = path
        try:
            with path.open("rb") as file:
                self.handle = os.dup(file.fileno())
                self.map = mmap.mmap(self.handle, 0, access=mmap.ACCESS_READ)
            self.size = len(self.map)
            told = self.contents()
        except (OSError, ValueError, struct.error, KeyError) as error:
            raise Damaged(f"{path.name} is missing or not whole") from error
        if self.identity in CHANGED:
            raise Damaged(f"{path.name} has changed since it was written")
        self.meta: dict[str, Any] = told["meta"]
        self.sums: dict[str, tuple[int, int, int]] = {}
        self.arrays = {name: self.mapped(name, *row) for name, row in told["arrays"].items()}

    def contents(self) -> dict[str, Any]:
        """What the file says it holds. Raises ValueError."""
        length, total, mark = TAIL.unpack(self.map[-TAIL.size :])
        told = self.map[-TAIL.size - length : -TAIL.size]
        if mark != MARK or zlib.crc32(told) != total:
            raise ValueError("the end of the file is not what was written")
        self.sum = total
        found: dict[str, Any] = json.loads(told)
        return found

    def mapped(
        self, name: str, dtype: str, shape: list[int], start: int, length: int, total: int
    ) -> Array:
        """One array, without copying it."""
        self.sums[name] = (start, length, total)
        flat = np.frombuffer(self.map, np.dtype(dtype), length // np.dtype(dtype).itemsize, start)
        return flat.reshape(-1, *shape) if shape else flat

    def let_go(self) -> None:
        """Give back the memory of what has been read; what is read again comes from the file."""
        self.map.madvise(mmap.MADV_DONTNEED)

    def is_whole(self) -> bool:
        """Say whether nothing is known to be wrong with the file, and nobody wrote to it since.

        Nobody may read a map beyond its file's end.
        """
        status, known = os.fstat(self.handle), self.identity
        is_same = (status.st_size, status.st_mtime_ns) == (self.size, known[1])
        return is_same and known not in CHANGED

    @cached_property
    def identity(self) -> Identity:
        """What tells the file from others, also from one that was put in its place."""
        status = os.fstat(self.handle)
        return status.st_ino, status.st_mtime_ns, self.size, self.sum

    def verify(self) -> None:
        """Read everything, beside the map, and compare the sums. Raises Damaged."""
        for name, (start, length, total) in self.sums.items():
            found, end = 0, start + length
            for at in range(start, end, PIECE):
                found = zlib.crc32(os.pread(self.handle, min(PIECE, end - at), at), found)
            if found != total:
                CHANGED.add(self.identity)
                raise Damaged(f"{self.path.name} has changed since it was written ({name})")

    def verify_beside(self) -> None:
        """Do so in a thread of its own, which takes a second or so for a million groups.

        What it finds is told by ``is_whole`` from then on, and by ``settle``.
        """

        def work() -> None:
            with suppress(Damaged):
                self.verify()

        self.checking = threading.Thread(target=work, name="verify", daemon=True)
        self.checking.start()

    def settle(self) -> None:
        """Wait for what is read beside. Raises Damaged when it found something wrong."""
        if self.checking is not None:
            self.checking.join()
        if not self.is_whole():
            raise Damaged(f"{self.path.name} has changed since it was written")

    def __del__(self) -> None:
        if hasattr(self, "handle"):
            os.close(self.handle)
