"""How many groups each value of each facet has, counted without that facet's own restriction."""

import numpy as np

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import NOWHERE, Chosen, Matched, beginnings_of, column, passing
from knutepunkt.search.index.daily import ALL_BITS
from knutepunkt.search.index.postings import as_set
from knutepunkt.search.index.segment import Segment
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
# What a set costs by the numbers that are counted meanwhile, and by the groups of the segment for
# each of these; and of each group's numbers how many it costs to put the group in a set.
A_SET, MORE, IN_A_SET = 230, 390, 5
OFTEN = 2_000
# From how many groups on others are sought whose counts are known, by how many of those; and which
# part of them may differ.
ALIKE, SAMPLE, NEARLY = 1_000, 64, 0.6
# Every number with its bits apart, as what adds up fastest, and those of weekdays and the others.
APART = (np.arange(ALL_BITS)[:, None] >> np.arange(16) & 1).astype(np.float32)
ONES = np.ones(OFTEN, np.float32)
WEEKDAY_KINDS = APART[: 2**7, :7].astype(np.int64)
OTHER_KINDS = APART[: 2**6, :6].astype(np.int64)


def counts(segment: Segment, ask: Ask, found: Matched) -> tuple[Array, Array]:
    """For each value of the segment, and for each of ``BITS``, how many groups have it."""
    is_empty = found.docs is not None and not len(found.docs)
    if is_empty and not (found.lacking or found.without):
        nothing = np.zeros(len(segment.values), np.int64)
        return nothing, np.zeros(len(BITS), np.int64) if found.bits is None else found.bits
    docs, number = found.docs, segment.size if found.docs is None else len(found.docs)
    if is_most := 2 * number > segment.size or docs is None:
        docs = others_than(segment, found)
    apart = () if found.bits is None else AREAS  # They are counted by meetings.
    values = None if is_most else counted_like(segment, docs)
    if values is None:
        values = counted(segment, docs, segment.numbers_but_for(apart))
    if is_most:
        values = segment.totals - values
    for facet, lacking in found.lacking.items():
        numbers = segment.numbers_of_facets((facet,))
        if lacking is None or number + len(lacking) == segment.size:
            values[numbers] = segment.totals[numbers]
        elif len(lacking):
            values[numbers] += counted(segment, lacking, numbers)[numbers]
    if found.bits is not None:
        count_areas(segment, found, values)
        return values, found.bits
    facets = segment.facets_on(ask.today, ask.asked.zone)
    bits = bits_counted(facets.bits.take(docs))
    return values, facets.counts - bits if is_most else bits


def others_than(segment: Segment, found: Matched) -> Array:
    """The groups that were not found."""
    if found.docs is None:
        return NOWHERE
    for docs in found.lacking.values():
        if docs is not None and len(docs) + len(found.docs) == segment.size:
            return docs
    is_left = np.ones(segment.size, bool)
    is_left[found.docs] = False
    return passing(None, is_left)


def counted_like(segment: Segment, docs: Array) -> Array | None:
    """How many of some groups have each value, from what was counted of nearly the same groups when
    the file was written; None where there are none such.
    """
    if len(docs) < ALIKE or (like := most_like(segment, docs)) is None:
        return None
    arrays, size = segment.arrays, len(segment.values)
    values = np.bincount(arrays["organisation"].take(docs), minlength=size)
    own = arrays["common_values"]
    values[own] = arrays["common_counts"][like]
    known = np.frombuffer(segment.sets[arrays["common"][like]].to_array(), np.uint32)
    if np.array_equal(known, docs):
        return values
    is_found = np.zeros(segment.size, bool)
    is_found[docs] = True
    fewer = passing(known, ~is_found.take(known))
    is_found[known] = False
    more = passing(docs, is_found.take(docs))
    for docs, sign in ((more, 1), (fewer, -1)):
        if len(docs):
            values[own] += sign * counted(segment, docs, own)[own]
    return values


def most_like(segment: Segment, docs: Array) -> int | None:
    """The place among common values of the one whose groups are nearly some groups, as a sample of
    these tells; None for none.
    """
    table, common = segment.arrays["values"], segment.arrays["common"]
    if not len(common):
        return None
    some = docs[:: len(docs) // SAMPLE]
    shares = np.bincount(table.take(some, axis=0).ravel(), minlength=len(segment.values))[common]
    apart = segment.totals[common] - shares * (2 * len(docs) / len(some))
    place = int(apart.argmin())
    return place if apart[place] + len(docs) < len(docs) * NEARLY else None


def counted(segment: Segment, docs: Array, numbers: Array) -> Array:
    """How many of some groups have each of some values at least."""
    size, table = len(segment.values), segment.arrays["values"]
    if len(docs) * (table.shape[1] - IN_A_SET) < len(numbers) * (A_SET + segment.size // MORE):
        return np.bincount(table.take(docs, axis=0).ravel(), minlength=size)
    return counted_by_sets(segment, docs, numbers)


def counted_by_sets(segment: Segment, docs: Array, numbers: Array) -> Array:
    """How many of very many groups have some values, and each of those that few groups have."""
    found = np.bincount(segment.arrays["organisation"].take(docs), minlength=len(segment.values))
    chosen, sets = as_set(docs), segment.sets
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
        where = [once_for_each(chosen.starts, areas) for areas in where]
    return np.bincount(np.concatenate(where), minlength=len(segment.values))


def once_for_each(starts: Array, areas: Array) -> Array:
    """The areas of meetings, each once for each group; those of each group begin at ``starts``.

    Nearly every group meets in one area, so few are left to be sorted.
    """
    first, is_other = areas.take(starts), areas[1:] != areas[:-1]
    is_other[starts[1:] - 1] = False
    others = is_other.nonzero()[0] + 1
    if not len(others):
        return first
    groups = starts.searchsorted(others, side="right") - 1
    is_new = areas[others] != first[groups]
    pairs = groups[is_new] << 32 | areas[others[is_new]]
    pairs.sort()
    return np.concatenate((first, pairs[beginnings_of(pairs)] & (2**32 - 1)))


def bits_counted(bits: Array) -> Array:
    """How often each bit is set."""
    if len(bits) < OFTEN:
        return (ONES[: len(bits)] @ APART.take(bits, axis=0))[: len(BITS)].astype(np.int64)
    both = np.bincount(bits, minlength=ALL_BITS).reshape(-1, len(WEEKDAY_KINDS))
    return np.concatenate([both.sum(axis=0) @ WEEKDAY_KINDS, both.sum(axis=1) @ OTHER_KINDS])
