"""What is only near to what was asked for, and how much of it is taken in."""

from msgspec.structs import replace

from knutepunkt.search.answering.loosening import PLACE, is_narrowed, restricts
from knutepunkt.search.index import Ask, Index, search
from knutepunkt.search.meaning import (
    ABOVE_SAID,
    ALIKE,
    ANY_KIN,
    DOING,
    FULL,
    GENERAL,
    KIN,
    WIDER,
    Meaning,
)

HARDLY = 3  # Fewer than these are no choice: those of the theme above follow.
FEW = 10  # Fewer than these are eked out by what is near to what was asked for.
# That they were: by what is close, and beside a place or time by what is wider, too.
MORE, WIDE = "more", "wider"
ABOVE = "above"  # Of what is wider only the theme above.
HERE = "here"  # At the place asked for, those close to anybody as well.
NEAR = {
    MORE: {*range(KIN, FULL)} - {WIDER},
    WIDE: {*range(KIN, FULL)} - {GENERAL},  # The whole theme above is there.
    HERE: {*range(ANY_KIN, FULL)} - {GENERAL},
    ABOVE: (ANY_KIN, WIDER, ABOVE_SAID, ALIKE),
}


def taken_in(index: Index, ask: Ask, gone: tuple[str, ...]) -> Ask:
    """The question with what is near, those that are as asked before it: by points they are, but
    the nearest or next of what is only near would else come first. Names stand from a to å."""
    wider = with_reserve(ask, gone)
    if ask.sort in ("relevance", "name") or ask.ahead or wider == ask:
        return wider
    few = search(index, replace(ask, after=None, count=FEW, skip=0, has_facets=False))
    return replace(wider, ahead=tuple(hit.after.pk for hit in few.hits))


def with_reserve(ask: Ask, gone: tuple[str, ...]) -> Ask:
    """The question with the terms that are near what was asked for, as far as it was loosened."""
    weights = {weight for step in gone for weight in NEAR.get(step, ())}
    needs = []
    for need in ask.needs:
        near = tuple(term for term in need.reserve if term.weight in weights)
        far = tuple(term for term in need.reserve if term.weight not in weights)
        needs.append(replace(need, terms=need.terms + near, reserve=far))
    return replace(ask, needs=tuple(needs))


def nearest(meaning: Meaning, gone: tuple[str, ...] = ()) -> str:
    """What is taken in where few groups are found: beside a place or time what is wider, too.

    Those close to anybody only at the very place and time: who cares for one with dementia goes to
    another evening before they go to those who care for somebody else.
    """
    if not gone and restricts(meaning, PLACE):
        return HERE
    return WIDE if is_narrowed(meaning) or is_doing(meaning) else MORE


def is_priced(meaning: Meaning) -> bool:
    """Say whether a text restricts by the price alone: those for the very theme that cost something
    follow few that do not, and what is only near would stand between."""
    return bool(meaning.fees) and not is_narrowed(meaning)


def is_doing(meaning: Meaning) -> bool:
    """Say whether people want to do something together beside a theme."""
    return any(need.weight == DOING for need in meaning.needs)


def is_hardly(total: int, meaning: Meaning) -> bool:
    """Say whether so few groups are found that those of the theme above are taken in: none; or next
    to none, unless a place, time or price is asked for, where the very theme elsewhere comes first.
    """
    return total < (1 if is_narrowed(meaning) or meaning.fees else HARDLY)
