"""The groups that the words of a question lead to, and what the words count for each."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.lists import (
    Valued,
    all_bits,
    bits_at,
    bits_of_lists,
    docs_in,
    total_of,
    union,
    valued,
    values_at,
    values_of_all,
)
from knutepunkt.search.index.postings import Bits
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

DENSE = 24


class Led(Struct, eq=False):
    """The groups that words lead to. Few are known as ``docs`` with their ``worth``; of many there
    is a bit for each group of the segment, and what counts is asked of those that are found.

    ``met`` goes with ``docs``: how much of the needs each meets, where not all must be met.
    """

    needs: list[list[Valued]]
    size: int
    docs: Array | None = None
    worth: Array | None = None
    met: NDArray[np.int64] | None = None
    bits: Bits | None = None

    def through(self, sieve: Bits | None) -> Array:
        """Those that a sieve lets pass, in order."""
        if self.docs is None and sieve is None and len(self.needs) == 1:
            self.docs, self.worth = all_of(self.needs[0], self.size)
        if self.docs is not None:
            return self.docs if sieve is None else self.docs[bits_at(sieve, self.docs)]
        if self.bits is None:
            self.bits = all_bits([bits_of_lists(lists, self.size) for lists in self.needs])
        return docs_in(self.bits if sieve is None else self.bits & sieve, self.size)

    def points(self, docs: Array) -> Array:
        """What the words count for some of them."""
        if self.docs is not None and self.worth is not None:
            return self.worth if docs is self.docs else self.worth[self.docs.searchsorted(docs)]
        each = [values_at(lists, docs, self.size) for lists in self.needs]
        return np.asarray(np.sum(each, axis=0, dtype=np.int64) // len(each))

    def most_met(self, docs: Array) -> int:
        """How much of the needs the best of some of them meet, where not all must be met."""
        if self.docs is None or self.met is None:
            return 0
        return int(self.met[self.docs.searchsorted(docs)].max(initial=0))


def led_by(segment: Segment, ask: Ask) -> Led:
    """Where the words of a question lead; it has some."""
    size = segment.size
    needs = [valued(segment.postings, need) for need in ask.needs]
    if ask.at_least is not None:
        return by_most_words(needs, [need.weight for need in ask.needs], ask.at_least, size)
    if len(needs) > 1:
        needs.sort(key=total_of)
    if total_of(needs[0]) * DENSE > size:
        return Led(needs, size)
    docs, worth = union(needs[0], size)
    for lists in needs[1:]:
        more = values_at(lists, docs, size)
        is_kept = more > 0
        docs, worth = docs[is_kept], worth[is_kept].astype(np.int64) + more[is_kept]
    return Led(needs, size, docs, worth if len(needs) == 1 else worth // len(needs))


def all_of(lists: list[Valued], size: int) -> tuple[Array, Array]:
    """The many groups of some lists, in order, and what the best of its lists counts for each."""
    values = values_of_all(lists, size)
    docs = (values > 0).nonzero()[0]
    return docs, values[docs]


def by_most_words(needs: list[list[Valued]], weights: list[int], least: int, size: int) -> Led:
    """The groups that meet so much of the needs, by the weights of those they meet."""
    met, points = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for lists, weight in zip(needs, weights, strict=True):
        values = values_of_all(lists, size)
        met += (values > 0) * weight
        points += values
    docs = np.flatnonzero((points > 0) & (met >= least))
    return Led(needs, size, docs, points[docs] // len(needs), met[docs])
