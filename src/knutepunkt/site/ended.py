"""Groups that have ended, by name: the search finds none, but who knows one by name is told.

The names are held in memory, so that nothing that somebody typed goes to the database.
"""

import threading
import time
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from knutepunkt.directory.enums import State
from knutepunkt.directory.queries import published
from knutepunkt.search.language.letters import words

HOLDS = 60.0  # Seconds: one query a minute, however many ask.
MOST = 3  # Of one name.

Name = tuple[str, ...]


class Ended(NamedTuple):
    """A group that has ended."""

    uid: UUID
    name: str


@dataclass(slots=True)
class Names:
    """The groups that have ended, by the folded words of their names."""

    read_at: float = float("-inf")
    groups: dict[Name, list[Ended]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> dict[Name, list[Ended]]:
        """The names as they were within the last minute."""
        with self.lock:
            if time.monotonic() - self.read_at > HOLDS:
                self.groups, self.read_at = by_name(), time.monotonic()
            return self.groups


names = Names()


def by_name() -> dict[Name, list[Ended]]:
    """Every group that has ended, by name. One query."""
    found: dict[Name, list[Ended]] = {}
    rows = published().filter(state=State.ENDED).order_by("uid").values_list("uid", "name")
    for uid, name in rows.iterator():
        found.setdefault(tuple(words(name)), []).append(Ended(uid, name))
    return found


def ended_named(text: str) -> list[Ended]:
    """The groups with just this name that have ended."""
    known, said = names.now(), tuple(words(text))
    return known.get(said, [])[:MOST] if said else []
