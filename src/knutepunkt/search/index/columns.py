"""The columns of a segment before it is written: of new groups, or of a segment that is joined."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from knutepunkt.search.index.beginning_tables import Table
from knutepunkt.search.index.storage import Array

Rule = tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]
Slot = tuple[str, str]
NO_RULE: Rule = ("", "", "", (), (), "")
NO_SLOT: Slot = ("", "")


class Listed(Protocol):
    """Texts by number."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> bytes: ...


@dataclass(slots=True)
class Columns:
    """Groups by number. ``docs`` has arrays of groups, ``rows`` arrays of meetings, by name.

    ``keys`` are nine times a token's place among ``tokens``, plus the level; the list of each has
    ``counts`` numbers. ``flat`` gives the numbers of the lists between two of them. Names
    begin as ``groups_begun`` and ``owners_begun`` say, by group and by number of value. ``let_go``
    gives back the memory of what has been read and can be read again.
    """

    docs: dict[str, Array]
    rows: dict[str, Array]
    names: Listed
    items: Listed
    values: list[str]
    rules: list[Rule]
    slots: list[Slot]
    when_rule: Array
    when_slot: Array
    tokens: list[bytes]
    keys: Array
    counts: Array
    flat: Callable[[int, int], Array]
    groups_begun: Table
    owners_begun: Table
    let_go: Callable[[], None] = lambda: None
