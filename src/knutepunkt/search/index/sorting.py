"""The first hits of a segment in the order asked for, after the hit that a cursor names."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index import ranking
from knutepunkt.search.index.ask import After, Ask
from knutepunkt.search.index.lists import valued, values_at
from knutepunkt.search.index.matching import Matched, rows_of
from knutepunkt.search.index.places import kilometres
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import NEVER

RINGS = (10.0, 40.0, 160.0, 640.0)
MANY = 20_000
FAR = np.inf


class Top(NamedTuple):
    """A hit, comparable with those of other segments: lower ones come first."""

    primary: Any
    turn: int
    pk: int
    number: int


def first(segment: Segment, ask: Ask, found: Matched) -> list[Top]:
    """The first hits, in order."""
    docs = found.docs
    if not ask.count or (docs is not None and not len(docs)):
        return []
    if ask.sort == "relevance" and not (ask.needs or ask.wishes or ask.point):
        return walked(segment, ask, docs)
    if ask.sort == "distance" and ask.within is None and (docs is None or len(docs) > MANY):
        near = nearest(segment, ask, found)
        if near is not None:
            return near
    if docs is None:
        docs = np.arange(segment.size)
    return chosen(segment, ask, docs, primary_of(segment, ask, found, docs))


def primary_of(segment: Segment, ask: Ask, found: Matched, docs: Array) -> Array:
    """What some groups are sorted by."""
    if ask.sort == "distance":
        return distances(segment, ask, found, docs)
    if ask.sort == "next-meeting":
        return soonest(segment, ask, found, docs)
    if ask.sort == "name":
        return segment.arrays["name_rank"][docs].astype(np.float64)
    return segment.keys(points(segment, ask, found, docs), ask.today, docs)


def points(segment: Segment, ask: Ask, found: Matched, docs: Array) -> NDArray[np.int64]:
    """All that counts for some groups."""
    total = segment.standing_on(ask.today).points[docs].astype(np.int64)
    if found.texts is not None:
        known, of_words = found.texts
        total += of_words[np.searchsorted(known, docs)]
    if ask.wishes:
        lists = [valued(segment.postings, wish) for wish in ask.wishes]
        met = sum(values_at(each, docs, segment.size).astype(np.int64) for each in lists)
        total += met * ranking.WISHED // (100 * len(lists))
    if ask.point is not None:
        total += ranking.nearness(distances(segment, ask, found, docs))
    return total


def matched_rows(segment: Segment, found: Matched, docs: Array) -> tuple[Array, Array]:
    """The meetings of some groups that were found, and where those of each group begin.

    Every group has one at least.
    """
    rows = rows_of(segment, docs) if found.rows is None else found.rows
    of = segment.arrays["doc_of_row"][rows]
    if found.docs is not None and len(docs) != len(found.docs) and found.rows is not None:
        is_theirs = np.isin(of, docs)
        rows, of = rows[is_theirs], of[is_theirs]
    return rows, np.flatnonzero(np.concatenate([[True], of[1:] != of[:-1]])[: len(of)])


def distances(segment: Segment, ask: Ask, found: Matched, docs: Array) -> NDArray[np.float64]:
    """Kilometres to the nearest meeting of each group that was found; infinite without a place."""
    if not len(docs) or ask.point is None:
        return np.full(len(docs), FAR)
    rows, starts = matched_rows(segment, found, docs)
    latitude, longitude = segment.arrays["latitude"][rows], segment.arrays["longitude"][rows]
    far = kilometres(ask.point, latitude, longitude)
    nearest_of: NDArray[np.float64] = np.minimum.reduceat(np.nan_to_num(far, nan=FAR), starts)
    return nearest_of


def soonest(segment: Segment, ask: Ask, found: Matched, docs: Array) -> NDArray[np.int64]:
    """The next beginning among the meetings of each group that were found, in minutes."""
    if not len(docs):
        return np.empty(0, np.int64)
    rows, starts = matched_rows(segment, found, docs)
    coming = segment.table_on(ask.today).next(ask.asked.now, segment.arrays["when"][rows])
    held = np.where(segment.arrays["is_held"][rows], coming, NEVER)
    soon: NDArray[np.int64] = np.minimum.reduceat(held, starts)
    return soon


def chosen(segment: Segment, ask: Ask, docs: Array, primary: Array) -> list[Top]:
    """The first of some groups by what they are sorted by, then the day's turn, then their key."""
    turns = ranking.turn(segment.arrays["spin"][docs], ask.today)
    pks = segment.arrays["pk"][docs]
    if ask.after is not None:
        is_after = comes_after(ask.after, primary, turns, pks)
        docs, primary, turns, pks = (a[is_after] for a in (docs, primary, turns, pks))
    if len(docs) > 4 * ask.count:
        few = smallest(primary, turns, ask.count)
        docs, primary, turns, pks = (a[few] for a in (docs, primary, turns, pks))
    order = np.lexsort((pks, turns, primary))[ask.skip : ask.count]
    rows = zip(*(a[order].tolist() for a in (primary, turns, pks, docs)), strict=True)
    return [Top(*row) for row in rows]


def comes_after(after: After, primary: Array, turns: Array, pks: Array) -> NDArray[np.bool_]:
    """Which groups come after a hit."""
    own = np.asarray(after.primary).astype(primary.dtype)
    is_same = primary == own
    later = (turns > after.turn) | ((turns == after.turn) & (pks > after.pk))
    found: NDArray[np.bool_] = (primary > own) | (is_same & later)
    return found


def smallest(primary: Array, turns: Array, count: int) -> Array:
    """Where the smallest stand, at least so many, in no order."""
    limit = np.partition(primary, count)[count]
    below = np.flatnonzero(primary < limit)
    level = np.flatnonzero(primary == limit)
    wanted = count - len(below)
    if len(level) > 4 * wanted + 1:
        last = np.partition(turns[level], wanted)[wanted]
        level = level[turns[level] <= last]
    return np.concatenate([below, level])


def walked(segment: Segment, ask: Ask, docs: Array | None) -> list[Top]:
    """The first hits where only what always counts does: by the day's order of all groups."""
    standing = segment.standing_on(ask.today)
    if docs is not None and len(docs) * 50 < segment.size:
        return chosen(segment, ask, docs, standing.keys[docs])
    is_found = segment.is_live
    if docs is not None:
        is_found = np.zeros(segment.size, bool)
        is_found[docs] = True
    numbers = along(standing.order, start_of(segment, ask), is_found, ask.count + 1)
    return chosen(segment, ask, numbers, standing.keys[numbers])


def start_of(segment: Segment, ask: Ask) -> int:
    """Where in the day's order a page begins, at the latest."""
    if ask.after is None:
        return 0
    standing = segment.standing_on(ask.today)
    wanted = np.uint64(ask.after.primary)
    return int(np.searchsorted(standing.keys, wanted, sorter=standing.order))


def along(order: Array, start: int, is_found: Array | None, count: int) -> Array:
    """The next groups of an order that were found, at least so many if there are."""
    found: list[Array] = []
    length, known = max(64, 2 * count), 0
    while start < len(order) and known < count:
        some = order[start : start + length]
        found.append(some if is_found is None else some[is_found[some]])
        known += len(found[-1])
        start, length = start + length, length * 2
    return np.concatenate([order[:0], *found]).astype(np.intp)


def nearest(segment: Segment, ask: Ask, found: Matched) -> list[Top] | None:
    """The nearest hits by rings around the point; None when the largest ring has too few."""
    if ask.point is None:
        return None
    is_found = np.zeros(len(segment.arrays["when"]), bool)
    is_found[slice(None) if found.rows is None else found.rows] = found.rows is not None
    for ring in RINGS:
        rows, far = segment.grid.in_circle(ask.point, ring)
        if found.rows is not None:
            rows, far = rows[is_found[rows]], far[is_found[rows]]
        of = segment.arrays["doc_of_row"][rows]
        starts = np.flatnonzero(np.concatenate([[True], of[1:] != of[:-1]])[: len(of)])
        docs = of[starts].astype(np.intp)
        primary = np.minimum.reduceat(far, starts) if len(starts) else far
        is_kept = in_result(segment, found, docs)
        top = chosen(segment, ask, docs[is_kept], primary[is_kept])
        if len(top) >= ask.count - ask.skip:
            return top
    return None


def in_result(segment: Segment, found: Matched, docs: Array) -> Array:
    """Which groups are among those found."""
    if found.docs is None:
        return np.ones(len(docs), bool) if segment.is_live is None else segment.is_live[docs]
    mask = np.zeros(segment.size, bool)
    mask[found.docs] = True
    return mask[docs]
