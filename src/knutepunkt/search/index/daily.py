"""What is worked out once for all groups of a segment on a day: their order, their bits."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index import ranking
from knutepunkt.search.index.ordering import places_in_order
from knutepunkt.search.index.postings import Bits
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import PLANNED, plan_of
from knutepunkt.search.index.whens import Timetable

ALL_BITS = 2**13
OF_FORMATS = np.uint16(ALL_BITS - (1 << PLANNED))


class Standing(NamedTuple):
    """What counts for a group whatever is asked, on one day; and the order that makes of all."""

    points: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    order: NDArray[np.uint32]


class Facets(NamedTuple):
    """When nothing is asked of time: the bits of each meeting, and the minute of the day when it
    begins; the bits of each group; for each bit how many groups have it, and which do, as bits.
    """

    marks: NDArray[np.uint16]
    minutes: NDArray[np.int16]
    bits: NDArray[np.uint16]
    counts: NDArray[np.int64]
    packed: list[Bits]


def standing(arrays: Mapping[str, Array], table: Timetable, today: int) -> Standing:
    """What counts for each group on a day, and the order that makes: most points first, then the
    day's turn, then the key.
    """
    points = ranking.freshness(arrays["confirmed"], today)
    points += arrays["is_open"].astype(np.uint8) * np.uint8(ranking.OPEN)
    points += has_soon(arrays, table).astype(np.uint8) * np.uint8(ranking.SOON)
    turn = ranking.turn(arrays["spin"], today)
    keys = np.uint64(ranking.MOST) - points
    keys <<= np.uint64(32)
    keys |= turn
    order = arrays["pk"].argsort(kind="stable")
    order = order[places_in_order(turn[order])]
    order = order[(np.uint8(ranking.MOST) - points[order]).argsort(kind="stable")]
    return Standing(points, keys, order.astype(np.uint32))


def has_soon(arrays: Mapping[str, Array], table: Timetable) -> NDArray[np.bool_]:
    """For each group whether one of its meetings is held within the next days."""
    soon = (table.bits >> np.uint64(1)) & np.uint64((1 << ranking.SOON_DAYS) - 1)
    rows = (soon > 0)[arrays["when"]] & arrays["is_held"]
    found = np.zeros(len(arrays["pk"]), bool)
    found[arrays["doc_of_row"][rows]] = True
    return found


def facets_in(arrays: Mapping[str, Array], table: Timetable, zone: str) -> Facets:
    """What fits a zone when nothing is asked of time, and the bits of each group."""
    plan, when = plan_of(table, zone), arrays["when"]
    minutes = plan.minute.astype(np.int16)[table.slot].take(when)
    marks = arrays["formats"].astype(np.uint16) << np.uint16(PLANNED)
    marks |= plan.marks.take(when)
    bits = np.bitwise_or.reduceat(marks, arrays["row_first"][:-1])
    places = range(ALL_BITS.bit_length() - 1)
    packed = [np.packbits(bits & np.uint16(1 << place) > 0) for place in places]
    counts = np.array([np.bitwise_count(one).sum(dtype=np.int64) for one in packed])
    return Facets(marks, minutes, bits, counts, packed)
