"""Finished answers about single groups, kept for as long as their edition and a minute lasts.

An edition says that a group has not changed; the minute bounds how long the name of a term may be
an old one. What is kept is bounded by its size.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Key = tuple[str, int, int]
MINUTE = 60.0
LARGEST = 48 * 1024 * 1024


@dataclass(slots=True)
class Kept:
    """Bytes by kind, number and edition; the ones used longest ago go first."""

    most: int = LARGEST
    clock: Callable[[], float] = time.monotonic
    held: OrderedDict[Key, tuple[float, bytes]] = field(default_factory=OrderedDict)
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def among(
        self,
        kind: str,
        wanted: Sequence[tuple[int, int]],
        make: Callable[[list[int]], Iterable[tuple[int, int, bytes]]],
    ) -> list[bytes]:
        """The bytes for each (number, edition) wanted, in that order.

        ``make`` gives (number, edition, bytes) for the numbers that are not held; what it leaves
        out is left out.
        """
        known = self.known([(kind, *one) for one in wanted])
        missing = [number for number, edition in wanted if (kind, number, edition) not in known]
        fresh: dict[int, bytes] = {}
        for number, edition, body in make(missing) if missing else ():
            fresh[number] = body
            self.keep((kind, number, edition), body)
        found = (known.get((kind, *one)) or fresh.get(one[0]) for one in wanted)
        return [body for body in found if body is not None]

    def known(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """What is held of some keys and not too old."""
        now, found = self.clock(), {}
        with self.lock:
            for key in keys:
                entry = self.held.get(key)
                if entry is not None and now - entry[0] < MINUTE:
                    self.held.move_to_end(key)
                    found[key] = entry[1]
        return found

    def keep(self, key: Key, body: bytes) -> None:
        """Hold the bytes, and let go of others when that makes too many."""
        with self.lock:
            old = self.held.pop(key, None)
            self.held[key] = (self.clock(), body)
            self.size += len(body) - (len(old[1]) if old else 0)
            while self.size > self.most:
                _, (_, gone) = self.held.popitem(last=False)
                self.size -= len(gone)
