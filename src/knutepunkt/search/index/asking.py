"""Puts a question to every segment and makes one answer of theirs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import NamedTuple, overload

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from knutepunkt.search.index.ask import After, Ask
from knutepunkt.search.index.chosen import Matched
from knutepunkt.search.index.counting import BITS, counts
from knutepunkt.search.index.matching import matched
from knutepunkt.search.index.opening import Index
from knutepunkt.search.index.record import Level
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.sorting import Tops, first
from knutepunkt.search.index.storage import Array
from knutepunkt.search.meaning import Token

MOST_KEPT = 32
GIVEN = frozenset((Level.ABOVE, Level.CONCEPT))  # Elsewhere a group only tells of a concept.


class Hit(NamedTuple):
    """A group found: where it is kept, and what a page after it begins with."""

    segment: Segment
    number: int
    after: After
    found: Matched


class Hits(Sequence[Hit]):
    """The first hits of one segment, or some of them, each made when it is looked at.

    They compare with those of other segments: names by their letters.
    """

    def __init__(self, segment: Segment, ask: Ask, found: Matched, tops: Tops) -> None:
        self.segment, self.ask, self.found, self.tops = segment, ask, found, tops

    def __len__(self) -> int:
        return len(self.tops.numbers)

    @overload
    def __getitem__(self, at: int, /) -> Hit: ...
    @overload
    def __getitem__(self, at: slice, /) -> "Hits": ...

    def __getitem__(self, at: int | slice, /) -> "Hit | Hits":
        if isinstance(at, slice):
            tops = Tops(*[column[at] for column in self.tops])
            return Hits(self.segment, self.ask, self.found, tops)
        primary, turn, pk, number = (column[at].item() for column in self.tops)
        if self.ask.sort == "name":
            primary = self.segment.names[number]
        return Hit(self.segment, number, After(primary, turn, pk), self.found)

    def __iter__(self) -> Iterator[Hit]:
        segment, found = self.segment, self.found
        primary, turns, pks, numbers = (column.tolist() for column in self.tops)
        if self.ask.sort == "name":
            primary = segment.names.some(self.tops.numbers)
        for number, after in zip(numbers, map(After, primary, turns, pks), strict=True):
            yield Hit(segment, number, after, found)


class Part(NamedTuple):
    """What one segment has for a question."""

    segment: Segment
    ask: Ask
    found: Matched


@dataclass(frozen=True, eq=False)
class Answered:
    """How many groups there are; and when they are looked at, for many an answer is only counted:
    the first of them in order, and the counts of all facets.

    ``others`` is how many groups there are for other questions that were put beside.
    """

    ask: Ask
    parts: list[Part]
    total: int
    others: tuple[int, ...] = ()

    @cached_property
    def hits(self) -> Sequence[Hit]:
        """The first groups, in the order asked for."""
        tops = [Hits(*part, first(*part)) for part in self.parts]
        if len(tops) == 1:
            return tops[0]
        return list(islice(merge(*tops, key=hit_order), self.ask.skip, self.ask.count))

    @cached_property
    def counted(self) -> list[tuple[Array, Array]]:
        """For each segment how many groups have each of its values, and each of ``BITS``."""
        return [counts(*part) for part in self.parts] if self.ask.has_facets else []

    @property
    def values(self) -> list[tuple[Segment, Array]]:
        """Each segment with how many groups each of its values has."""
        pairs = zip(self.parts, self.counted, strict=False)
        return [(part.segment, numbers) for part, (numbers, _) in pairs]

    @cached_property
    def bits(self) -> NDArray[np.int64]:
        """How many groups have each of ``BITS``."""
        return sum((some for _, some in self.counted), np.zeros(len(BITS), np.int64))

    def worked_out(self) -> "Answered":
        """The same with all of it looked at, for whoever keeps it for others or measures."""
        _ = self.hits, self.counted
        return self

    def facets(self) -> Iterator[tuple[str, str, int]]:
        """Facet, value and count of every value that some group has."""
        together: dict[str, int] = {}
        for segment, numbers in self.values:
            for place in np.flatnonzero(numbers[1:]) + 1:
                value = segment.values[place]
                together[value] = together.get(value, 0) + int(numbers[place])
        together |= {value: int(self.bits[place]) for place, value in enumerate(BITS)}
        for value, count in together.items():
            if count:
                facet, _, name = value.partition(":")
                yield facet, name, count


def search(index: Index, ask: Ask, others: Sequence[Ask] = ()) -> Answered:
    """The answer of an index to a question, and how many groups it has for others.

    The others ask for the same but for how far (``within``) and in which days (``asked.until``).
    Who asks nothing gets what everybody gets on that day in that zone, for as long as nothing
    changes; nobody may change it.
    """
    if others or not ask.is_for_everything:
        return answered(index, ask, others)
    key = ask.today, ask.asked.zone, ask.count, ask.skip, ask.has_facets
    found: Answered | None = index.kept.get(key)
    if found is None:
        if len(index.kept) >= MOST_KEPT:
            index.kept.clear()
        found = answered(index, ask).worked_out()
        for numbers in (found.bits, *(numbers for _, numbers in found.values)):
            numbers.flags.writeable = False
        index.kept[key] = found
    return found


def answered(index: Index, ask: Ask, others: Sequence[Ask] = ()) -> Answered:
    """The same, worked out."""
    total, parts, beside = 0, [], [0] * len(others)
    plain = ask if len(index.segments) == 1 else replace(ask, skip=0)
    for segment in index.segments:
        own = with_own_rank(segment, plain)
        found = matched(segment, own, others)
        total += segment.live if found.docs is None else len(found.docs)
        beside = [sum(both) for both in zip(beside, found.others, strict=True)]
        parts.append(Part(segment, own, found))
    return Answered(ask, parts, total, tuple(beside))


def all_keys(index: Index, ask: Ask) -> list[int]:
    """The keys of all groups that meet a question, in no order."""
    found: list[int] = []
    for segment in index.segments:
        docs, keys = matched(segment, ask).docs, segment.arrays["pk"]
        if docs is not None:
            keys = keys[docs]
        elif segment.is_live is not None:
            keys = keys[segment.is_live]
        found += keys.tolist()
    return found


def keys_telling(index: Index, token: Token) -> list[int]:
    """The keys of the groups that tell of a concept they were not given, in no order."""
    found: list[int] = []
    for segment in index.segments:
        told = [one for one in segment.postings.of(token) if one.level not in GIVEN]
        is_told = np.zeros(segment.size, bool)
        for posting in told:
            is_told[posting.numbers(segment.size)] = True
        if segment.is_live is not None:
            is_told &= segment.is_live
        found += segment.arrays["pk"][is_told].tolist()
    return found


def most_met(index: Index, ask: Ask) -> int:
    """How much of the needs the best groups meet, of those that all else leaves."""
    most = 0
    for segment in index.segments:
        found = matched(segment, replace(ask, at_least=1))
        if found.led is not None and found.docs is not None:
            most = max(most, found.led.most_met(found.docs))
    return most


def hit_order(hit: Hit) -> After:
    """Sorts hits of several segments."""
    return hit.after


def with_own_rank(segment: Segment, ask: Ask) -> Ask:
    """The question with a name to go on after turned into its place among the segment's own."""
    if ask.sort != "name" or ask.after is None:
        return ask
    names, wanted = segment.sorted_names, ask.after.primary
    place = bisect_left(names, wanted)
    is_known = place < len(names) and names[place] == wanted
    rank = float(place if is_known else place - 0.5)
    return replace(ask, after=ask.after._replace(primary=rank))
