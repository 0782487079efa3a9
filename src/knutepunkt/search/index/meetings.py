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
    passing,
    rows_of,
    those,
)
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.places import is_in_box, kilometres
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import fits

SPARSE = 4


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
