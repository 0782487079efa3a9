"""Groups and meetings chosen from a segment, and masks that choose them."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from knutepunkt.search.index.led import Led
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

Mask = NDArray[np.bool_]
NOWHERE: Array = np.empty(0, np.intp)


class Chosen(Struct, eq=False):
    """Groups, and those of their meetings that are as asked. None stands for all.

    ``docs`` are in order, each once; ``rows`` in order, only where meetings were asked about, and
    those of each group from the places ``starts`` on.
    """

    docs: Array | None = None
    rows: Array | None = None
    starts: Array = NOWHERE


class Matched(Chosen, eq=False):
    """What was found. ``led`` are the groups that the words lead to, None where none are asked for.

    ``lacking`` has for each facet that groups are restricted by those who lack only that, None for
    all that were not found, and ``without`` for each that meetings are restricted by what would be
    found without. ``bits`` is how many groups have each weekday, part of the day and format, where
    something was asked of meetings, ``near`` are cosines to ``rows`` where a circle was. ``others``
    is how many groups other questions find that were asked beside.
    """

    led: Led | None = None
    lacking: dict[str, Array | None] = {}
    without: dict[str, Chosen] = {}
    bits: Array | None = None
    near: Array | None = None
    others: list[int] = []


def those(numbers: Array | None, mask: Mask | None) -> Array | None:
    """The numbers (None for all) that a mask (None for all) lets pass."""
    return numbers if mask is None else passing(numbers, mask)


def passing(numbers: Array | None, mask: Mask) -> Array:
    """The numbers (None for all) that a mask lets pass."""
    places: Array = mask.nonzero()[0]
    return places if numbers is None else numbers.take(places)  # Faster than by the mask.


def both(one: Mask | None, other: Mask | None) -> Mask | None:
    """Where both let pass; None stands for everywhere."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def masked(marks: NDArray[np.uint16], mask: Mask | None) -> NDArray[np.uint16]:
    """The bits of some marks where a mask (None for everywhere) lets pass, and none elsewhere."""
    return marks if mask is None else marks * mask


def joined(marks: NDArray[np.uint16], of: Array, starts: Array) -> NDArray[np.uint16]:
    """The bits of all meetings of each group, of which those of a group stand together.

    Each takes in what the next has, then what two further on have, and so on with all its group's.
    """
    marks, step = marks.copy(), 1
    while (is_same := of[step:] == of[:-step]).any():
        marks[:-step] |= marks[step:] * is_same
        step *= 2
    return marks.take(starts)


def beginnings_of(numbers: Array) -> Array:
    """Where each number that comes in a row begins."""
    is_new = np.empty(len(numbers), bool)
    is_new[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=is_new[1:])
    found: Array = is_new.nonzero()[0]
    return found


def rows_of(segment: Segment, docs: Array) -> Array:
    """The meetings of some groups, in order."""
    # All of one type from the start: numbers of two types take twice as long to add.
    counts = segment.arrays["row_count"].take(docs).astype(np.intp)
    shifts = segment.arrays["row_first"].take(docs).astype(np.intp)
    shifts -= counts.cumsum()
    shifts += counts
    found: Array = shifts.repeat(counts)
    found += np.arange(len(found))
    return found


def column(segment: Segment, name: str, rows: Array | None) -> Array:
    """A column of some meetings, or of all."""
    whole = segment.arrays[name]
    return whole if rows is None else whole.take(rows)
