"""The counts of an answer: of one facet when it is looked at, or of all at once for programs.

Every file of the index numbers the values of facets by itself. A table says where each file's
values stand among those of all, so that counts are added as columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from weakref import WeakKeyDictionary

import msgspec
import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index import Answered
from knutepunkt.search.index.counting import BITS
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array, Stored
from knutepunkt.search.indexing.documents import COUNTED
from knutepunkt.search.lexicon import Lexicon

ENCODE = msgspec.json.Encoder().encode
MANY = ("organisation", "source")
# Most counts are small: to look up how they are written takes a fifth of the time of writing them.
SMALL = 1000
WRITTEN = np.array([b"%d," % number for number in range(SMALL)], object)
NOBODY: Array = np.empty(0, np.intp)


@dataclass(frozen=True, eq=False, slots=True)
class Named:
    """The values of one file: by facet what each is called and by which number it is counted."""

    facets: dict[str, tuple[list[str], Array]]


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """What the values of all files are called, those of a facet beside each other.

    ``facets`` say where each begins and ends, ``ends`` only the latter. ``numbers`` has for each
    file those of its values, ``places`` where these stand here.
    """

    names: list[str]
    facets: dict[str, slice]
    ends: Array
    numbers: list[Array]
    places: list[Array]

    def standing(self, facet: str) -> dict[str, int]:
        """Where the count of each value of a facet stands in ``Facets.row``."""
        if facet in bit_names():
            start, names = bit_names()[facet]
            return {name: len(self.names) + start + place for place, name in enumerate(names)}
        where = self.facets.get(facet, slice(0))
        return {name: where.start + place for place, name in enumerate(self.names[where])}


NAMED: WeakKeyDictionary[Stored, Named] = WeakKeyDictionary()


class Facets(Mapping[str, dict[str, int]]):
    """Counts by facet and value; a facet that no group has is not there."""

    def __init__(self, answered: Answered, words: Lexicon) -> None:
        self.answered, self.words = answered, words
        self.table = table_of(tuple(named_of(segment) for segment, _ in answered.values))

    @cached_property
    def counts(self) -> Array:
        """How many groups have each value of the table."""
        table = self.table
        counted = [numbers for _, numbers in self.answered.values]
        if len(counted) == 1:
            return np.asarray(counted[0][table.numbers[0]])
        found = np.zeros(len(table.names), np.int64)
        for numbers, own, places in zip(counted, table.numbers, table.places, strict=True):
            found[places] += numbers[own]
        return found

    @property
    def row(self) -> Array:
        """The counts of the table, and then those of facets that are bits of a meeting."""
        return np.concatenate((self.counts, self.answered.bits))

    def __getitem__(self, facet: str) -> dict[str, int]:
        if found := self.of_bits(facet) if facet in bit_names() else self.of_values(facet):
            return found
        raise KeyError(facet)

    def __iter__(self) -> Iterator[str]:
        return (facet for facet in (*self.table.facets, *bit_names()) if self.get(facet))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def of_values(self, facet: str) -> dict[str, int]:
        """The values of a facet that some group has."""
        where = self.table.facets.get(facet)
        if where is None:
            return {}
        counts, names = self.counts[where], self.table.names[where]
        at = counts.nonzero()[0]
        return dict(zip(map(names.__getitem__, at.tolist()), counts[at].tolist(), strict=True))

    def of_bits(self, facet: str) -> dict[str, int]:
        """The same of a facet that is bits of a meeting."""
        start, names = bit_names()[facet]
        counts = self.answered.bits[start : start + len(names)].tolist()
        return {name: count for name, count in zip(names, counts, strict=True) if count}

    def for_programs(self, most: int | None = None) -> bytes:
        """All counts as JSON, with the codes of concepts in place of their ids, which differ by
        node.

        ``most`` is how many organisations and sources to tell at most, those with most groups.
        """
        row, facets = self.row, self.table.facets
        for facet in MANY if most is not None else ():
            leave_largest(row[facets.get(facet, slice(0))], most or 0)
        keys, heads, ends = keys_for_programs(self.table, self.words)
        at = row.nonzero()[0]
        told, start = [b""] * (2 * len(at)), 0
        told[::2], told[1::2] = keys[at].tolist(), written(row[at]).tolist()
        for head, end in zip(heads, (2 * at.searchsorted(ends)).tolist(), strict=True):
            if start < end:
                told[start] = head + told[start]
                told[end - 1] = told[end - 1][:-1] + b"},"
            start = end
        return b"{%b}" % b"".join(told)[:-1]


def written(counts: Array) -> NDArray[np.object_]:
    """Each of some counts as it stands in JSON before another."""
    found = WRITTEN.take(counts, mode="clip")
    large = (counts >= SMALL).nonzero()[0]
    found[large] = [b"%d," % number for number in counts[large].tolist()]
    return found


def leave_largest(counts: Array, most: int) -> None:
    """Take away all but so many of the largest counts; of equal ones the first are left."""
    if len(counts) <= most:
        return
    from_top = np.bincount(counts)[:0:-1].cumsum()  # How many are as large, from the largest on.
    place = int(from_top.searchsorted(most, side="right"))
    if place == len(from_top):
        return
    least, larger = len(from_top) - place, int(from_top[place - 1]) if place else 0
    at = (counts >= least).nonzero()[0]  # Few, so what follows costs less than on all.
    largest = counts[at]
    largest[(largest == least).nonzero()[0][most - larger :]] = 0
    counts[:] = 0
    counts[at] = largest


def named_of(segment: Segment) -> Named:
    """What the values of a segment are called."""
    found = NAMED.get(segment.stored)
    if found is None:
        values = segment.values
        found = NAMED[segment.stored] = Named(
            {
                facet: ([values[number].partition(":")[2] for number in numbers], numbers)
                for facet, numbers in segment.facets.items()
            }
        )
    return found


@lru_cache(maxsize=4)
def table_of(files: tuple[Named, ...]) -> Table:
    """Where the values of some files stand among those of all."""
    facets: dict[str, dict[str, int]] = {}
    for file in files:
        for facet, (names, _) in file.facets.items():
            known = facets.setdefault(facet, {})
            for name in names:
                known.setdefault(name, len(known))
    ends = list(accumulate(map(len, facets.values())))
    where = {facet: slice(*both) for facet, both in zip(facets, pairwise([0, *ends]), strict=True)}
    return Table(
        [name for known in facets.values() for name in known],
        where,
        np.array(ends, np.intp),
        [np.concatenate([NOBODY, *(own for _, own in file.facets.values())]) for file in files],
        [np.array([*places(file, facets, where)], np.intp) for file in files],
    )


def places(
    file: Named, facets: dict[str, dict[str, int]], where: dict[str, slice]
) -> Iterator[int]:
    """Where each value of a file stands among those of all."""
    for facet, (names, _) in file.facets.items():
        start, known = where[facet].start, facets[facet]
        yield from (start + known[name] for name in names)


@lru_cache(maxsize=2)
def keys_for_programs(
    table: Table, words: Lexicon
) -> tuple[NDArray[np.object_], list[bytes], NDArray[np.intp]]:
    """What stands before each count of ``Facets.row`` in JSON, what before each facet, and where
    these end.
    """
    names, codes = list(table.names), words.codes_by_id
    for facet, where in table.facets.items():
        if facet in COUNTED:
            names[where] = [codes[id_] for id_ in names[where]]
    of_bits = [bit for _, bits in bit_names().values() for bit in bits]
    keys = [ENCODE(name) + b":" for name in (*names, *of_bits)]
    heads = [ENCODE(facet) + b":{" for facet in (*table.facets, *bit_names())]
    ends = [len(names) + start + len(bits) for start, bits in bit_names().values()]
    return np.array(keys, object), heads, np.concatenate((table.ends, np.array(ends, np.intp)))


@lru_cache(maxsize=1)
def bit_names() -> dict[str, tuple[int, list[str]]]:
    """For each facet that is bits of a meeting its first bit, and what they are called."""
    found: dict[str, tuple[int, list[str]]] = {}
    for place, value in enumerate(BITS):
        facet, _, name = value.partition(":")
        found.setdefault(facet, (place, []))[1].append(name)
    return found
