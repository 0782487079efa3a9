"""Meetings as they are looked at: each with what it lacks of what was asked, as bits."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Mask, column
from knutepunkt.search.index.daily import OF_FORMATS
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import (
    PLANNED,
    SPANS,
    Fits,
    Marks,
    are_held,
    fits,
    is_between,
    planned,
)
from knutepunkt.search.query import WEEKDAYS

# Two things that may be lacking, time and format, have these bits; facets have those from FIRST on.
TIME, FORMAT, FIRST = 1, 2, 4
MOST_IN_A_BYTE = 6  # Facets that have a bit of a byte beside these two.


class Looked(Struct, eq=False):
    """Meetings that are looked at (None for all), and their groups.

    ``marks`` are what facets count of each: the weekdays and parts of the day it has, be it not for
    what is asked of these, and how people meet. ``lacks`` has a bit for each thing asked that a
    meeting lacks, and none where it is as asked; None where all are. ``asked`` has the bits of all
    that is asked. ``is_open`` says which take
    place, where days were asked for. ``near`` are cosines as ``Globe`` has them, where a circle
    was.
    """

    rows: Array | None
    of: Array
    marks: Marks
    lacks: Array | None = None
    asked: int = 0
    is_open: Mask | None = None
    near: Array | None = None

    def some(self, at: Array) -> "Looked":
        """Those of them at some places."""
        return Looked(
            at if self.rows is None else self.rows[at],
            self.of[at],
            self.marks[at],
            None if self.lacks is None else self.lacks[at],
            self.asked,
            None if self.is_open is None else self.is_open[at],
            None if self.near is None else self.near[at],
        )

    def but_for(self, kind: int = 0) -> Mask | None:
        """Which are as asked, or lack only the thing of one bit; None for all."""
        if self.lacks is None or not self.asked & ~kind:
            return None
        found: Mask = (self.lacks | kind) == kind if kind else self.lacks == 0
        return found


def look(segment: Segment, ask: Ask, rows: Array | None) -> Looked:
    """Some meetings (None for all) with what they lack."""
    of = column(segment, "doc_of_row", rows)
    if rows is not None:
        of = of.astype(np.intp)  # What is looked up by it is found in half the time.
    marks = segment.facets_on(ask.today, ask.asked.zone).marks
    looked = Looked(rows, of, marks if rows is None else marks[rows])
    lacking = list(kinds_lacked(segment, ask, looked))
    if ask.formats:
        lacking.append((FORMAT, (looked.marks & np.uint16(ask.formats << PLANNED)) == 0))
    if ask.asked.is_anything:
        told = timed(segment, ask, looked.rows, looked.marks)
        if ask.asked.until is not None:
            looked.is_open = column(segment, "is_held", rows)
        is_fit = told.is_fit if looked.is_open is None else told.is_fit & looked.is_open
        lacking.append((TIME, ~is_fit))
        looked.marks = told.marks | looked.marks & OF_FORMATS
    looked.lacks, looked.asked = together(lacking), sum(bit for bit, _ in lacking)
    return looked


def kinds_lacked(segment: Segment, ask: Ask, looked: Looked) -> Iterator[tuple[int, Mask]]:
    """For each facet that restricts its bit, and which meetings lack what it asks for."""
    kinds = facet_bits(ask)
    for facet, tokens in ask.restrictions:
        yield kinds[facet], ~is_met(segment.postings, tokens, looked.of)
    for facet, values in ask.areas:
        numbers = [segment.value_numbers[v] for v in values if v in segment.value_numbers]
        yield kinds[facet], ~np.isin(column(segment, facet, looked.rows), numbers)


def facet_bits(ask: Ask) -> dict[str, int]:
    """The bit of each facet that restricts groups or places."""
    return {facet: FIRST << n for n, (facet, _) in enumerate((*ask.restrictions, *ask.areas))}


def together(lacking: Sequence[tuple[int, Mask]]) -> Array | None:
    """All that is lacked in one number for each meeting; None where nothing is asked."""
    if not lacking:
        return None
    kind = np.uint8 if len(lacking) <= MOST_IN_A_BYTE else np.int64
    found: Array = lacking[0][1] * kind(lacking[0][0])
    for bit, mask in lacking[1:]:
        found |= mask * kind(bit)
    return found


def timed(segment: Segment, ask: Ask, rows: Array | None, marks: Marks) -> Fits:
    """Which meetings are at the time asked for, and what facets count of their times.

    ``marks`` are what is planned at all. Where no facets are counted, they are handed back.
    """
    table, asked = segment.table_on(ask.today), ask.asked
    if asked.until is None:
        return planned(marks, asked.weekdays, in_hours(segment, ask, rows, marks))
    whens = column(segment, "when", rows)
    if not ask.has_facets:
        return Fits(are_held(table, asked, whens), marks)
    if len(whens) < len(table.bits):
        return fits(table, asked, whens)
    told = fits(table, asked)
    return Fits(told.is_fit[whens], told.marks[whens])


def in_hours(segment: Segment, ask: Ask, rows: Array | None, marks: Marks) -> Mask | None:
    """Which meetings begin in the hours that are asked for, by today's clock; None for all."""
    begins = ask.asked.begins
    if begins is None:
        return None
    if begins in SPANS:
        part: Mask = marks & np.uint16(1 << len(WEEKDAYS) + SPANS.index(begins)) != 0
        return part
    minutes = segment.facets_on(ask.today, ask.asked.zone).minutes
    return is_between(minutes if rows is None else minutes.take(rows), begins)


def held(segment: Segment, ask: Ask, rows: Array) -> Mask:
    """Which of some meetings are at the time asked for."""
    if ask.asked.until is None:
        marks = segment.facets_on(ask.today, ask.asked.zone).marks[rows]
        return timed(segment, ask, rows, marks).is_fit
    found = are_held(segment.table_on(ask.today), ask.asked, column(segment, "when", rows))
    found &= column(segment, "is_held", rows)
    return found
