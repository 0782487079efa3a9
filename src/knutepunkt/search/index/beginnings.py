"""Names by how their words begin: sorted keys of a fixed width, each with whose name it is.

For each segment there are two such tables: of groups, by number, and of organisations, by value.
A name is found by halving, so a million of them cost hardly more than a thousand.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

import numpy as np

from knutepunkt.search.index.opening import Index
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

LAST = b"\xff"  # Stands after every letter of UTF-8.


@dataclass(frozen=True, slots=True)
class Begun:
    """A name that begins as asked for, how many living groups have it, and the item of one.

    ``key`` is from where it begins so; ``name`` what it is told apart by.
    """

    key: bytes
    name: bytes
    count: int
    item: bytes


@dataclass(frozen=True, slots=True)
class Met:
    """The same within one segment, with the number of a group."""

    key: bytes
    name: bytes
    count: int
    segment: Segment
    number: int

    @property
    def place(self) -> tuple[bytes, bytes]:
        """Sorts by what comes after, then by name."""
        return self.key, self.name


def groups_beginning(index: Index, prefixes: Sequence[bytes]) -> Iterator[Begun]:
    """The groups' names in which some words begin so, each once, in the order of those words."""
    return together(
        runs(segment, low, high)
        for segment in index.segments
        for low, high in spans(segment.group_keys, prefixes)
    )


def organisations_beginning(index: Index, prefixes: Sequence[bytes]) -> Iterator[Begun]:
    """The organisations of groups in whose names some words begin so, each once, likewise."""
    return together(
        owners(segment, low, high)
        for segment in index.segments
        for low, high in spans(segment.owner_keys, prefixes)
    )


def spans(keys: Array, prefixes: Sequence[bytes]) -> list[tuple[int, int]]:
    """From where to where the keys begin with each prefix; those with none are left out."""
    lows = np.searchsorted(keys, np.array(prefixes, keys.dtype))
    ends = [prefix.ljust(keys.dtype.itemsize, LAST) for prefix in prefixes]
    highs = np.searchsorted(keys, np.array(ends, keys.dtype), side="right")
    pairs = zip(lows.tolist(), highs.tolist(), strict=True)
    return [(low, high) for low, high in pairs if low < high]


def together(met: Iterable[Iterator[Met]]) -> Iterator[Begun]:
    """What the segments have, as one; a name that is met twice is told the first time."""
    seen: set[bytes] = set()
    in_order = merge(*met, key=lambda one: one.place)
    for (key, name), same in groupby(in_order, key=lambda one: one.place):
        found = list(same)
        if name not in seen:
            seen.add(name)
            first = found[0]
            count = sum(one.count for one in found)
            yield Begun(key, name, count, first.segment.item(first.number))


def runs(segment: Segment, low: int, high: int) -> Iterator[Met]:
    """The names of living groups between two places, like names at once however many they are."""
    keys, numbers = segment.group_keys, segment.arrays["begun_groups"]
    ranks = segment.arrays["name_rank"]

    def place(at: int) -> tuple[bytes, int]:
        return keys[at], int(ranks[numbers[at]])

    while low < high:
        end = low + 1
        if end < high and place(end) == place(low):
            end = bisect_right(range(high), place(low), end, high, key=place)
        some = numbers[low:end]
        live = some if segment.is_live is None else some[segment.is_live[some]]
        if len(live):
            number = int(live[0])
            yield Met(bytes(keys[low]), segment.names[number], len(live), segment, number)
        low = end


def owners(segment: Segment, low: int, high: int) -> Iterator[Met]:
    """The organisations between two places that have living groups."""
    for key, places in groupby(range(low, high), key=segment.owner_keys.__getitem__):
        values = [int(segment.arrays["begun_owners"][place]) for place in places]
        for value in sorted(values, key=segment.values.__getitem__):
            if live := segment.sets[value] - segment.dead_set:
                name = segment.values[value].encode()
                yield Met(bytes(key), name, len(live), segment, live[0])


def count_of(index: Index, value: str) -> int:
    """How many living groups have a value of a facet."""
    total = 0
    for segment in index.segments:
        if number := segment.value_numbers.get(value):
            total += len(segment.sets[number])
            if len(segment.dead):
                total -= segment.sets[number].intersection_cardinality(segment.dead_set)
    return total
