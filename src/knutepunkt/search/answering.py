"""From a query and what its text means to an answer of the index. Knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from knutepunkt.search import cursors
from knutepunkt.search.asks import ask_of
from knutepunkt.search.cursors import Cursor
from knutepunkt.search.elsewhere import Following, elsewhere
from knutepunkt.search.index import Answered, Ask, Index, end_of, search
from knutepunkt.search.index.asking import Hit, most_met
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.loosening import PLACE, STEPS, is_bound, is_narrowed, restricts, without
from knutepunkt.search.meaning import ABOVE_SAID, ANY_KIN, FULL, KIN, WIDER, Meaning
from knutepunkt.search.query import BadQuery, Query

HARDLY = 3  # Fewer than these are no choice: those of the theme above follow.
FEW = 10  # Fewer than these are eked out by what is near to what was asked for.
# That they were: by what is close, and beside a place or time by what is wider, too.
MORE, WIDE = "more", "wider"
ABOVE = "above"  # Of what is wider only the theme above.
HERE = "here"  # At the place asked for, those close to anybody as well.
NEAR = {
    MORE: range(KIN, FULL),
    WIDE: range(WIDER, FULL),
    HERE: range(ANY_KIN, FULL),
    ABOVE: (ANY_KIN, WIDER, ABOVE_SAID),
}
ELSEWHERE = "elsewhere"  # That others follow, for the very theme at other times or farther off.


class Other(NamedTuple):
    """The same question with another distance and other days, of which only the total is wanted."""

    within: float | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it was put in the end, and its answer. ``loosened`` is what was let go.

    ``others`` is how many groups there are for each other question that was put beside,
    ``following`` what fills up a first page where few groups were found, ``near`` how many of the
    answer's groups are only near to what was asked for: not known of a page that a cursor leads to.
    """

    ask: Ask
    answered: Answered
    loosened: tuple[str, ...] = ()
    cursor: str = ""
    limit: int = 0
    others: tuple[int, ...] = ()
    following: tuple[Following, ...] = ()
    near: int | None = 0

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits of the page asked for."""
        return self.answered.hits[: self.limit]


def put(
    index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, others: Sequence[Other] = ()
) -> Put:
    """Ask the index; first for everything, then for as much as some group has. Raises BadQuery.

    What ``others`` find is what they would find if each was put by itself.
    """
    cursor = cursors.read(query)
    if cursor is not None:
        query = replace(query, now=datetime.fromtimestamp(cursor.minute * 60, UTC))
        loosened, ask, answered = go_on(index, query, meaning, lexicon, cursor)
        fitting = None
        totals = tuple(total_of(index, query, meaning, lexicon, other) for other in others)
    else:
        ask = ask_of(query, meaning, lexicon)
        answered = search(index, ask, [with_other(ask, query, other) for other in others])
        near, eked, more = eked_out(index, query, meaning, ask, answered, others)
        totals = tuple(
            total_of(index, query, meaning, lexicon, other)
            if may_loosen(ask, meaning, number) or is_hardly(more.get(place, number), meaning)
            else more.get(place, number)
            for place, (other, number) in enumerate(zip(others, answered.others, strict=True))
        )
        fitting = answered.total
        if eked is None:
            loosened, ask, answered, fitting = loosen(index, query, meaning, lexicon, ask, answered)
        else:
            loosened, ask, answered = (nearest(meaning),), near, eked
        if is_hardly(answered.total, meaning) and (wide := with_reserve(ask, (WIDE,))) != ask:
            loosened, ask, answered = (*loosened, WIDE), wide, search(index, wide)
    following = ""
    if query.limit and len(answered.hits) > query.limit:
        last = answered.hits[query.limit - 1].after
        moment = Cursor(ask.asked.now, ask.sort, last, loosened, ask.at_least)
        following = cursors.written(moment)
    only_near = None if fitting is None else answered.total - fitting
    # That what is wider was asked for too is told where some group came of it.
    told = dict.fromkeys(WIDE if one in (ABOVE, HERE) else one for one in loosened)
    told.pop(MORE, None)
    if only_near == 0:
        told.pop(WIDE, None)
    beyond = followed(index, query, without(meaning, loosened), lexicon, ask, answered)
    said = (*told, ELSEWHERE) if beyond else tuple(told)
    return Put(ask, answered, said, following, query.limit, totals, beyond, only_near)


def followed(
    index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, ask: Ask, answered: Answered
) -> tuple[Following, ...]:
    """What follows where few groups are as asked: nothing on later pages or in another order."""
    is_first = not (query.cursor or query.offset) and query.limit and ask.sort == "relevance"
    if not is_first or answered.total >= FEW or not (meaning.needs and is_narrowed(meaning)):
        return ()
    room = ask._replace(count=min(FEW, query.limit))
    return tuple(elsewhere(index, query, meaning, lexicon, room, list(answered.hits)))


def with_other(ask: Ask, query: Query, other: Other) -> Ask:
    """A question with another distance and other days; what it does not change stays as it is."""
    asked, within = ask.asked, ask.within
    if other.days != query.days:
        asked = replace(asked, until=end_of(other.days, asked.now, asked.zone))
    if other.within != query.within:
        within = other.within
    return ask._replace(asked=asked, within=within, count=0, has_facets=False)


def total_of(index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, other: Other) -> int:
    """How many groups another question finds by itself."""
    changed = replace(
        query, within=other.within, days=other.days,
        limit=0, offset=0, cursor="", sort=None, has_facets=False,
    )  # fmt: skip
    return put(index, changed, meaning, lexicon).answered.total


def may_loosen(ask: Ask, meaning: Meaning, total: int) -> bool:
    """Say whether more may be let go of, where so many groups meet a question, than that what is
    only near is left out."""
    return not total and (len(ask.needs) > 1 or is_narrowed(meaning))


def is_hardly(total: int, meaning: Meaning) -> bool:
    """Say whether so few groups are found that those of the theme above are taken in: none; or next
    to none, unless a place or time is asked for, where the very theme elsewhere comes first.
    """
    return total < (1 if is_narrowed(meaning) else HARDLY)


def eked_out(
    index: Index,
    query: Query,
    meaning: Meaning,
    ask: Ask,
    answered: Answered,
    others: Sequence[Other],
) -> tuple[Ask, Answered | None, dict[int, int]]:
    """The question with what is near taken in; its answer, where few groups were found without; and
    how many the others find so, by their places, where they found few. All is asked at once.
    """
    is_short = [
        number < FEW and not may_loosen(ask, meaning, number)
        for number in (answered.total, *answered.others)
    ]
    near = with_reserve(ask, (nearest(meaning),)) if any(is_short) else ask
    if near == ask:
        return ask, None, {}
    places = [place for place, is_one in enumerate(is_short[1:]) if is_one]
    beside = [with_other(near, query, others[place]) for place in places]
    if is_short[0]:
        found = search(index, near, beside)
        return near, found, dict(zip(places, found.others, strict=True))
    found = search(index, beside[0], beside[1:])
    return near, None, dict(zip(places, (found.total, *found.others), strict=True))


def go_on(
    index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, cursor: Cursor
) -> tuple[tuple[str, ...], Ask, Answered]:
    """The next page of an answer, with what was let go for the first."""
    ask = ask_of(query, without(meaning, cursor.loosened), lexicon)
    if ask.sort != cursor.sort:
        raise BadQuery("the cursor belongs to another order of results", "cursor")
    ask = ask._replace(after=cursor.after, at_least=cursor.at_least)
    ask = with_reserve(ask, cursor.loosened)
    return cursor.loosened, ask, search(index, ask)


def loosen(
    index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, ask: Ask, answered: Answered
) -> tuple[tuple[str, ...], Ask, Answered, int]:
    """What had to be let go, the question without it, the answer, and how many groups of it are not
    only near."""
    loosened: tuple[str, ...] = ()
    if not answered.total and is_bound(meaning):
        step = HERE if restricts(meaning, PLACE) else WIDE
        near = with_reserve(ask, (step,))
        if near != ask and (wide := search(index, near)).total:
            # Beside the language spoken, the very theme in another language comes last.
            if all(need.weight < FULL for need in ask.needs[1:]) and len(ask.needs) > 1:
                near = near._replace(at_least=FULL)
                wide = search(index, near)
            return (step,), near, wide, 0
    elif not answered.total and restricts(meaning, PLACE):
        near = with_reserve(ask, (ABOVE,))
        if near != ask and (wide := search(index, near)).total:
            return (ABOVE,), near, wide, 0
    for step in STEPS if not answered.total else ():
        if not answered.total and restricts(meaning, step):
            loosened = (*loosened, step)
            ask = ask_of(query, without(meaning, loosened), lexicon)
            answered = search(index, ask)
    if not answered.total and len(ask.needs) > 1 and (most := most_met(index, ask)):
        loosened = (*loosened, "words")
        ask = ask._replace(at_least=most)
        answered = search(index, ask)
    step, fitting = nearest(meaning, loosened), answered.total
    if fitting < FEW and (near := with_reserve(ask, (step,))) != ask:
        loosened, ask = (*loosened, step), near
        answered = search(index, ask)
    return loosened, ask, answered, fitting


def with_reserve(ask: Ask, loosened: tuple[str, ...]) -> Ask:
    """The question with the terms that are near what was asked for, as far as it was loosened."""
    weights = {weight for step in loosened for weight in NEAR.get(step, ())}
    needs = []
    for need in ask.needs:
        near = tuple(term for term in need.reserve if term.weight in weights)
        far = tuple(term for term in need.reserve if term.weight not in weights)
        needs.append(replace(need, terms=need.terms + near, reserve=far))
    return ask._replace(needs=tuple(needs))


def nearest(meaning: Meaning, loosened: tuple[str, ...] = ()) -> str:
    """What is taken in where few groups are found: beside a place or time what is wider, too.

    Those close to anybody only at the very place and time: who cares for one with dementia goes to
    another evening before they go to those who care for somebody else.
    """
    if not loosened and restricts(meaning, PLACE):
        return HERE
    return WIDE if is_narrowed(meaning) else MORE
