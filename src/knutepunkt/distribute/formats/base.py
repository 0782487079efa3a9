"""What every format offers. To add one, read docs/how-to/add-an-export.md."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from knutepunkt.distribute.frame import Frame
from knutepunkt.distribute.published import Choice, stream

__all__ = ["Account", "Chunks", "Format", "Frame", "counted", "listed"]


@dataclass(slots=True)
class Account:
    """What became of the groups: how many went in, and what was left out for which reason."""

    groups: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def leave_out(self, reason: str) -> None:
        """Note that something could not be written."""
        self.left_out[reason] += 1

    def as_json(self) -> dict[str, object]:
        """The account as a report prints it."""
        return {"groups": self.groups, "left_out": dict(sorted(self.left_out.items()))}


Item = TypeVar("Item")
Chunks = Callable[[Iterable[Any], Frame, Account], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the directory.

    ``chunks`` writes groups as they come, in memory that does not grow with their number, and
    notes in the account what it leaves out. ``cannot_say`` lists, a plain phrase each, what the
    format has no place for. ``ending`` is of the file's name. ``has_groups`` is False for a format
    that writes something else than groups. ``items`` gives the groups of a choice in the form that
    ``chunks`` takes them. ``is_binary`` is True for what no terminal can show.
    """

    name: str
    label: str
    ending: str
    media_type: str
    cannot_say: tuple[str, ...]
    chunks: Chunks
    has_groups: bool = True
    is_binary: bool = False
    items: Callable[[Choice], Iterable[Any]] = stream


def listed(items: Iterable[bytes]) -> Iterator[bytes]:
    """JSON values as one list, a line each."""
    yield b"["
    for number, item in enumerate(items):
        yield b",\n" if number else b"\n"
        yield item
    yield b"\n]\n"


def counted(groups: Iterable[Item], account: Account) -> Iterator[Item]:
    """The groups, each noted as it passes."""
    for group in groups:
        account.groups += 1
        yield group
