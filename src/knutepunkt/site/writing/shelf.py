"""A shelf for written pages, all of one state; the one not asked for the longest makes room."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it is sent, and the moment from which it may say something else."""

    body: bytes
    headers: dict[str, str]
    until: datetime


@dataclass
class Shelf:
    """``room`` is in bytes of pages, ``state`` what they were all written from."""

    room: int
    state: Key | None = None
    size: int = 0
    pages: OrderedDict[Key, Kept] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def page(self, state: Key | None, key: Key, now: datetime) -> Kept | None:
        """The page, if it was written out in this very state and still holds."""
        with self.lock:
            found = self.pages.get(key) if state == self.state else None
            if found is None or found.until <= now:
                return None
            self.pages.move_to_end(key)
            return found

    def put(self, state: Key, key: Key, page: Kept) -> None:
        """Keep a page; everything of another state goes."""
        with self.lock:
            if state != self.state:
                self.clear(state)
            before = self.pages.pop(key, None)
            self.pages[key] = page
            self.size += len(page.body) - (len(before.body) if before else 0)
            while self.size > self.room:
                self.size -= len(self.pages.popitem(last=False)[1].body)

    def clear(self, state: Key | None = None) -> None:
        """Take everything down."""
        self.state, self.size = state, 0
        self.pages.clear()
