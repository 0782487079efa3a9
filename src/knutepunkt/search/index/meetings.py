"""Which meetings of a segment are as asked, and the groups that have them."""

from collections.abc import Sequence

import numpy as np

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import (
    Chosen,
    Mask,
    Matched,
    beginnings_of,
    both,
    column,
    joined,
    masked,
    passing,
    rows_of,
)
from knutepunkt.search.index.counting import AREAS, bits_counted
from knutepunkt.search.index.daily import OF_FORMATS
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.looking import (
    FORMAT,
    TIME,
    Looked,
    facet_bits,
    held,
    look,
)
from knutepunkt.search.index.places import box_around, halves, is_in_box
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import OF_PLANNED


def choose_rows(
    segment: Segment, ask: Ask, docs: Array | None, found: Matched, others: Sequence[Ask] = ()
) -> None:
    """Choose among meetings, and then the groups that have them.

    ``others`` ask the same but for how far and in which days; how many groups each finds is noted.
    """
    looked = looked_at(segment, ask, docs, others)
    if others:
        found.others += [number_of(segment, looked, ask, other) for other in others]
        if ask.within is not None:
            looked = kept(looked, is_within(segment, ask, looked, ask.within))
    is_asked = looked.but_for()
    choose(found, segment, looked, is_asked)
    found.near = looked.near if looked.near is None or is_asked is None else looked.near[is_asked]
    if not ask.has_facets:
        return
    for facet, bit in facet_bits(ask).items():
        if facet in AREAS:
            found.without[facet] = Chosen()
            choose(found.without[facet], segment, looked, looked.but_for(bit))
        elif looked.lacks is not None:
            of = passing(looked.of, looked.lacks == bit)
            found.lacking[facet] = of.take(beginnings_of(of))
    found.bits = bits_of(segment, looked)


def looked_at(segment: Segment, ask: Ask, docs: Array | None, others: Sequence[Ask] = ()) -> Looked:
    """The meetings of some groups (None for all) in the widest circle that is asked for.

    Who lacks two things is counted nowhere, so their meetings are left out.
    """
    rows, box = None, ask.box
    if docs is not None:
        rows = rows_of(segment, docs)
    elif ask.point is not None and ask.within is not None:
        rows = segment.grid.near(halves(box_around(ask.point, widest(ask, others))))
    elif box is not None:
        rows, box = segment.grid.in_box(box), None
    looked = look(segment, ask, rows)
    mask = both(not_there(segment, ask, looked), is_worth(ask, looked, others))
    looked = kept(looked, both(mask, hard_rows(segment, ask, looked) if docs is None else None))
    if box is not None:
        looked = kept(looked, is_in_box(*where(segment, looked.rows), box))
    if ask.point is not None and ask.within is not None and looked.rows is not None:
        looked.near = segment.globe.cosines(ask.point, looked.rows)
        looked = kept(looked, is_within(segment, ask, looked, widest(ask, others)))
    return looked


def kept(looked: Looked, mask: Mask | None) -> Looked:
    """The meetings that a mask (None for all) lets pass."""
    return looked if mask is None else looked.some(mask.nonzero()[0])


def is_worth(ask: Ask, looked: Looked, others: Sequence[Ask]) -> Mask | None:
    """Which meetings may be counted somewhere; None for all."""
    if looked.lacks is None or (ask.has_facets and looked.asked & (looked.asked - 1) == 0):
        return None
    if ask.has_facets:
        return np.asarray((looked.lacks & (looked.lacks - 1)) == 0)
    is_same_time = all(other.asked == ask.asked for other in others)
    return looked.but_for(0 if is_same_time else TIME)


def widest(ask: Ask, others: Sequence[Ask]) -> float:
    """The widest circle of some questions that all ask for one."""
    return max(one.within or 0.0 for one in (ask, *others))


def is_within(segment: Segment, ask: Ask, looked: Looked, circle: float) -> Mask | None:
    """Which meetings are within some kilometres, where a circle was asked for; None for all."""
    if ask.point is None or looked.near is None or looked.rows is None:
        return None
    return segment.globe.is_within(ask.point, circle, looked.rows, looked.near)


def where(segment: Segment, rows: Array | None) -> tuple[Array, Array]:
    """Where some meetings are, in degrees north and east."""
    return column(segment, "latitude", rows), column(segment, "longitude", rows)


def number_of(segment: Segment, looked: Looked, ask: Ask, other: Ask) -> int:
    """How many groups have one of some meetings that is as another question asks."""
    is_same_time = other.asked == ask.asked
    mask = looked.but_for(0 if is_same_time else TIME)
    if other.within is not None:
        mask = both(mask, is_within(segment, ask, looked, other.within))
    at = np.arange(len(looked.of)) if mask is None else mask.nonzero()[0]
    if other.asked.is_anything and not is_same_time:
        at = at[held(segment, other, at if looked.rows is None else looked.rows[at])]
    return groups_among(looked.of[at])


def groups_among(of: Array) -> int:
    """How many groups there are among those of some meetings, in order."""
    return len(of) and 1 + int(np.count_nonzero(of[1:] != of[:-1]))


def hard_rows(segment: Segment, ask: Ask, looked: Looked) -> Mask | None:
    """Which meetings are of groups that live, were confirmed in time, and are not left out."""
    of = looked.of
    mask = None if segment.is_live is None else segment.is_live[of]
    if ask.confirmed_since:
        mask = both(mask, segment.arrays["confirmed"][of] >= ask.confirmed_since)
    if ask.left_out:
        mask = both(mask, ~is_met(segment.postings, ask.left_out, of))
    return mask


def not_there(segment: Segment, ask: Ask, looked: Looked) -> Mask | None:
    """Which meetings are in none of the places that are left out; None where none is."""
    mask = None
    for value in ask.away:
        if (number := segment.value_numbers.get(value)) is not None:
            mask = both(mask, column(segment, value.partition(":")[0], looked.rows) != number)
    return mask


def choose(chosen: Chosen, segment: Segment, looked: Looked, mask: Mask | None) -> None:
    """Note some of the meetings (None for all) and their groups, each group once."""
    rows, of = looked.rows, looked.of
    if mask is not None:
        at = mask.nonzero()[0]
        rows, of = at if rows is None else rows[at], of[at]
    chosen.rows = rows
    chosen.starts = segment.arrays["row_first"][:-1] if rows is None else beginnings_of(of)
    chosen.docs = of[chosen.starts].astype(np.intp, copy=False)


def bits_of(segment: Segment, looked: Looked) -> Array:
    """How many groups have each weekday, part of the day and format in a meeting that is as asked,
    be it not for what is asked of just that.
    """
    marks, of = looked.marks, looked.of
    in_time, way = both(looked.but_for(TIME), looked.is_open), looked.but_for(FORMAT)
    if in_time is not None or way is not None:
        marks = masked(marks & OF_PLANNED, in_time) | masked(marks & OF_FORMATS, way)
    starts = segment.arrays["row_first"][:-1] if looked.rows is None else beginnings_of(of)
    return bits_counted(marks if len(starts) == len(marks) else joined(marks, of, starts))
