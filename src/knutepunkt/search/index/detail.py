"""What a page shows of a hit beyond its item: which meeting was as asked, how far, when next."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.asking import Hit, Hits
from knutepunkt.search.index.chosen import Matched, rows_of
from knutepunkt.search.index.items import item_of
from knutepunkt.search.index.places import kilometres
from knutepunkt.search.index.reasons import Reasons
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import NEVER


class Shown(Struct):  # Made for every hit: in a quarter of the time a dataclass takes.
    """One group found. ``item`` is what a result shows of it, read from ``packed`` when looked at.

    ``meeting`` is the place of the one that was as asked among the item's meetings (0 when it has
    none); ``kilometres`` is to that one; None when it is online or unplaced. ``next`` has the next
    beginning of each meeting in minutes since 1970, None for none within two years. ``reasons`` are
    the points behind its place, only when asked for.
    """

    packed: bytes
    kilometres: float | None
    meeting: int = 0
    next: list[int | None] = []
    reasons: Reasons | None = None
    read: dict[str, Any] | None = None

    @property
    def item(self) -> dict[str, Any]:
        """What a result shows of the group."""
        if self.read is None:
            self.read = item_of(self.packed)
        return self.read


def details(hits: Sequence[Hit], ask: Ask) -> list[Shown]:
    """What a page shows of its hits, in their order; those of one segment are looked at at once."""
    if isinstance(hits, Hits):
        return list(of_segment(hits.segment, hits.tops.numbers, hits.found, ask)) if hits else []
    places: dict[Segment, list[int]] = {}
    for place, hit in enumerate(hits):
        places.setdefault(hit.segment, []).append(place)
    told: dict[int, Shown] = {}
    for segment, held in places.items():
        numbers = np.array([hits[place].number for place in held])
        found = hits[held[0]].found
        told |= zip(held, of_segment(segment, numbers, found, ask), strict=True)
    return [told[place] for place in range(len(hits))]


def of_segment(segment: Segment, numbers: Array, found: Matched, ask: Ask) -> Iterator[Shown]:
    """The details of hits that one question found in one segment."""
    arrays = segment.arrays
    rows = rows_of(segment, numbers)
    ends = arrays["row_count"][numbers].cumsum().tolist()
    coming = segment.table_on(ask.today).next(ask.asked.now, arrays["when"][rows])
    soon = np.where(arrays["is_held"][rows], coming, NEVER).tolist()
    far = distances(segment, ask, rows)
    # The nearest of the meetings that are as asked, of those as near the next.
    worth = list(zip(not_as_asked(found.rows, rows), far, soon, strict=True))
    told = [None if minute == NEVER else minute for minute in soon]
    packed = segment.packed_items.some(numbers)
    for text, (start, end) in zip(packed, pairwise([0, *ends]), strict=True):
        best = min(range(start, end), key=worth.__getitem__) if end - start > 1 else start
        near = None if far[best] == math.inf else far[best]
        yield Shown(text, near, best - start, told[start:end])


def distances(segment: Segment, ask: Ask, rows: Array) -> list[float]:
    """Kilometres to some meetings; infinite without a place."""
    if ask.point is None:
        return [math.inf] * len(rows)
    far = kilometres(ask.point, segment.arrays["latitude"][rows], segment.arrays["longitude"][rows])
    far[np.isnan(far)] = math.inf
    found: list[float] = far.tolist()
    return found


def not_as_asked(found: Array | None, rows: Array) -> list[bool]:
    """Which of some meetings were not found; none where nothing was asked of meetings."""
    if found is None:
        return [False] * len(rows)
    place = np.searchsorted(found, rows)
    unknown: list[bool] = (found[np.minimum(place, len(found) - 1)] != rows).tolist()
    return unknown
