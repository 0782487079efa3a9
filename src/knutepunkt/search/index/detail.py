"""What a page shows of a hit beyond its item: which meeting was as asked, how far, when next."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.asking import Hit
from knutepunkt.search.index.chosen import rows_of
from knutepunkt.search.index.lists import valued, values_at
from knutepunkt.search.index.places import kilometres
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.sorting import points
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import NEVER


class Detail(NamedTuple):
    """Of one hit. ``packed`` is its item as ``items.unpacked`` reads it.

    ``meeting`` is the place of the one that was as asked among the item's.

    ``next`` has for each meeting its next beginning in minutes since 1970, None for none.
    """

    packed: bytes
    meeting: int
    kilometres: float | None
    next: list[int | None]


def details(hits: Sequence[Hit], ask: Ask) -> list[Detail]:
    """What a page shows of its hits, in their order; those of one segment are looked at at once."""
    if len({id(hit.segment) for hit in hits}) == 1:
        return list(of_segment(hits[0].segment, hits, ask))
    places: dict[Segment, list[int]] = {}
    for place, hit in enumerate(hits):
        places.setdefault(hit.segment, []).append(place)
    told: dict[int, Detail] = {}
    for segment, held in places.items():
        own = [hits[place] for place in held]
        told |= zip(held, of_segment(segment, own, ask), strict=True)
    return [told[place] for place in range(len(hits))]


def of_segment(segment: Segment, hits: Sequence[Hit], ask: Ask) -> Iterator[Detail]:
    """The details of hits that one question found in one segment."""
    arrays, numbers = segment.arrays, np.array([hit.number for hit in hits])
    rows = rows_of(segment, numbers)
    ends = arrays["row_count"][numbers].cumsum().tolist()
    coming = segment.table_on(ask.today).next(ask.asked.now, arrays["when"][rows])
    coming = np.where(arrays["is_held"][rows], coming, NEVER)
    far = np.full(len(rows), np.inf)
    if ask.point is not None:
        where = arrays["latitude"][rows], arrays["longitude"][rows]
        far = kilometres(ask.point, *where)
        far[np.isnan(far)] = np.inf
    asked = as_asked(hits[0].found.rows, rows)
    meetings = list(zip((~asked).tolist(), far.tolist(), coming.tolist(), strict=True))
    for hit, (start, end) in zip(hits, pairwise([0, *ends]), strict=True):
        yield one_detail(segment.packed_items[hit.number], meetings[start:end])


def one_detail(packed: bytes, meetings: list[tuple[bool, float, int]]) -> Detail:
    """A hit's detail: the nearest of the meetings that are as asked, of those as near the next."""
    best = meetings.index(min(meetings))
    far = meetings[best][1]
    coming = [None if minute == NEVER else minute for _, _, minute in meetings]
    return Detail(packed, best, None if far == np.inf else far, coming)


def as_asked(found: Array | None, rows: Array) -> Array:
    """Which of some meetings were found; all where nothing was asked of meetings."""
    if found is None:
        return np.ones(len(rows), bool)
    place = np.searchsorted(found, rows)
    known: Array = found[np.minimum(place, len(found) - 1)] == rows
    return known


def reasons(hit: Hit, ask: Ask) -> dict[str, int]:
    """What a hit's place in the order comes from: points by what they are for."""
    segment, docs = hit.segment, np.array([hit.number])
    told = {
        need.said: int(values_at(valued(segment.postings, need), docs, segment.size)[0])
        for need in (*ask.needs, *ask.wishes)
    }
    standing = int(segment.standing_on(ask.today).points[hit.number])
    return told | {"standing": standing, "all": int(points(segment, ask, hit.found, docs)[0])}
