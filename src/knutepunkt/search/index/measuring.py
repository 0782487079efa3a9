"""What the groups of a segment are sorted by: points, kilometres, minutes or the rank of a name."""

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index import ranking
from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Matched, beginnings_of, rows_of
from knutepunkt.search.index.lists import valued, values_at
from knutepunkt.search.index.places import Globe, kilometres
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import NEVER
from knutepunkt.search.query import Point

FAR = np.inf
LAST = 10**12  # No distance in kilometres and no time in minutes comes near.


def primary_of(segment: Segment, ask: Ask, found: Matched, docs: Array) -> Array:
    """What some groups are sorted by, where it is not their points."""
    measured = measured_by(segment, ask, found, docs)
    if not ask.ahead:
        return measured
    is_ahead = np.isin(segment.arrays["pk"][docs], ask.ahead)
    return np.minimum(measured, LAST) + np.where(is_ahead, 0, 2 * LAST)


def measured_by(segment: Segment, ask: Ask, found: Matched, docs: Array) -> Array:
    """How far, how soon or by which name some groups stand in order."""
    if ask.sort == "distance":
        return distances(segment, ask.point, found, docs)
    if ask.sort == "next-meeting":
        return soonest(segment, ask, found, docs)
    return segment.arrays["name_rank"][docs].astype(np.float64)


def points(segment: Segment, ask: Ask, found: Matched, docs: Array) -> Array:
    """All that counts for some groups."""
    return segment.standing_on(ask.today).points[docs] + asked_for(segment, ask, found, docs)


def asked_for(segment: Segment, ask: Ask, found: Matched, docs: Array) -> Array:
    """What counts for some groups because of what was asked, as whole numbers of any kind: all
    that counts fits a byte.
    """
    total = np.zeros(len(docs), np.int64) if found.led is None else found.led.points(docs)
    if ask.wishes:
        total = total + wished(segment, ask, docs)
    if ask.point is not None:
        total = total + nearness(segment, ask.point, found, docs)
    return total + hereness(segment, ask, found, docs) if ask.here else total


def wished(segment: Segment, ask: Ask, docs: Array) -> NDArray[np.int64]:
    """What wishes count that some groups meet: words that exclude nobody."""
    lists = [valued(segment.postings, wish) for wish in ask.wishes]
    met = [values_at(each, docs, segment.size) for each in lists]
    total = np.sum(met, axis=0, dtype=np.int64) if met else np.zeros(len(docs), np.int64)
    return np.asarray(total * ranking.WISHED // (100 * max(1, len(lists))))


def hereness(segment: Segment, ask: Ask, found: Matched, docs: Array) -> NDArray[np.int64]:
    """What it counts for groups to have a meeting in the municipality that was named."""
    if not len(docs) or not ask.here or ask.here not in segment.value_numbers:
        return np.zeros(len(docs), np.int64)
    rows, starts = matched_rows(segment, found, docs)
    is_there = segment.arrays["municipality"][rows] == segment.value_numbers[ask.here]
    worth = ranking.OF_VILLAGE if ask.is_village else ranking.HERE
    return np.asarray(worth * np.logical_or.reduceat(is_there, starts), np.int64)


def matched_rows(segment: Segment, found: Matched, docs: Array) -> tuple[Array, Array]:
    """The meetings of some groups that were found, and where those of each group begin.

    Every group has one at least.
    """
    if found.rows is not None and docs is found.docs:
        return found.rows, found.starts
    rows = rows_of(segment, docs) if found.rows is None else found.rows
    of = segment.arrays["doc_of_row"][rows]
    if found.rows is not None:
        is_theirs = np.isin(of, docs)
        rows, of = rows[is_theirs], of[is_theirs]
    return rows, beginnings_of(of)


def distances(
    segment: Segment, point: Point | None, found: Matched, docs: Array
) -> NDArray[np.float64]:
    """Kilometres to the nearest meeting of each group that was found; infinite without a place."""
    if not len(docs) or point is None:
        return np.full(len(docs), FAR)
    rows, starts = matched_rows(segment, found, docs)
    far = kilometres(point, segment.arrays["latitude"][rows], segment.arrays["longitude"][rows])
    far[np.isnan(far)] = FAR
    return far if len(starts) == len(rows) else np.asarray(np.minimum.reduceat(far, starts))


def nearness(segment: Segment, point: Point, found: Matched, docs: Array) -> NDArray[np.int64]:
    """What it counts to be near for some groups, by the nearest meeting of each that was found."""
    rows, starts = matched_rows(segment, found, docs)
    near = found.near if docs is found.docs else None
    if near is None:
        near = segment.globe.cosines(point, rows)
    if len(starts) != len(rows):
        near = np.fmax.reduceat(near, starts)
    total = np.zeros(len(docs), np.int64)
    for limit, more in ranking.NEARER:
        is_near, is_sure = Globe.limited(near, limit)
        if not is_sure:
            return ranking.nearness(distances(segment, point, found, docs))
        total += is_near * more
    return total


def soonest(segment: Segment, ask: Ask, found: Matched, docs: Array) -> NDArray[np.int64]:
    """The next beginning among the meetings of each group that were found, in minutes."""
    if not len(docs):
        return np.empty(0, np.int64)
    rows, starts = matched_rows(segment, found, docs)
    coming = segment.table_on(ask.today).next(ask.asked.now, segment.arrays["when"][rows])
    held = np.where(segment.arrays["is_held"][rows], coming, NEVER)
    soon: NDArray[np.int64] = np.minimum.reduceat(held, starts)
    return soon
