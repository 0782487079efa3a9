"""How many groups each value of each facet has, counted without that facet's own restriction."""

import numpy as np
from pyroaring import BitMap

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.matching import Chosen, Matched, column, distinct
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import PARTS, Fits
from knutepunkt.search.query import MODES, WEEKDAYS

AREAS = ("municipality", "county")
# The facets that are bits of a meeting, lowest bit first.
BITS = (
    *(f"weekday:{code}" for code in WEEKDAYS),
    *(f"hours:{part}" for part in PARTS),
    *(f"format:{mode}" for mode in MODES),
)
WEEKDAY_BITS, PART_BITS, FORMAT_BITS = slice(0, 7), slice(7, 10), slice(10, 13)
FEW, MANY = 150, 500


def counts(segment: Segment, ask: Ask, found: Matched) -> tuple[Array, Array]:
    """For each value of the segment, and for each of ``BITS``, how many groups have it."""
    is_empty = found.docs is not None and not len(found.docs)
    if is_empty and not found.without and found.fits is None:
        return np.zeros(len(segment.values), np.int64), np.zeros(len(BITS), np.int64)
    values = counted(segment, found.docs)
    for facet, chosen in found.without.items():
        if facet in segment.facets and facet not in AREAS:
            numbers = segment.facets[facet]
            values[numbers] = counted(segment, chosen.docs, numbers)[numbers]
    if ask.is_about_meetings:
        count_areas(segment, found, values)
        return values, bits_by_meetings(segment, ask, found)
    _, of_docs = segment.facets_on(ask.today, ask.asked.zone)
    return values, bits_counted(of_docs if found.docs is None else of_docs[found.docs])


def counted(segment: Segment, docs: Array | None, numbers: Array | None = None) -> Array:
    """How many of some groups (None for all) have each value, or each of some values at least."""
    if docs is None:
        return segment.totals.copy()
    if not len(docs):
        return np.zeros(len(segment.values), np.int64)
    if numbers is None and 2 * len(docs) > segment.size and segment.is_live is None:
        is_left = np.ones(segment.size, bool)
        is_left[docs] = False
        left: Array = np.flatnonzero(is_left)
        return np.asarray(segment.totals - counted(segment, left))
    size, table = len(segment.values), segment.arrays["values"]
    if len(docs) * table.shape[1] < FEW * (MANY + size):
        return np.bincount(table.take(docs, axis=0).ravel(), minlength=size)
    return counted_by_sets(segment, docs, segment.few_values if numbers is None else numbers)


def counted_by_sets(segment: Segment, docs: Array, numbers: Array) -> Array:
    """How many of very many groups have some values, and each of those that few groups have."""
    found = np.bincount(segment.arrays["organisation"][docs], minlength=len(segment.values))
    chosen, sets = BitMap(docs.astype(np.uint32)), segment.sets
    found[numbers] = [chosen.intersection_cardinality(sets[number]) for number in numbers.tolist()]
    return found


def count_areas(segment: Segment, found: Matched, values: Array) -> None:
    """Count municipalities and counties by the meetings that are as asked."""
    for facet in AREAS:
        numbers = segment.facets.get(facet)
        if numbers is not None:
            chosen = found.without.get(facet, found)
            values[numbers] = area_counts(segment, facet, chosen)[numbers]


def area_counts(segment: Segment, facet: str, chosen: Chosen) -> Array:
    """How many groups have a chosen meeting in each area."""
    of = column(segment, "doc_of_row", chosen.rows).astype(np.int64)
    where = column(segment, facet, chosen.rows)
    if len(of) != len(chosen.docs if chosen.docs is not None else of):
        pairs = distinct(np.sort(of << 32 | where))
        where = pairs & (2**32 - 1)
    return np.bincount(where, minlength=len(segment.values))


def bits_by_meetings(segment: Segment, ask: Ask, found: Matched) -> Array:
    """Count weekdays, parts of the day and formats by the meetings that are as asked."""
    plain, _ = segment.facets_on(ask.today, ask.asked.zone)
    whole = found_bits(segment, found.fits or plain, found.rows)
    result = np.zeros(len(BITS), np.int64)
    result[FORMAT_BITS] = whole[FORMAT_BITS]
    if found.fits is None:
        result[:] = whole
    else:
        opened = found_bits(segment, found.fits, found.open_rows)
        result[WEEKDAY_BITS], result[PART_BITS] = opened[WEEKDAY_BITS], opened[PART_BITS]
    if "format" in found.without:
        result[FORMAT_BITS] = found_bits(segment, plain, found.without["format"].rows)[FORMAT_BITS]
    return result


def found_bits(segment: Segment, fits: Fits, rows: Array | None) -> Array:
    """How many groups have each bit in some of their meetings."""
    bits = column(segment, "when", rows)
    bits = fits.weekdays.astype(np.uint16)[bits] | (
        fits.parts.astype(np.uint16)[bits] << np.uint16(7)
    )
    bits |= column(segment, "formats", rows).astype(np.uint16) << np.uint16(10)
    return bits_counted(by_group(segment, bits, rows))


def by_group(segment: Segment, bits: Array, rows: Array | None) -> Array:
    """The bits of each group's meetings together."""
    of = column(segment, "doc_of_row", rows)
    if not len(of):
        return bits
    first = np.flatnonzero(np.concatenate([[True], of[1:] != of[:-1]]))
    together: Array = np.bitwise_or.reduceat(bits, first)
    return together


def bits_counted(bits: Array) -> Array:
    """How often each bit is set."""
    places = np.arange(len(BITS), dtype=np.uint16)
    if len(bits) > FEW:
        kinds = np.bincount(bits, minlength=2 ** len(BITS))
        known = np.flatnonzero(kinds)
        return np.asarray(((known[:, None] >> places) & 1).T @ kinds[known])
    return np.asarray(((bits[:, None] >> places) & 1).sum(axis=0, dtype=np.int64))
