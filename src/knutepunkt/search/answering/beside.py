"""How many groups the same question finds with another distance or other days.

What is told of each is what it would find if it was put by itself; most are counted at once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.answering.attempts import Attempt, Posed, attempted, loosened
from knutepunkt.search.answering.loosening import ONLINE, is_narrowed, restricts
from knutepunkt.search.answering.near import FEW, is_hardly, is_priced, nearest, taken_in
from knutepunkt.search.index import Ask, end_of, search
from knutepunkt.search.query import Query


class Other(NamedTuple):
    """The same question with another distance and other days, of which only the total is wanted."""

    within: float | None
    days: int | None


def with_other(ask: Ask, query: Query, other: Other) -> Ask:
    """A question with another distance and other days; what it does not change stays as it is."""
    asked, within = ask.asked, ask.within
    if other.days != query.days:
        asked = replace(asked, until=end_of(other.days, asked.now, asked.zone))
    if other.within != query.within:
        within = other.within
    return replace(ask, asked=asked, within=within, count=0, has_facets=False)


def begin(posed: Posed, others: Sequence[Other] = ()) -> tuple[Attempt, tuple[int, ...]]:
    """The first attempt, and how many groups each other question finds."""
    ask = ask_of(posed.query, posed.meaning, posed.lexicon)
    beside = [with_other(ask, posed.query, other) for other in others]
    begun = attempted((), ask, search(posed.index, ask, beside))
    begun, counted = eked_out(posed, others, begun)
    return begun, tuple(
        total_of(posed, other) if is_hardly(number, posed.meaning) else number
        for other, number in zip(others, counted, strict=True)
    )


def eked_out(
    posed: Posed, others: Sequence[Other], begun: Attempt
) -> tuple[Attempt, Sequence[int]]:
    """The first attempt and the others' numbers with what is near where few were found, asked at
    once. Where nobody was found, other things may be let go of first."""
    numbers = [begun.answered.total, *begun.answered.others]
    if min(numbers) >= FEW:
        return begun, numbers[1:]
    least = int(len(begun.ask.needs) > 1 or is_narrowed(posed.meaning) or bool(posed.meaning.fees))
    few = [place for place, number in enumerate(numbers) if least <= number < FEW]
    step = nearest(posed.meaning)
    near = taken_in(posed.index, begun.ask, (step,)) if few else begun.ask
    # Who meets online, or costs something, follows first.
    is_followed = restricts(posed.meaning, ONLINE) or is_priced(posed.meaning)
    if near == begun.ask or is_followed:
        return begun, numbers[1:]
    short = [place for place in few if place]
    beside = [with_other(near, posed.query, others[place - 1]) for place in short]
    found = search(posed.index, near, beside)
    for place, number in zip(short, found.others, strict=True):
        numbers[place] = number
    if 0 in few:
        begun = begun._replace(gone=(step,), ask=near, answered=found)
    return begun, numbers[1:]


def total_of(posed: Posed, other: Other) -> int:
    """How many groups another question finds by itself."""
    query = replace(
        posed.query, within=other.within, days=other.days,
        limit=0, offset=0, cursor="", sort=None, has_facets=False,
    )  # fmt: skip
    alone = replace(posed, query=query)
    return loosened(alone, begin(alone)[0]).answered.total
