"""A sieve of a segment's groups: who cannot be as asked is left out before meetings are looked at.

It has a bit for each group, so that everything that is asked of groups is put together in a few
steps, however many they are. Whoever passes may still not be as asked.
"""

from collections.abc import Sequence

from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.lists import all_bits, any_bits
from knutepunkt.search.index.places import box_around
from knutepunkt.search.index.postings import Bits
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.times import PLANNED, SPANS, Asked, is_in
from knutepunkt.search.query import WEEKDAYS


def sieve(segment: Segment, ask: Ask, others: Sequence[Ask] = ()) -> Bits | None:
    """The groups that may be counted somewhere in an answer; None for all.

    Where facets are counted, that is who lacks one thing at most of those that facets stand for.
    ``others`` ask the same but for how far and in which days.
    """
    must = all_must(segment, ask, others)
    wanted = [segment.postings.bits_of(tokens) for _, tokens in ask.restrictions]
    told = [[ask.formats << PLANNED]] if ask.formats else []
    if ask.has_facets or all(other.asked == ask.asked for other in others):
        told.append(time_bits(ask.asked))
    if any(told):
        packed = segment.facets_on(ask.today, ask.asked.zone).packed
        wanted += [all_bits([having(packed, bits) for bits in some]) for some in told if some]
    if not ask.has_facets:
        must += wanted
    elif len(wanted) > 1:
        must.append(all_but_one(wanted))
    return all_bits(must) if must else None


def all_must(segment: Segment, ask: Ask, others: Sequence[Ask]) -> list[Bits]:
    """What no facet stands for: who lives, is not left out, and may meet where was asked."""
    must = [] if segment.live_bits is None else [segment.live_bits]
    if ask.left_out:
        must.append(~segment.postings.bits_of(ask.left_out))
    if ask.point is not None and ask.within is not None:
        widest = max([ask.within, *(other.within or 0 for other in others)])
        must.append(segment.bands.touching(box_around(ask.point, widest)))
    if ask.box is not None:
        must.append(segment.bands.touching(ask.box))
    return must


def all_but_one(wanted: Sequence[Bits]) -> Bits:
    """The groups that lack one at most of some things, of which there are two at least."""
    has_all, lacks_one = wanted[0], ~wanted[0]
    for bits in wanted[1:]:
        lacks_one = lacks_one & bits | has_all & ~bits
        has_all = has_all & bits
    return has_all | lacks_one


def having(packed: Sequence[Bits], wanted: int) -> Bits:
    """The groups that have one of some bits."""
    return any_bits([packed[place] for place in range(wanted.bit_length()) if wanted >> place & 1])


def time_bits(asked: Asked) -> list[int]:
    """Bits of which a group has one of each number, if one of its meetings is in time.

    What is held within some days may be on other weekdays than those of today's clock.
    """
    if asked.until is not None or not asked.is_anything:
        return []
    parts = [] if asked.begins is None else [parts_in(asked.begins) << len(WEEKDAYS)]
    return [asked.weekdays, *parts]  # What has no time of day may be on any day.


def parts_in(begins: tuple[int, int]) -> int:
    """The parts of the day that a span has minutes of, as bits."""
    return sum(
        1 << place
        for place, (first, last) in enumerate(SPANS)
        if is_in(first, begins) or is_in(begins[0], (first, last))
    )
