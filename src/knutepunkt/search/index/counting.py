"""How many groups each value of each facet has, counted without that facet's own restriction."""

import numpy as np
from pyroaring import BitMap

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Chosen, Matched, beginnings_of, column
from knutepunkt.search.index.segment import ALL_BITS, Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.times import PARTS
from knutepunkt.search.query import MODES, WEEKDAYS

AREAS = ("municipality", "county")
# The facets that are bits of a meeting, lowest bit first.
BITS = (
    *(f"weekday:{code}" for code in WEEKDAYS),
    *(f"hours:{part}" for part in PARTS),
    *(f"format:{mode}" for mode in MODES),
)
FEW, MANY = 150, 500
OFTEN = 2_000
# Every number with its bits apart, as what adds up fastest, and those of weekdays and the others.
APART = (np.arange(ALL_BITS)[:, None] >> np.arange(16) & 1).astype(np.float32)
ONES = np.ones(OFTEN, np.float32)
WEEKDAY_KINDS = APART[: 2**7, :7].astype(np.int64)
OTHER_KINDS = APART[: 2**6, :6].astype(np.int64)


def counts(segment: Segment, ask: Ask, found: Matched) -> tuple[Array, Array]:
    """For each value of the segment, and for each of ``BITS``, how many groups have it."""
    is_empty = found.docs is not None and not len(found.docs)
    if is_empty and not found.without:
        nothing = np.zeros(len(segment.values), np.int64)
        return nothing, np.zeros(len(BITS), np.int64) if found.bits is None else found.bits
    values = counted(segment, found.docs)
    for facet, chosen in found.without.items():
        if facet in segment.facets and facet not in AREAS:
            numbers = segment.facets[facet]
            values[numbers] = counted(segment, chosen.docs, numbers)[numbers]
    if found.bits is not None:
        count_areas(segment, found, values)
        return values, found.bits
    facets = segment.facets_on(ask.today, ask.asked.zone)
    if found.docs is None:
        return values, kinds_counted(facets.kinds)
    return values, bits_counted(facets.bits[found.docs])


def counted(segment: Segment, docs: Array | None, numbers: Array | None = None) -> Array:
    """How many of some groups (None for all) have each value, or each of some values at least."""
    if docs is None:
        return segment.totals.copy()
    if not len(docs):
        return np.zeros(len(segment.values), np.int64)
    if numbers is None and 2 * len(docs) > segment.size:
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
    kinds = [(facet,) for facet in AREAS] if found.without.keys() & set(AREAS) else [AREAS]
    for facets in kinds:
        numbers = segment.numbers_of_facets(facets)
        chosen = found.without.get(facets[0], found)
        values[numbers] = area_counts(segment, facets, chosen)[numbers]


def area_counts(segment: Segment, facets: tuple[str, ...], chosen: Chosen) -> Array:
    """How many groups have a chosen meeting in each area, of one kind or both."""
    where = [column(segment, facet, chosen.rows) for facet in facets]
    if len(where[0]) != len(chosen.starts):
        of = column(segment, "doc_of_row", chosen.rows)
        where = [once_for_each(of, areas) for areas in where]
    return np.bincount(np.concatenate(where), minlength=len(segment.values))


def once_for_each(of: Array, areas: Array) -> Array:
    """The areas of meetings in the order of their groups, each once for each group.

    Nearly every group meets in one area, so few are left to be sorted.
    """
    is_new = np.ones(len(of), bool)
    np.not_equal(of[1:], of[:-1], out=is_new[1:])
    is_new[1:] |= areas[1:] != areas[:-1]
    of, areas = of[is_new], areas[is_new]
    is_more = np.zeros(len(of), bool)
    np.equal(of[1:], of[:-1], out=is_more[1:])
    is_more[:-1] |= is_more[1:]
    if not is_more.any():
        return areas
    pairs = of[is_more].astype(np.int64) << 32 | areas[is_more]
    pairs.sort()
    several = pairs[beginnings_of(pairs)] & (2**32 - 1)
    return np.concatenate((areas[~is_more], several))


def bits_counted(bits: Array) -> Array:
    """How often each bit is set."""
    if len(bits) < OFTEN:
        return (ONES[: len(bits)] @ APART.take(bits, axis=0))[: len(BITS)].astype(np.int64)
    return kinds_counted(np.bincount(bits, minlength=ALL_BITS))


def kinds_counted(kinds: Array) -> Array:
    """The same from how many have just these bits, for all there may be."""
    both = kinds.reshape(-1, len(WEEKDAY_KINDS))
    return np.concatenate([both.sum(axis=0) @ WEEKDAY_KINDS, both.sum(axis=1) @ OTHER_KINDS])
