"""From a query and what its text means to an answer of the index. Knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from msgspec.structs import replace

from knutepunkt.search.answering import cursors
from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.answering.attempts import Posed, loosened
from knutepunkt.search.answering.beside import Other, begin, total_of
from knutepunkt.search.answering.cursors import Cursor
from knutepunkt.search.answering.elsewhere import Following, elsewhere
from knutepunkt.search.answering.loosening import is_narrowed, without
from knutepunkt.search.answering.near import ABOVE, FEW, HERE, MORE, WIDE, taken_in
from knutepunkt.search.index import Answered, Ask, Index, search
from knutepunkt.search.index.asking import Hit
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.query import BadQuery, Query

ELSEWHERE = "elsewhere"  # That others follow, for the very theme at other times or farther off.


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
    posed = Posed(index, query, meaning, lexicon)
    if cursor is not None:
        gone, ask, answered = go_on(posed, cursor)
        beside, near = tuple(total_of(posed, other) for other in others), None
    else:
        begun, beside = begin(posed, others)
        gone, ask, answered, fitting = loosened(posed, begun)
        near = answered.total - fitting
    following = followed(posed, gone, ask, answered)
    return Put(
        ask,
        answered,
        told(gone, near, following),
        cursor_after(query.limit, gone, ask, answered),
        query.limit,
        beside,
        following,
        near,
    )


def go_on(posed: Posed, cursor: Cursor) -> tuple[tuple[str, ...], Ask, Answered]:
    """The next page of an answer, with what was let go for the first."""
    gone = cursor.loosened
    ask = ask_of(posed.query, without(posed.meaning, gone), posed.lexicon)
    if ask.sort != cursor.sort:
        raise BadQuery("the cursor belongs to another order of results", "cursor")
    ask = replace(ask, after=cursor.after, at_least=cursor.at_least)
    ask = taken_in(posed.index, ask, gone)
    return gone, ask, search(posed.index, ask)


def cursor_after(limit: int, gone: tuple[str, ...], ask: Ask, answered: Answered) -> str:
    """The cursor of the next page; "" on the last."""
    if not limit or len(answered.hits) <= limit:
        return ""
    last = answered.hits[limit - 1].after
    return cursors.written(Cursor(ask.asked.now, ask.sort, last, gone, ask.at_least))


def followed(
    posed: Posed, gone: tuple[str, ...], ask: Ask, answered: Answered
) -> tuple[Following, ...]:
    """What follows where few groups are as asked: nothing on later pages or in another order."""
    query = posed.query
    is_first = not (query.cursor or query.offset) and query.limit and ask.sort == "relevance"
    if not is_first or answered.total >= FEW:
        return ()
    meaning = without(posed.meaning, gone)
    is_loose = not (meaning.fees or is_narrowed(meaning))
    if not meaning.needs or is_loose:
        return ()
    room = replace(ask, count=min(FEW, query.limit))
    hits = list(answered.hits)
    return tuple(elsewhere(posed.index, query, meaning, posed.lexicon, room, hits))


def told(
    gone: tuple[str, ...], near: int | None, following: tuple[Following, ...]
) -> tuple[str, ...]:
    """What is said of how far a question was loosened: that what is wider was asked for too, only
    where some group came of it."""
    said = dict.fromkeys(WIDE if one in (ABOVE, HERE) else one for one in gone)
    said.pop(MORE, None)
    if near == 0:
        said.pop(WIDE, None)
    return (*said, ELSEWHERE) if following else tuple(said)
