"""Which groups of a segment are as asked, and which would be but for one facet's restriction."""

from collections.abc import Sequence

import numpy as np
from pyroaring import BitMap

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Chosen, Mask, Matched, both, passing, those
from knutepunkt.search.index.lists import (
    Valued,
    is_met,
    total_of,
    union,
    valued,
    values_at,
    values_of_all,
)
from knutepunkt.search.index.meetings import bits_lacked, choose_rows
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array

SPARSE = 4


def matched(segment: Segment, ask: Ask, others: Sequence[Ask] = ()) -> Matched:
    """What a segment has for a question, and how many groups for others.

    The others ask the same but for how far and in which days, so the words are looked up once, and
    the meetings too where these are looked at anyhow.
    """
    found = Matched()
    docs = by_words(segment, ask, found) if ask.needs else None
    if docs is not None and segment.is_live is not None:
        docs = docs[segment.is_live[docs]]
    alike = [other for other in others if is_alike(ask, other)]
    choose(segment, ask, docs, found, alike)
    counted = iter(found.others)
    found.others = [
        next(counted) if is_alike(ask, other) else number_of(segment, other, docs)
        for other in others
    ]
    return found


def number_of(segment: Segment, ask: Ask, docs: Array | None) -> int:
    """How many groups there are for a question, of those that its words lead to (None for all)."""
    apart = Matched()
    choose(segment, ask, docs, apart)
    return segment.live if apart.docs is None else len(apart.docs)


def narrowed(segment: Segment, ask: Ask, docs: Array) -> Array:
    """Those of some groups that may be as asked, before their meetings are looked at."""
    for _, tokens in ask.restrictions:
        docs = docs[is_met(segment.postings, tokens, docs)]
    lacks = bits_lacked(segment, ask, docs)
    return docs[~np.logical_or.reduce(lacks)] if lacks else docs


def choose(
    segment: Segment, ask: Ask, docs: Array | None, found: Matched, others: Sequence[Ask] = ()
) -> None:
    """Choose among groups (None for all) by what is asked of them and of their meetings."""
    if docs is not None and not (ask.has_facets or others):
        # Nothing is counted without a restriction, so who cannot meet all need not be looked at.
        docs, ask = narrowed(segment, ask, docs), ask._replace(restrictions=())
    if ask.is_about_meetings:
        choose_rows(segment, ask, docs, found, others)
    else:
        choose_docs(segment, ask, docs, found)


def is_alike(ask: Ask, other: Ask) -> bool:
    """Say whether another question is answered by the meetings that this one looks at anyhow."""
    if not (ask.is_about_meetings and other.is_about_meetings):
        return False
    return (ask.within is None) == (other.within is None)


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
    for facet in fails if ask.has_facets else ():
        others = [fail for name, fail in fails.items() if name != facet]
        found.without[facet] = Chosen(those(docs, passing(hard, others)))


def choose_sets(segment: Segment, ask: Ask, found: Matched) -> None:
    """The same where no words are asked for, and restrictions are: by sets, which are fast."""
    sets = [segment.postings.set_of(tokens) for _, tokens in ask.restrictions]
    found.docs = left_in(segment, ask, common(segment, sets))
    for place, (facet, _) in enumerate(ask.restrictions if ask.has_facets else ()):
        others = sets[:place] + sets[place + 1 :]
        if others:
            found.without[facet] = Chosen(left_in(segment, ask, common(segment, others)))
        else:
            found.without[facet] = Chosen(those(None, hard_mask(segment, ask, None)))


def common(segment: Segment, sets: list[BitMap]) -> Array:
    """The living groups that all of some sets have, in order."""
    found = BitMap.intersection(*sets) if len(sets) > 1 else sets[0]
    if segment.is_live is not None:
        found = found - segment.dead_set
    return np.frombuffer(found.to_array(), np.uint32).astype(np.intp)


def left_in(segment: Segment, ask: Ask, docs: Array) -> Array:
    """Those of some groups that were confirmed in time and have nothing that is left out."""
    if ask.confirmed_since:
        docs = docs[segment.arrays["confirmed"][docs] >= ask.confirmed_since]
    return docs[~is_met(segment.postings, ask.left_out, docs)] if ask.left_out else docs


def hard_mask(segment: Segment, ask: Ask, docs: Array | None) -> Mask | None:
    """Which groups live, were confirmed in time and have nothing that is left out; None for all."""
    mask = segment.is_live if docs is None else None
    if ask.confirmed_since:
        confirmed = segment.arrays["confirmed"]
        in_time = (confirmed if docs is None else confirmed[docs]) >= ask.confirmed_since
        mask = both(mask, in_time)
    return both(mask, ~is_met(segment.postings, ask.left_out, docs)) if ask.left_out else mask
