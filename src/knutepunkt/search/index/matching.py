"""Which groups of a segment are as asked, and which would be but for one facet's restriction."""

from collections.abc import Sequence
from functools import reduce
from itertools import compress

import numpy as np
from msgspec.structs import replace

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Matched, both, column, passing, those
from knutepunkt.search.index.led import Led, led_by
from knutepunkt.search.index.lists import all_bits, docs_in, is_met
from knutepunkt.search.index.meetings import choose_rows, groups_among, looked_at
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.sieve import all_must, sieve
from knutepunkt.search.index.storage import Array


def matched(segment: Segment, ask: Ask, others: Sequence[Ask] = ()) -> Matched:
    """What a segment has for a question, and how many groups for others.

    The others ask the same but for how far and in which days, so the words are looked up once, and
    the meetings too where these are looked at anyhow.
    """
    found = Matched(led=led_by(segment, ask) if ask.needs else None)
    are_alike = [is_alike(ask, other) for other in others]
    choose(segment, ask, found, list(compress(others, are_alike)))
    counted = iter(found.others)
    found.others = [
        next(counted) if is_one else number_of(segment, other, found.led)
        for other, is_one in zip(others, are_alike, strict=True)
    ]
    return found


def number_of(segment: Segment, ask: Ask, led: Led | None) -> int:
    """How many groups there are for a question, of those that its words lead to (None for all).

    It counts no facets.
    """
    apart = Matched(led=led)
    if ask.is_about_meetings:
        docs, plain = passed(segment, ask, apart)
        return groups_among(looked_at(segment, plain, docs).of)
    choose(segment, ask, apart)
    return segment.live if apart.docs is None else len(apart.docs)


def passed(
    segment: Segment, ask: Ask, found: Matched, others: Sequence[Ask] = ()
) -> tuple[Array | None, Ask]:
    """The groups (None for all) that words lead to and a sieve lets pass; what is left to ask."""
    if found.led is not None:
        is_empty = found.led.docs is not None and not len(found.led.docs)
        docs = found.led.docs if is_empty else found.led.through(sieve(segment, ask, others))
    elif ask.is_about_meetings:
        return None, ask
    else:
        bits = sieve(segment, ask, others)
        docs = None if bits is None else docs_in(bits, segment.size)
    if ask.confirmed_since:
        confirmed = column(segment, "confirmed", docs)
        docs = those(docs, confirmed >= ask.confirmed_since)
    # Where nothing is counted without a restriction, all of these are met by now.
    return docs, ask if ask.has_facets else replace(ask, restrictions=())


def choose(segment: Segment, ask: Ask, found: Matched, others: Sequence[Ask] = ()) -> None:
    """Choose among groups by what is asked of them and of their meetings."""
    if found.led is None and len(ask.restrictions) == 1 and not ask.is_about_meetings:
        choose_by_one(segment, ask, found)
        return
    docs, ask = passed(segment, ask, found, others)
    if ask.is_about_meetings:
        choose_rows(segment, ask, docs, found, others)
    else:
        choose_among(segment, ask, docs, found)


def is_alike(ask: Ask, other: Ask) -> bool:
    """Say whether another question is answered by the meetings that this one looks at anyhow."""
    if not (ask.is_about_meetings and other.is_about_meetings):
        return False
    return (ask.within is None) == (other.within is None)


def choose_by_one(segment: Segment, ask: Ask, found: Matched) -> None:
    """Choose among all groups by one facet alone: most lack it, and are counted as bits."""
    (facet, tokens), must = ask.restrictions[0], all_must(segment, ask, ())
    if ask.confirmed_since:
        must.append(np.packbits(segment.arrays["confirmed"] >= ask.confirmed_since))
    if not must:
        found.docs = segment.postings.numbers_of(tokens).astype(np.intp)
        found.lacking[facet] = None
        return
    bits = segment.postings.bits_of(tokens)
    found.docs = docs_in(all_bits([bits, *must]), segment.size)
    if ask.has_facets:
        found.lacking[facet] = docs_in(all_bits([~bits, *must]), segment.size)


def choose_among(segment: Segment, ask: Ask, docs: Array | None, found: Matched) -> None:
    """Choose among groups (None for all) that passed the sieve, and ask nothing of meetings."""
    met = {facet: is_met(segment.postings, tokens, docs) for facet, tokens in ask.restrictions}
    found.docs = those(docs, reduce(both, met.values(), None))
    found.lacking = {facet: passing(docs, ~is_in) for facet, is_in in met.items()}
