"""Which groups of a segment are as asked, and which would be but for one facet's restriction."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.lists import (
    Valued,
    is_met,
    total_of,
    union,
    valued,
    values_at,
    values_of_all,
)
from knutepunkt.search.index.places import is_in_box, kilometres
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import Fits, fits

Mask = NDArray[np.bool_]
SPARSE = 4
NOWHERE: Array = np.empty(0, np.intp)
MET = 256  # what meets needs counts before points, where not all are met


@dataclass(slots=True)
class Chosen:
    """Groups, and those of their meetings that are as asked. None stands for all.

    ``docs`` are in order, each once; ``rows`` in order, only where meetings were asked about, and
    those of each group from the places ``starts`` on.
    """

    docs: Array | None = None
    rows: Array | None = None
    starts: Array = field(default_factory=lambda: NOWHERE)


@dataclass(slots=True)
class Matched(Chosen):
    """What was found. ``texts`` are the groups that the words lead to, with their points.

    ``without`` has for each restricted facet what would be found without that restriction.
    ``fits`` is what was asked of time, None when nothing was; ``open_rows`` are the meetings that
    are as asked but for weekdays and hours. ``far`` are kilometres to ``rows`` where these were
    worked out. ``met`` goes with ``texts``: how much of the needs each
    meets, where not all must be.
    """

    texts: tuple[Array, Array] | None = None
    without: dict[str, Chosen] = field(default_factory=dict)
    fits: Fits | None = None
    open_rows: Array | None = None
    far: Array | None = None
    met: Array | None = None


def matched(segment: Segment, ask: Ask) -> Matched:
    """What a segment has for a question."""
    found = Matched()
    docs = by_words(segment, ask, found) if ask.needs else None
    if docs is not None and segment.is_live is not None:
        docs = docs[segment.is_live[docs]]
    if ask.is_about_meetings:
        choose_rows(segment, ask, docs, found)
    else:
        choose_docs(segment, ask, docs, found)
    return found


def by_words(segment: Segment, ask: Ask, found: Matched) -> Array:
    """The groups that words lead to; their points are noted in ``found``."""
    needs = [valued(segment.postings, need) for need in ask.needs]
    if ask.at_least is None:
        docs, points = by_all_words(needs, segment.size)
    else:
        weights = [need.weight for need in ask.needs]
        docs, points, met = by_most_words(needs, weights, segment.size)
        is_kept = met >= ask.at_least
        docs, points, found.met = docs[is_kept], points[is_kept], met[is_kept]
    found.texts = docs, points if len(needs) == 1 else points // len(needs)
    return docs


def by_all_words(needs: list[list[Valued]], size: int) -> tuple[Array, Array]:
    """The groups that meet every need, with the sum of what each counts."""
    if len(needs) == 1:
        return union(needs[0], size)
    needs = sorted(needs, key=total_of)
    if total_of(needs[0]) * SPARSE > size:
        values = [values_of_all(lists, size) for lists in needs]
        found = np.flatnonzero(np.logical_and.reduce(values))
        return found, np.asarray(np.sum([each[found] for each in values], axis=0, dtype=np.int64))
    docs, points = union(needs[0], size)
    points = points.astype(np.int64)
    for lists in needs[1:]:
        more = values_at(lists, docs, size)
        is_kept = more > 0
        docs, points = docs[is_kept], points[is_kept] + more[is_kept]
    return docs, points


def by_most_words(
    needs: list[list[Valued]], weights: list[int], size: int
) -> tuple[Array, Array, Array]:
    """The groups that meet any need, with their points and the weights of what they meet."""
    met, points = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for lists, weight in zip(needs, weights, strict=True):
        values = values_of_all(lists, size)
        met += (values > 0) * weight
        points += values
    docs = np.flatnonzero(points)
    return docs, points[docs], met[docs]


def choose_docs(segment: Segment, ask: Ask, docs: Array | None, found: Matched) -> None:
    """Choose among groups where nothing is asked of meetings."""
    if docs is None and ask.restrictions:
        choose_sets(segment, ask, found)
        return
    hard = hard_mask(segment, ask, docs)
    fails = {facet: ~is_met(segment.postings, tokens, docs) for facet, tokens in ask.restrictions}
    found.docs = those(docs, passing(hard, list(fails.values())))
    for facet in fails:
        others = [fail for name, fail in fails.items() if name != facet]
        found.without[facet] = Chosen(those(docs, passing(hard, others)))


def choose_sets(segment: Segment, ask: Ask, found: Matched) -> None:
    """The same where no words are asked for, and restrictions are: by sets, which are fast."""
    sets = [segment.postings.set_of(tokens) for _, tokens in ask.restrictions]
    found.docs = confirmed_in(segment, ask, common(segment, sets))
    for place, (facet, _) in enumerate(ask.restrictions):
        others = sets[:place] + sets[place + 1 :]
        if others:
            found.without[facet] = Chosen(confirmed_in(segment, ask, common(segment, others)))
        else:
            found.without[facet] = Chosen(those(None, hard_mask(segment, ask, None)))


def common(segment: Segment, sets: list[BitMap]) -> Array:
    """The living groups that all of some sets have, in order."""
    found = BitMap.intersection(*sets) if len(sets) > 1 else sets[0]
    if segment.is_live is not None:
        found = found - segment.dead_set
    return np.frombuffer(found.to_array(), np.uint32).astype(np.intp)


def confirmed_in(segment: Segment, ask: Ask, docs: Array) -> Array:
    """Those of some groups that were confirmed in time."""
    if not ask.confirmed_since:
        return docs
    return docs[segment.arrays["confirmed"][docs] >= ask.confirmed_since]


def hard_mask(segment: Segment, ask: Ask, docs: Array | None) -> Mask | None:
    """Which groups live and were confirmed in time; None where nothing is asked of that."""
    mask = segment.is_live if docs is None else None
    if ask.confirmed_since:
        confirmed = segment.arrays["confirmed"]
        in_time = (confirmed if docs is None else confirmed[docs]) >= ask.confirmed_since
        mask = in_time if mask is None else mask & in_time
    return mask


def passing(hard: Mask | None, fails: Sequence[Mask]) -> Mask | None:
    """Where nothing fails; None stands for everywhere."""
    if not fails:
        return hard
    failed = fails[0] if len(fails) == 1 else np.logical_or.reduce(fails)
    return ~failed if hard is None else hard & ~failed


def those(numbers: Array | None, mask: Mask | None) -> Array | None:
    """The numbers (None for all) that a mask (None for all) lets pass."""
    if mask is None:
        return numbers
    return mask.nonzero()[0] if numbers is None else numbers[mask]


def choose_rows(segment: Segment, ask: Ask, docs: Array | None, found: Matched) -> None:
    """Choose among meetings, and then the groups that have them."""
    rows, far = rows_in_place(segment, ask, docs)
    arrays = segment.arrays
    of = arrays["doc_of_row"] if rows is None else arrays["doc_of_row"][rows]
    hard = hard_rows(segment, ask, docs, of)
    fails = {
        facet: ~met_by_rows(segment, tokens, of, is_all=rows is None)
        for facet, tokens in ask.restrictions
    }
    for facet, values in ask.areas:
        numbers = [segment.value_numbers[v] for v in values if v in segment.value_numbers]
        fails[facet] = ~np.isin(column(segment, facet, rows), numbers)
    if ask.formats:
        fails["format"] = (column(segment, "formats", rows) & ask.formats) == 0
    in_time = fitting(segment, ask, rows, found)
    hard_in_time = both(hard, in_time)
    is_as_asked = passing(hard_in_time, list(fails.values()))
    choose(found, segment, those(rows, is_as_asked), of if is_as_asked is None else of[is_as_asked])
    found.far = far if far is None or is_as_asked is None else far[is_as_asked]
    for facet in fails:
        others = [fail for name, fail in fails.items() if name != facet]
        found.without[facet] = Chosen()
        is_else = passing(hard_in_time, others)
        else_of = of if is_else is None else of[is_else]
        choose(found.without[facet], segment, those(rows, is_else), else_of)
    if in_time is not None:
        held = arrays["is_held"] if rows is None else arrays["is_held"][rows]
        if ask.asked.until is not None:
            hard = both(hard, held)
        found.open_rows = those(rows, passing(hard, list(fails.values())))
        if found.open_rows is None:
            found.open_rows = np.arange(len(of))


def both(one: Mask | None, other: Mask | None) -> Mask | None:
    """Where both let pass; None stands for everywhere."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def rows_in_place(
    segment: Segment, ask: Ask, docs: Array | None
) -> tuple[Array | None, Array | None]:
    """The meetings of some groups (None for all) that are where they should be.

    Second come their kilometres from the point, where a circle was asked for.
    """
    far = None
    rows = None if docs is None else rows_of(segment, docs)
    latitude, longitude = segment.arrays["latitude"], segment.arrays["longitude"]
    if ask.within is not None and ask.point is not None:
        if rows is None:
            rows, far = segment.grid.in_circle(ask.point, ask.within)
        else:
            far = kilometres(ask.point, latitude[rows], longitude[rows])
            is_near = far <= ask.within
            rows, far = rows[is_near], far[is_near]
    if ask.box is not None:
        if rows is None:
            rows = segment.grid.in_box(ask.box)
        else:
            is_in = is_in_box(latitude[rows], longitude[rows], ask.box)
            rows, far = rows[is_in], None if far is None else far[is_in]
    return rows, far


def rows_of(segment: Segment, docs: Array) -> Array:
    """The meetings of some groups, in order."""
    first, count = segment.arrays["row_first"], segment.arrays["row_count"]
    counts = count[docs].astype(np.intp)
    starts = first[docs].astype(np.intp)
    return np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())


def hard_rows(segment: Segment, ask: Ask, docs: Array | None, of: Array) -> Mask | None:
    """Which meetings are of groups that live and were confirmed in time."""
    mask = None
    if docs is None and segment.is_live is not None:
        mask = segment.is_live[of]
    if ask.confirmed_since:
        mask = both(mask, segment.arrays["confirmed"][of] >= ask.confirmed_since)
    return mask


def met_by_rows(segment: Segment, tokens: Sequence[str], of: Array, *, is_all: bool) -> Mask:
    """Which meetings are of groups with one of some tokens; ``of`` are their groups, in order."""
    if is_all or len(of) * SPARSE > segment.size:
        return is_met(segment.postings, tokens, None)[of]
    return is_met(segment.postings, tokens, of)


def column(segment: Segment, name: str, rows: Array | None) -> Array:
    """A column of some meetings, or of all."""
    whole = segment.arrays[name]
    return whole if rows is None else whole[rows]


def fitting(segment: Segment, ask: Ask, rows: Array | None, found: Matched) -> Mask | None:
    """Which meetings are at the time asked for; None when nothing is asked of time."""
    if not ask.asked.is_anything:
        return None
    found.fits = fits(segment.table_on(ask.today), ask.asked)
    mask: Mask = found.fits.is_fit[column(segment, "when", rows)]
    return mask & column(segment, "is_held", rows) if ask.asked.until is not None else mask


def choose(chosen: Chosen, segment: Segment, rows: Array | None, of: Array) -> None:
    """Note the meetings and their groups (``of``), each group once."""
    chosen.rows = rows
    chosen.starts = segment.arrays["row_first"][:-1] if rows is None else beginnings_of(of)
    chosen.docs = of[chosen.starts].astype(np.intp)


def beginnings_of(numbers: Array) -> Array:
    """Where each number that comes in a row begins."""
    is_new = np.empty(len(numbers), bool)
    is_new[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=is_new[1:])
    found: Array = is_new.nonzero()[0]
    return found
