"""What a page shows of a hit beyond its item: which meeting was as asked, how far, when next."""

from typing import NamedTuple

import numpy as np

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.asking import Hit
from knutepunkt.search.index.lists import valued, values_at
from knutepunkt.search.index.places import kilometres
from knutepunkt.search.index.sorting import points
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import NEVER


class Detail(NamedTuple):
    """Of one hit. ``meeting`` is the place of the one that was as asked among the item's.

    ``next`` has for each meeting its next beginning in minutes since 1970, None for none.
    """

    item: bytes
    meeting: int
    kilometres: float | None
    next: list[int | None]


def detail(hit: Hit, ask: Ask) -> Detail:
    """What a page shows of a hit."""
    segment, number = hit.segment, hit.number
    arrays = segment.arrays
    first = int(arrays["row_first"][number])
    rows = np.arange(first, first + int(arrays["row_count"][number]))
    coming = segment.table_on(ask.today).next(ask.asked.now, arrays["when"][rows])
    coming = np.where(arrays["is_held"][rows], coming, NEVER)
    far = np.full(len(rows), np.inf)
    if ask.point is not None:
        where = arrays["latitude"][rows], arrays["longitude"][rows]
        far = np.nan_to_num(kilometres(ask.point, *where), nan=np.inf)
    best = first_of(far, coming, as_asked(hit, rows))
    return Detail(
        segment.item(number),
        best,
        None if np.isinf(far[best]) else float(far[best]),
        [None if minute == NEVER else int(minute) for minute in coming.tolist()],
    )


def as_asked(hit: Hit, rows: Array) -> Array:
    """Which of a group's meetings were found."""
    if hit.found.rows is None:
        return np.ones(len(rows), bool)
    place = np.searchsorted(hit.found.rows, rows)
    found: Array = hit.found.rows[np.minimum(place, len(hit.found.rows) - 1)] == rows
    return found


def first_of(far: Array, coming: Array, is_asked: Array) -> int:
    """The nearest of the meetings that are as asked, of those as near the one that is next."""
    return int(np.lexsort((coming, far, ~is_asked))[0])


def reasons(hit: Hit, ask: Ask) -> dict[str, int]:
    """What a hit's place in the order comes from: points by what they are for."""
    segment, docs = hit.segment, np.array([hit.number])
    told = {
        need.said: int(values_at(valued(segment.postings, need), docs, segment.size)[0])
        for need in (*ask.needs, *ask.wishes)
    }
    standing = int(segment.standing_on(ask.today).points[hit.number])
    return told | {"standing": standing, "all": int(points(segment, ask, hit.found, docs)[0])}
