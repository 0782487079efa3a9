"""Which meetings of a segment are as asked, and the groups that have them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import (
    Chosen,
    Mask,
    Matched,
    beginnings_of,
    both,
    column,
    passing,
    rows_of,
    those,
)
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.places import box_around, is_in_box, kilometres, may_be_in
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import PARTS, are_fit, fits, parts_in
from knutepunkt.search.query import WEEKDAYS, Box

SPARSE = 4


@dataclass(slots=True)
class Looked:
    """Meetings that are looked at (None for all), their groups, and what speaks against each.

    ``far`` are kilometres from the point where a circle was asked for. ``hard`` is what no facet
    stands for, ``in_time`` what is asked of time; None stands for all. ``fails`` is by facet.
    """

    rows: Array | None
    of: Array
    far: Array | None
    hard: Mask | None
    in_time: Mask | None
    fails: dict[str, Mask]

    def within(self, kilometres: float | None) -> "Looked":
        """Those of them within some kilometres."""
        if self.far is None or kilometres is None:
            return self
        near = (self.far <= kilometres).nonzero()[0]
        return Looked(
            near if self.rows is None else self.rows[near],
            self.of[near],
            self.far[near],
            None if self.hard is None else self.hard[near],
            None if self.in_time is None else self.in_time[near],
            {facet: fail[near] for facet, fail in self.fails.items()},
        )


def choose_rows(
    segment: Segment, ask: Ask, docs: Array | None, found: Matched, others: Sequence[Ask] = ()
) -> None:
    """Choose among meetings, and then the groups that have them.

    ``others`` ask the same but of a circle or of days; how many groups each finds is noted.
    """
    looked = looked_at(segment, ask, docs, found, [other.within or 0 for other in others])
    if others:
        found.others += numbers_of(segment, looked, ask, others)
        looked = looked.within(ask.within)
    rows, of, far, fails = looked.rows, looked.of, looked.far, looked.fails
    hard_in_time = both(looked.hard, looked.in_time)
    is_as_asked = passing(hard_in_time, list(fails.values()))
    choose(found, segment, those(rows, is_as_asked), of if is_as_asked is None else of[is_as_asked])
    found.far = far if far is None or is_as_asked is None else far[is_as_asked]
    if not ask.has_facets:
        return
    for facet in fails:
        is_else = passing(hard_in_time, [fail for name, fail in fails.items() if name != facet])
        found.without[facet] = Chosen()
        else_of = of if is_else is None else of[is_else]
        choose(found.without[facet], segment, those(rows, is_else), else_of)
    if looked.in_time is not None:
        found.open_rows = open_rows(segment, ask, looked)


def looked_at(
    segment: Segment,
    ask: Ask,
    docs: Array | None,
    found: Matched,
    circles: Sequence[float] = (),
) -> Looked:
    """The meetings of some groups (None for all) in the widest of some circles."""
    rows, far = rows_in_place(segment, ask, docs, circles)
    arrays = segment.arrays
    of = arrays["doc_of_row"] if rows is None else arrays["doc_of_row"][rows]
    hard = hard_rows(segment, ask, docs, of, is_all=rows is None)
    hard = both(hard, not_there(segment, ask, rows))
    fails = {
        facet: ~met_by_rows(segment, tokens, of, is_all=rows is None)
        for facet, tokens in ask.restrictions
    }
    for facet, values in ask.areas:
        numbers = [segment.value_numbers[v] for v in values if v in segment.value_numbers]
        fails[facet] = ~np.isin(column(segment, facet, rows), numbers)
    if ask.formats:
        fails["format"] = (column(segment, "formats", rows) & ask.formats) == 0
    return Looked(rows, of, far, hard, fitting(segment, ask, rows, found), fails)


def numbers_of(segment: Segment, looked: Looked, ask: Ask, others: Sequence[Ask]) -> list[int]:
    """How many groups have one of some meetings that is as each other question asks."""
    lasting = passing(looked.hard, list(looked.fails.values()))
    found = []
    for other in others:
        is_same = other.asked == ask.asked
        in_time = looked.in_time if is_same else held(segment, other, looked.rows)
        mask = both(lasting, in_time)
        if looked.far is not None and other.within is not None:
            mask = both(mask, looked.far <= other.within)
        of = looked.of if mask is None else looked.of[mask]
        found.append(len(of) and 1 + int(np.count_nonzero(of[1:] != of[:-1])))
    return found


def open_rows(segment: Segment, ask: Ask, looked: Looked) -> Array:
    """The meetings that are as asked but for weekdays and hours."""
    hard = looked.hard
    if ask.asked.until is not None:
        hard = both(hard, column(segment, "is_held", looked.rows))
    found = those(looked.rows, passing(hard, list(looked.fails.values())))
    return np.arange(len(looked.of)) if found is None else found


def rows_in_place(
    segment: Segment, ask: Ask, docs: Array | None, circles: Sequence[float] = ()
) -> tuple[Array | None, Array | None]:
    """The meetings of some groups (None for all) that are where they should be.

    Second come their kilometres from the point, where a circle was asked for: these are in the
    widest of it and ``circles``.
    """
    far = None
    latitude, longitude = segment.arrays["latitude"], segment.arrays["longitude"]
    if ask.within is None or ask.point is None:
        rows = None if docs is None else rows_of(segment, nearly(segment, ask, docs))
    elif docs is None:
        rows, far = segment.grid.in_circle(ask.point, max([ask.within, *circles]))
    else:
        widest = max([ask.within, *circles])
        rows = near(segment, ask, docs, box_around(ask.point, widest))
        far = kilometres(ask.point, latitude[rows], longitude[rows])
        is_near = far <= widest
        rows, far = rows[is_near], far[is_near]
    if ask.box is not None:
        if rows is None:
            rows = segment.grid.in_box(ask.box)
        else:
            is_in = is_in_box(latitude[rows], longitude[rows], ask.box)
            rows, far = rows[is_in], None if far is None else far[is_in]
    return rows, far


def near(segment: Segment, ask: Ask, docs: Array, box: Box) -> Array:
    """The meetings of some groups that are in a box."""
    docs = docs[may_be_in(box)[segment.regions[docs]]]
    rows = rows_of(segment, nearly(segment, ask, docs))
    latitude, longitude = segment.arrays["latitude"][rows], segment.arrays["longitude"][rows]
    return rows[is_in_box(latitude, longitude, box)]


def nearly(segment: Segment, ask: Ask, docs: Array) -> Array:
    """Those of some groups that may be as asked in all but one thing that is counted without it.

    Who fails in two is counted nowhere, so their meetings need not be looked at.
    """
    if not ask.has_facets or not len(docs):
        return docs
    fails = [~is_met(segment.postings, tokens, docs) for _, tokens in ask.restrictions]
    lacks = bits_lacked(segment, ask, docs)
    fails += lacks[:1] if ask.formats else []
    if timed := lacks[bool(ask.formats) :]:
        fails.append(timed[0] if len(timed) == 1 else timed[0] | timed[1])
    if len(fails) < 2:
        return docs
    is_near: Mask = np.add.reduce(fails, axis=0, dtype=np.uint8) < 2
    return docs[is_near]


def bits_lacked(segment: Segment, ask: Ask, docs: Array) -> list[Mask]:
    """For each kind of bits that are wanted, which of some groups have none of them."""
    wanted = bits_wanted(ask)
    if not wanted:
        return []
    bits = segment.facets_on(ask.today, ask.asked.zone).bits[docs]
    return [(bits & some) == 0 for some in wanted]


def bits_wanted(ask: Ask) -> list[np.uint16]:
    """Bits of which a group has one for each, if one of its meetings is as asked; as in ``BITS``:
    formats first, then what is asked of time.

    What is held within some days may be on other weekdays than those of today's clock.
    """
    asked, wanted = ask.asked, [ask.formats << len(WEEKDAYS) + len(PARTS)]
    if asked.is_anything and asked.until is None:
        wanted.append(asked.weekdays)
        if asked.begins is not None:  # what has no time of day may be on any day
            wanted.append(parts_in(asked.begins) << len(WEEKDAYS))
    return [np.uint16(some) for some in wanted if some]


def hard_rows(
    segment: Segment, ask: Ask, docs: Array | None, of: Array, *, is_all: bool
) -> Mask | None:
    """Which meetings are of groups that live, were confirmed in time, and are not left out."""
    mask = None
    if docs is None and segment.is_live is not None:
        mask = segment.is_live[of]
    if ask.confirmed_since:
        mask = both(mask, segment.arrays["confirmed"][of] >= ask.confirmed_since)
    if ask.left_out:
        mask = both(mask, ~met_by_rows(segment, ask.left_out, of, is_all=is_all))
    return mask


def not_there(segment: Segment, ask: Ask, rows: Array | None) -> Mask | None:
    """Which meetings are in none of the places that are left out; None where none is."""
    mask = None
    for value in ask.away:
        if (number := segment.value_numbers.get(value)) is not None:
            mask = both(mask, column(segment, value.partition(":")[0], rows) != number)
    return mask


def met_by_rows(segment: Segment, tokens: Sequence[str], of: Array, *, is_all: bool) -> Mask:
    """Which meetings are of groups with one of some tokens; ``of`` are their groups, in order."""
    if is_all or len(of) * SPARSE > segment.size:
        return is_met(segment.postings, tokens, None)[of]
    return is_met(segment.postings, tokens, of)


def fitting(segment: Segment, ask: Ask, rows: Array | None, found: Matched) -> Mask | None:
    """Which meetings are at the time asked for; None when nothing is asked of time."""
    if not (ask.has_facets and ask.asked.is_anything):
        return held(segment, ask, rows)
    found.fits = fits(segment.table_on(ask.today), ask.asked)
    return held_of(segment, ask, rows, found.fits.is_fit[column(segment, "when", rows)])


def held(segment: Segment, ask: Ask, rows: Array | None) -> Mask | None:
    """The same, where nothing is to be counted by time."""
    if not ask.asked.is_anything:
        return None
    whens = column(segment, "when", rows)
    return held_of(segment, ask, rows, are_fit(segment.table_on(ask.today), ask.asked, whens))


def held_of(segment: Segment, ask: Ask, rows: Array | None, mask: Mask) -> Mask:
    """Those of the meetings whose when fits that take place, where days are asked for."""
    return mask & column(segment, "is_held", rows) if ask.asked.until is not None else mask


def choose(chosen: Chosen, segment: Segment, rows: Array | None, of: Array) -> None:
    """Note the meetings and their groups (``of``), each group once."""
    chosen.rows = rows
    chosen.starts = segment.arrays["row_first"][:-1] if rows is None else beginnings_of(of)
    chosen.docs = of[chosen.starts].astype(np.intp)
