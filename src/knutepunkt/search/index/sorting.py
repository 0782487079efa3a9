"""The first hits of a segment in the order asked for, after the hit that a cursor names."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index import ranking
from knutepunkt.search.index.ask import After, Ask
from knutepunkt.search.index.chosen import Matched, beginnings_of, passing
from knutepunkt.search.index.measuring import asked_for, primary_of
from knutepunkt.search.index.places import CLOSE_COSINES
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

RINGS = (10.0, 40.0, 160.0, 640.0)
MANY = 20_000
SOME = 4  # Times as many as are wanted: so few are put in order as fast as the first are sought.
# What is worth no more than the other by these is told apart by what always counts.
PLAIN = frozenset({"distance", "next-meeting"})


class Tops(NamedTuple):
    """The first hits in order: what each is sorted by, then its turn and its key; its number."""

    primary: Array
    turns: Array
    pks: Array
    numbers: Array


NONE = Tops(*[np.empty(0, np.intp)] * 4)


def first(segment: Segment, ask: Ask, found: Matched) -> Tops:
    """The first hits, in order."""
    docs = found.docs
    if not ask.count or (docs is not None and not len(docs)):
        return NONE
    if ask.sort == "relevance" and not (ask.needs or ask.wishes or ask.point):
        return walked(segment, ask, docs)
    is_by_distance = ask.sort == "distance" and not ask.ahead
    if is_by_distance and ask.within is None and (docs is None or len(docs) > MANY):
        near = nearest(segment, ask, found)
        if near is not None:
            return near
    if is_by_distance and ask.after is None and found.near is not None:
        found = closest(segment, found, found.near, ask.count)
        docs = found.docs
    if docs is None:
        docs = np.arange(segment.size)
    if ask.sort == "relevance":
        return chosen(segment, ask, *with_most_points(segment, ask, found, docs))
    return chosen(segment, ask, docs, primary_of(segment, ask, found, docs))


def with_most_points(
    segment: Segment, ask: Ask, found: Matched, docs: Array
) -> tuple[Array, Array]:
    """Those of some groups that have most points, as many as are wanted at least; and what they are
    sorted by. All of them where a cursor is gone on from.
    """
    standing, worth = segment.standing_on(ask.today), asked_for(segment, ask, found, docs)
    if ask.after is None and len(docs) > ask.count:
        points = standing.points.take(docs) + worth
        from_top = np.bincount(points)[::-1].cumsum()
        least = len(from_top) - 1 - int(from_top.searchsorted(ask.count))
        few = (points >= least).nonzero()[0]
        docs, worth = docs[few], worth[few]
    return docs, standing.keys[docs] - (worth.astype(np.uint64) << np.uint64(32))


def closest(segment: Segment, found: Matched, near: Array, count: int) -> Matched:
    """Those found that may be among so many nearest, by the cosines of their meetings."""
    if found.rows is None or len(found.starts) <= count:
        return found
    best = near if len(found.starts) == len(near) else np.maximum.reduceat(near, found.starts)
    least = np.partition(best, -count)[-count] - CLOSE_COSINES
    rows = passing(found.rows, near >= least)
    of = segment.arrays["doc_of_row"][rows]
    starts = beginnings_of(of)
    return Matched(of[starts].astype(np.intp), rows, starts)


def chosen(segment: Segment, ask: Ask, docs: Array, primary: Array) -> Tops:
    """The first of some groups by what they are sorted by, then their turn, then their key."""
    pk = segment.arrays["pk"]
    if ask.after is not None:
        turns = turns_of(segment, ask, docs)
        is_after = comes_after(ask.after, primary, turns, pk[docs])
        docs, primary = docs[is_after], primary[is_after]
    if len(docs) > SOME * ask.count:
        few = smallest(primary, lambda some: turns_of(segment, ask, docs[some]), ask.count)
        docs, primary = docs[few], primary[few]
    turns, pks = turns_of(segment, ask, docs), pk[docs]
    order = np.lexsort((pks, turns, primary))[ask.skip : ask.count]
    return Tops(primary[order], turns[order], pks[order], docs[order])


def turns_of(segment: Segment, ask: Ask, docs: Array) -> Array:
    """The place of some groups among equals: most points for what always counts, then the day's."""
    if ask.sort in PLAIN:
        return segment.standing_on(ask.today).keys[docs]
    return ranking.turn(segment.arrays["spin"][docs], ask.today)


def comes_after(after: After, primary: Array, turns: Array, pks: Array) -> NDArray[np.bool_]:
    """Which groups come after a hit."""
    own = np.asarray(after.primary).astype(primary.dtype)
    is_same = primary == own
    later = (turns > after.turn) | ((turns == after.turn) & (pks > after.pk))
    found: NDArray[np.bool_] = (primary > own) | (is_same & later)
    return found


def smallest(primary: Array, turns_of: Callable[[Array], Array], count: int) -> Array:
    """Where the smallest stand, at least so many; of many alike those whose turn comes first."""
    limit = np.partition(primary, count)[count]
    few: Array = (primary <= limit).nonzero()[0]
    if len(few) <= SOME * count + 1:
        return few
    is_below = primary[few] < limit
    below, level = few[is_below], few[~is_below]
    turns, wanted = turns_of(level), count - len(below)
    if len(level) > wanted:
        level = level[turns <= np.partition(turns, wanted)[wanted]]
    return np.concatenate([below, level])


def walked(segment: Segment, ask: Ask, docs: Array | None) -> Tops:
    """The first hits where only what always counts does: by the day's order of all groups."""
    standing = segment.standing_on(ask.today)
    if docs is not None and len(docs) * 50 < segment.size:
        return chosen(segment, ask, docs, standing.keys[docs])
    is_found = segment.is_live
    if docs is not None:
        is_found = np.zeros(segment.size, bool)
        is_found[docs] = True
    numbers = along(standing.order, start_of(segment, ask), is_found, ask.count)
    numbers = numbers[ask.skip : ask.count]
    keys = standing.keys[numbers]
    turns = (keys & np.uint64(2**32 - 1)).astype(np.uint32)
    return Tops(keys, turns, segment.arrays["pk"][numbers], numbers)


def start_of(segment: Segment, ask: Ask) -> int:
    """Where in the day's order a page begins."""
    if ask.after is None:
        return 0
    standing, wanted = segment.standing_on(ask.today), np.uint64(ask.after.primary)
    first = int(standing.keys.searchsorted(wanted, "left", standing.order))
    last = int(standing.keys.searchsorted(wanted, "right", standing.order))
    # Of those alike, which have the same turn too, the ones with lower keys were told before.
    alike = segment.arrays["pk"][standing.order[first:last]]
    return first + int(alike.searchsorted(ask.after.pk, "right"))


def along(order: Array, start: int, is_found: Array | None, count: int) -> Array:
    """The next groups of an order that were found, at least so many if there are."""
    found: list[Array] = []
    length, known = max(64, 2 * count), 0
    while start < len(order) and known < count:
        some = order[start : start + length]
        found.append(some if is_found is None else some[is_found.take(some)])
        known += len(found[-1])
        start, length = start + length, length * 2
    return np.concatenate([order[:0], *found]).astype(np.intp)


def nearest(segment: Segment, ask: Ask, found: Matched) -> Tops | None:
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
        starts = beginnings_of(of)
        docs = of[starts].astype(np.intp)
        primary = np.minimum.reduceat(far, starts) if len(starts) else far
        is_kept = in_result(segment, found, docs)
        top = chosen(segment, ask, docs[is_kept], primary[is_kept])
        if len(top.numbers) >= ask.count - ask.skip:
            return top
    return None


def in_result(segment: Segment, found: Matched, docs: Array) -> Array:
    """Which groups are among those found."""
    if found.docs is None:
        return np.ones(len(docs), bool) if segment.is_live is None else segment.is_live[docs]
    mask = np.zeros(segment.size, bool)
    mask[found.docs] = True
    return mask[docs]
