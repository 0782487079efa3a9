"""What is done where few groups are as asked: one step after the other, each from what the last
one left.

Every step leaves an attempt as it is where it has nothing to do. The very theme comes at another
hour of that day, and elsewhere in the county, before a wider theme; else who can come to one place
at one time, or speaks one language, is helped by a wider theme there rather than by the very theme
elsewhere; then the text's restrictions are let go of, then some of its words; and what is only near
fills up whatever was found.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.answering.loosening import (
    COUNTY,
    FEES,
    ONLINE,
    PLACE,
    STEPS,
    is_bound,
    restricts,
    without,
)
from knutepunkt.search.answering.near import (
    ABOVE,
    FEW,
    HERE,
    WIDE,
    is_hardly,
    is_priced,
    nearest,
    taken_in,
)
from knutepunkt.search.index import Answered, Ask, Index, search
from knutepunkt.search.index.asking import most_met
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import DOING, FULL, Meaning, Need, is_concept
from knutepunkt.search.query import Query

WORDS = "words"  # That not all that was asked for is met.


class Posed(Struct, frozen=True):
    """What is asked, and of whom."""

    index: Index
    query: Query
    meaning: Meaning
    lexicon: Lexicon


class Attempt(NamedTuple):
    """A question as it was put, and its answer. ``gone`` is what was let go of and taken in.

    ``fitting`` of the answer's groups are not only near to what was asked for.
    """

    gone: tuple[str, ...]
    ask: Ask
    answered: Answered
    fitting: int

    @property
    def is_empty(self) -> bool:
        """Say whether no group was found."""
        return not self.answered.total


Step = Callable[[Posed, Attempt], Attempt]


def attempted(gone: tuple[str, ...], ask: Ask, answered: Answered) -> Attempt:
    """An attempt whose answer has only groups that are as asked."""
    return Attempt(gone, ask, answered, answered.total)


def loosened(posed: Posed, attempt: Attempt) -> Attempt:
    """An attempt after all the steps that it needs: none where many are as asked."""
    for step in ROAD if attempt.fitting < FEW else ():
        attempt = step(posed, attempt)
    return attempt


def taking_in_here(posed: Posed, attempt: Attempt) -> Attempt:
    """What is near, at the very place and time, for who asks for several things at once."""
    if not attempt.is_empty or not is_bound(posed.meaning):
        return attempt
    step = HERE if restricts(posed.meaning, PLACE) else WIDE
    found = taking_in(step, posed, attempt)
    if found.is_empty:
        return attempt
    # Beside the language spoken, the very theme in another language comes last.
    needs = found.ask.needs
    if len(needs) > 1 and all(need.weight < FULL for need in attempt.ask.needs[1:]):
        ask = replace(found.ask, at_least=FULL)
        return found._replace(ask=ask, answered=search(posed.index, ask))
    return found


def taking_in_above(posed: Posed, attempt: Attempt) -> Attempt:
    """The theme above, at the very place."""
    if not attempt.is_empty or is_bound(posed.meaning) or not restricts(posed.meaning, PLACE):
        return attempt
    found = taking_in(ABOVE, posed, attempt)
    return attempt if found.is_empty else found


def letting_go(step: str, posed: Posed, attempt: Attempt) -> Attempt:
    """One restriction of the text less."""
    if not attempt.is_empty or not restricts(posed.meaning, step):
        return attempt
    gone = (*attempt.gone, step)
    ask = ask_of(posed.query, without(posed.meaning, gone), posed.lexicon)
    return attempted(gone, ask, search(posed.index, ask))


def yielding(step: str, posed: Posed, attempt: Attempt) -> Attempt:
    """One restriction less where that finds any group, as what costs something; else all stay."""
    found = letting_go(step, posed, attempt)
    return attempt if found.is_empty else found


def meeting_most(posed: Posed, attempt: Attempt) -> Attempt:
    """As much of what was asked for as some group meets."""
    if not attempt.is_empty or len(attempt.ask.needs) < 2:
        return attempt
    most = most_met(posed.index, attempt.ask)
    if not most:
        return attempt
    gone, ask = (*attempt.gone, WORDS), replace(attempt.ask, at_least=most)
    return attempted(gone, ask, search(posed.index, ask))


def letting_in(posed: Posed, attempt: Attempt) -> Attempt:
    """The very theme at the place, where no group there tells of what somebody cannot do without:
    of a wheelchair many groups tell nothing, and one may ask those near by."""
    is_here = attempt.is_empty and restricts(posed.meaning, PLACE) and COUNTY not in attempt.gone
    theme, *others = attempt.ask.needs or (None,)
    if not (
        is_here and theme and others and all(is_access(need, posed.lexicon) for need in others)
    ):
        return attempt
    ask = replace(attempt.ask, at_least=FULL)
    found = attempted((*attempt.gone, WORDS), ask, search(posed.index, ask))
    return attempt if found.is_empty else found


def is_access(need: Need, lexicon: Lexicon) -> bool:
    """Say whether a need is of what a place must be like: a wheelchair, childcare."""
    ids = (int(term.token[1:]) for term in need.terms if is_concept(term))
    return any(lexicon.scheme.get(id_) == "accessibility" for id_ in ids)


def letting_follow(posed: Posed, attempt: Attempt) -> Attempt:
    """The very theme whatever is done there, after the few who also do together what was asked."""
    is_few = 0 < attempt.answered.total < FEW and attempt.ask.at_least is None
    beside = attempt.ask.needs[1:]
    if not (is_few and beside and all(need.weight == DOING for need in beside)):
        return attempt
    ask = replace(attempt.ask, at_least=FULL)
    answered = search(posed.index, ask)
    return attempt._replace(gone=(*attempt.gone, WIDE), ask=ask, answered=answered)


def eking_out(posed: Posed, attempt: Attempt) -> Attempt:
    """What is near, where few groups were found and nothing of it is among them yet."""
    is_either = restricts(posed.meaning, ONLINE) and ONLINE not in attempt.gone
    if is_either or attempt.fitting >= FEW or attempt.fitting < attempt.answered.total:
        return attempt
    if is_priced(posed.meaning) and not attempt.is_empty:
        return attempt
    return taking_in(nearest(posed.meaning, attempt.gone), posed, attempt)


def taking_in_wider(posed: Posed, attempt: Attempt) -> Attempt:
    """The theme above, where hardly anybody was found."""
    if not is_hardly(attempt.answered.total, posed.meaning):
        return attempt
    return taking_in(WIDE, posed, attempt)


ROAD: tuple[Step, ...] = (
    partial(yielding, FEES),
    partial(letting_go, ONLINE),
    partial(yielding, "begins"),
    taking_in_here,
    letting_in,
    partial(yielding, COUNTY),
    taking_in_above,
    *(partial(letting_go, step) for step in STEPS),
    partial(yielding, FEES),
    meeting_most,
    eking_out,
    letting_follow,
    taking_in_wider,
)


def taking_in(step: str, posed: Posed, attempt: Attempt) -> Attempt:
    """What is near as far as a step says; the attempt as it is where nothing is."""
    ask = taken_in(posed.index, attempt.ask, (step,))
    if ask == attempt.ask:
        return attempt
    answered = search(posed.index, ask)
    return attempt._replace(gone=(*attempt.gone, step), ask=ask, answered=answered)
