"""Which groups of a segment are as asked, and which would be but for one facet's restriction."""

from collections.abc import Sequence
from itertools import compress

import numpy as np
from pyroaring import BitMap

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.chosen import Chosen, Mask, Matched, both, passing, those
from knutepunkt.search.index.led import Led, led_by
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.meetings import choose_rows, groups_among, looked_at
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.sieve import sieve
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
    if found.led is None:
        return None, ask
    docs = found.led.docs
    if docs is None or len(docs):
        docs = found.led.through(sieve(segment, ask, others))
    if ask.confirmed_since:
        docs = docs[segment.arrays["confirmed"][docs] >= ask.confirmed_since]
    # Where nothing is counted without a restriction, all of these are met by now.
    return docs, ask if ask.has_facets else ask._replace(restrictions=())


def choose(segment: Segment, ask: Ask, found: Matched, others: Sequence[Ask] = ()) -> None:
    """Choose among groups by what is asked of them and of their meetings."""
    docs, ask = passed(segment, ask, found, others)
    if ask.is_about_meetings:
        choose_rows(segment, ask, docs, found, others)
    elif docs is None:
        choose_docs(segment, ask, found)
    else:
        choose_among(segment, ask, docs, found)


def is_alike(ask: Ask, other: Ask) -> bool:
    """Say whether another question is answered by the meetings that this one looks at anyhow."""
    if not (ask.is_about_meetings and other.is_about_meetings):
        return False
    return (ask.within is None) == (other.within is None)


def choose_among(segment: Segment, ask: Ask, docs: Array, found: Matched) -> None:
    """Choose among groups that passed the sieve, where nothing is asked of meetings."""
    fails = {facet: ~is_met(segment.postings, tokens, docs) for facet, tokens in ask.restrictions}
    found.docs = those(docs, passing(None, list(fails.values())))
    for facet in fails:
        others = [fail for name, fail in fails.items() if name != facet]
        found.without[facet] = Chosen(those(docs, passing(None, others)))


def choose_docs(segment: Segment, ask: Ask, found: Matched) -> None:
    """The same where no words are asked for: by sets, which are fast."""
    if not ask.restrictions:
        found.docs = those(None, hard_mask(segment, ask))
        return
    sets = [segment.postings.set_of(tokens) for _, tokens in ask.restrictions]
    found.docs = left_in(segment, ask, common(segment, sets))
    for place, (facet, _) in enumerate(ask.restrictions if ask.has_facets else ()):
        others = sets[:place] + sets[place + 1 :]
        if others:
            found.without[facet] = Chosen(left_in(segment, ask, common(segment, others)))
        else:
            found.without[facet] = Chosen(those(None, hard_mask(segment, ask)))


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


def hard_mask(segment: Segment, ask: Ask) -> Mask | None:
    """Which groups live, were confirmed in time and have nothing that is left out; None for all."""
    mask = segment.is_live
    if ask.confirmed_since:
        mask = both(mask, segment.arrays["confirmed"] >= ask.confirmed_since)
    return both(mask, ~is_met(segment.postings, ask.left_out, None)) if ask.left_out else mask
