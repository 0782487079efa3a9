"""The counts of an answer, each facet worked out when it is looked at: some have many values."""

from collections.abc import ItemsView, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from knutepunkt.search.index import Answered
from knutepunkt.search.index.counting import BITS
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

Named = dict[str, tuple[Array, list[str]]]
NAMED: WeakKeyDictionary[Segment, Named] = WeakKeyDictionary()


class Table(NamedTuple):
    """Where each value of a segment is counted, by facet; their names; where each facet ends."""

    order: Array
    names: list[str]
    facets: list[str]
    ends: Array


TABLES: WeakKeyDictionary[Segment, Table] = WeakKeyDictionary()


class Facets(Mapping[str, dict[str, int]]):
    """Counts by facet and value; a facet that no group has is not there."""

    def __init__(self, answered: Answered) -> None:
        self.answered = answered
        self.known: dict[str, dict[str, int]] = {}
        named = [named_of(segment) for segment, _ in answered.values]
        self.names = dict.fromkeys([*(facet for one in named for facet in one), *bit_names()])

    def __getitem__(self, facet: str) -> dict[str, int]:
        if facet not in self.known:
            self.known[facet] = self.counted(facet)
        if found := self.known[facet]:
            return found
        raise KeyError(facet)

    def __iter__(self) -> Iterator[str]:
        return (facet for facet in self.names if self.get(facet))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> ItemsView[str, dict[str, int]]:
        """All facets that some group has, worked out together."""
        found: dict[str, dict[str, int]] = {}
        for segment, numbers in self.answered.values:
            for facet, counts in all_counted(segment, numbers):
                known = found.setdefault(facet, counts)
                if known is not counts:
                    for name, count in counts.items():
                        known[name] = known.get(name, 0) + count
        bits = self.answered.bits.tolist()
        for facet, (start, names) in bit_names().items():
            pairs = zip(names, bits[start : start + len(names)], strict=True)
            if counts := {name: count for name, count in pairs if count}:
                found[facet] = counts
        return found.items()

    def counted(self, facet: str) -> dict[str, int]:
        """The values of a facet that some group has."""
        if facet in bit_names():
            start, names = bit_names()[facet]
            pairs = zip(names, self.answered.bits[start:].tolist(), strict=False)
            return {name: count for name, count in pairs if count}
        found: dict[str, int] = {}
        for segment, numbers in self.answered.values:
            if not found:
                found = dict(counted(segment, numbers, facet))
                continue
            for name, count in counted(segment, numbers, facet):
                found[name] = found.get(name, 0) + count
        return found


def all_counted(segment: Segment, numbers: Array) -> Iterator[tuple[str, dict[str, int]]]:
    """Each facet that some group of a segment has, with its counts."""
    table = table_of(segment)
    counts = numbers[table.order]
    held = counts.nonzero()[0]
    names = list(map(table.names.__getitem__, held.tolist()))
    ends = held.searchsorted(table.ends).tolist()
    told, start = counts[held].tolist(), 0
    for facet, end in zip(table.facets, ends, strict=True):
        if start < end:
            yield facet, dict(zip(names[start:end], told[start:end], strict=True))
        start = end


def counted(segment: Segment, numbers: Array, facet: str) -> Iterator[tuple[str, int]]:
    """The values of a facet that some group of a segment has, and how many do."""
    if facet not in (known := named_of(segment)):
        return iter(())
    places, names = known[facet]
    counts = numbers[places]
    held = np.flatnonzero(counts)
    return zip(map(names.__getitem__, held.tolist()), counts[held].tolist(), strict=True)


def largest(counts: dict[str, int], limit: int) -> dict[str, int]:
    """So many of the largest counts, in the order they were in."""
    least = sorted(counts.values(), reverse=True)[limit - 1]
    kept = [pair for pair in counts.items() if pair[1] >= least]
    room = limit - sum(count > least for _, count in kept)
    equal = dict([pair for pair in kept if pair[1] == least][:room])
    return {name: count for name, count in kept if count > least or name in equal}


def table_of(segment: Segment) -> Table:
    """The values of a segment, those of a facet beside each other."""
    found = TABLES.get(segment)
    if found is None:
        named = named_of(segment)
        order = [numbers for numbers, _ in named.values()]
        found = TABLES[segment] = Table(
            np.concatenate([np.empty(0, np.intp), *order]),
            [name for _, names in named.values() for name in names],
            list(named),
            np.cumsum([len(numbers) for numbers in order], dtype=np.intp),
        )
    return found


def named_of(segment: Segment) -> Named:
    """For each facet of a segment where its values are counted, and what they are called."""
    found = NAMED.get(segment)
    if found is None:
        found = NAMED[segment] = {
            facet: (numbers, [segment.values[number].partition(":")[2] for number in numbers])
            for facet, numbers in segment.facets.items()
        }
    return found


@lru_cache(maxsize=1)
def bit_names() -> dict[str, tuple[int, list[str]]]:
    """For each facet that is bits of a meeting its first bit, and what they are called."""
    found: dict[str, tuple[int, list[str]]] = {}
    for place, value in enumerate(BITS):
        facet, _, name = value.partition(":")
        found.setdefault(facet, (place, []))[1].append(name)
    return found
