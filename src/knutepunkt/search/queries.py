"""Answers questions from the index alone; the database is not asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from knutepunkt.search import index
from knutepunkt.search.answering.answers import ELSEWHERE, Put, put
from knutepunkt.search.answering.beside import Other
from knutepunkt.search.answering.facets import Facets
from knutepunkt.search.index import Index
from knutepunkt.search.index.detail import Shown, details
from knutepunkt.search.index.reasons import reasons
from knutepunkt.search.indexing import following
from knutepunkt.search.indexing.states import vocabulary_state
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Meaning, concept_token
from knutepunkt.search.query import Query
from knutepunkt.search.ready import made_ready
from knutepunkt.search.understanding.correcting import Spellers
from knutepunkt.search.understanding.texts import understood
from knutepunkt.search.understanding.word_alone import WordsAlone

Counts = Mapping[str, dict[str, int]]
_alone = WordsAlone()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: how many in all, one page of them, and how the question was understood.

    ``concepts`` are the names of what was recognised, ``corrected`` words with what they were read
    as, ``loosened`` what had to be let go of: what the text said of "place", "weekdays", "formats",
    "begins"; some of its "words". ``facets`` count by facet and value, each facet without its own
    restriction; concepts by their ids. ``cursor`` leads to the next page, "" on the last. What
    ``others`` asked beside finds is a number for each. ``near`` of the total are only near to what
    was asked for; None where a cursor was gone on from. ``index`` is what was asked, for whoever
    asks more for the same page.
    """

    index: Index
    total: int
    hits: list[Shown]
    facets: Facets
    concepts: list[dict[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)
    cursor: str = ""
    loosened: tuple[str, ...] = ()
    meaning: Meaning = field(default_factory=Meaning)
    others: tuple[int, ...] = ()
    near: int | None = 0

    @property
    def elsewhere(self) -> int:
        """How many of the hits are for the very theme at other times or places, uncounted."""
        return max(0, len(self.hits) - self.total) if ELSEWHERE in self.loosened else 0


@lru_cache(maxsize=2)
def lexicon_of(vocabulary: str) -> Lexicon:
    """The lexicon as of one state of the vocabulary."""
    del vocabulary
    found = lexicon()
    made_ready(found, following.folder())
    return found


@lru_cache(maxsize=2)
def spellers_of(vocabulary: str) -> Spellers:
    """The spellers as of one state of the vocabulary."""
    return Spellers(made_ready(lexicon_of(vocabulary), following.folder()).speller)


def found(
    query: Query,
    *,
    has_reasons: bool = False,
    others: Sequence[Other] = (),
    now_open: Index | None = None,
) -> Found:
    """The groups that meet a query, in the order asked for. Raises BadQuery.

    Where nothing follows the directory in the background, as on the command line, the index is
    brought up to date first, unless it is handed over as somebody has it open.
    """
    if now_open is None:
        following.catch_up()
    try:
        return asked(query, has_reasons=has_reasons, others=others, now_open=now_open)
    except index.Damaged:
        following.reindex()  # only following would trust what is damaged
        return asked(query, has_reasons=has_reasons, others=others)


def asked(
    query: Query,
    *,
    has_reasons: bool = False,
    meaning: Meaning | None = None,
    others: Sequence[Other] = (),
    now_open: Index | None = None,
) -> Found:
    """Ask the index as it is, or as somebody has it open. Raises Damaged and BadQuery.

    ``meaning`` is what the query's text means, from whoever has asked with the same text before.
    ``others`` are asked at once with it, which costs a part of asking them by themselves.
    """
    now_open = now_open or following.current()
    words = lexicon_of(now_open.manifest.vocabulary)
    meaning = meaning or meaning_of(query, now_open, words)
    answer = put(now_open, query, meaning, words, others)
    names = [words.names.get(id_, {}) for id_ in meaning.concepts]
    return Found(
        index=now_open,
        total=answer.answered.total,
        hits=list(hits(answer, has_reasons=has_reasons)),
        concepts=[name for name in names if name],
        corrected=list(meaning.corrected),
        facets=Facets(answer.answered, words),
        cursor=answer.cursor,
        loosened=answer.loosened,
        meaning=meaning,
        others=answer.others,
        near=answer.near,
    )


def meaning_of(query: Query, now_open: Index, words: Lexicon) -> Meaning:
    """What the query's text asks of groups."""
    if not query.text:
        return Meaning()
    today = (query.now or datetime.now(UTC)).astimezone(ZoneInfo(query.zone)).date()
    vocabulary = now_open.manifest.vocabulary
    state = (now_open.state, vocabulary, today)
    return _alone.meaning(
        query.text,
        state,
        words,
        lambda: understood(query.text, words, now_open, spellers_of(vocabulary), today),
    )


def hits(answer: Put, *, has_reasons: bool) -> Iterator[Shown]:
    """The page of an answer as it is shown."""
    for ask, page in ((answer.ask, answer.hits), *answer.following):
        shown = details(page, ask)
        for hit, one in zip(shown, page if has_reasons else (), strict=False):
            hit.reasons = reasons(one, ask)
        yield from shown


def all_found(query: Query) -> list[int]:
    """The database's numbers of all groups that meet a query, in no order. Raises BadQuery."""
    following.catch_up()
    try:
        return keys_asked(query)
    except index.Damaged:
        following.reindex()
        return keys_asked(query)


def page_of_keys(query: Query, now_open: Index) -> tuple[int, list[int]]:
    """How many groups meet a query, and the database's numbers of one page of them, in the order
    asked for; of an index as somebody has it open. Raises BadQuery.
    """
    words = lexicon_of(now_open.manifest.vocabulary)
    answer = put(now_open, query, meaning_of(query, now_open, words), words)
    return answer.answered.total, [hit.after.pk for hit in answer.hits]


def keys_asked(query: Query) -> list[int]:
    """Ask the index as it is for keys alone. Raises Damaged and BadQuery."""
    now_open = following.current()
    words = lexicon_of(now_open.manifest.vocabulary)
    plain = replace(query, limit=0, has_facets=False)
    meaning = meaning_of(query, now_open, words)
    needs = tuple(replace(need, reserve=()) for need in meaning.needs)  # Nothing that is only near.
    answer = put(now_open, plain, replace(meaning, needs=needs), words)
    return index.all_keys(now_open, answer.ask)


def telling(concept_id: int) -> list[int]:
    """The database's numbers of the groups that tell of a theme, or of one within it, where nobody
    said what they are about. Raises Damaged.
    """
    return index.keys_telling(following.current(), concept_token(concept_id))


def total(query: Query, meaning: Meaning | None = None) -> int:
    """How many groups meet a query. Raises Damaged and BadQuery."""
    return asked(replace(query, limit=0, offset=0, has_facets=False), meaning=meaning).total


def concepts_named(text: str, scheme: str) -> tuple[int, ...]:
    """The concept of a scheme with this code or label; empty when there is none."""
    found_id = lexicon_of(vocabulary_state()).named(text, scheme)
    return () if found_id is None else (found_id,)


def concept_coded(scheme: str, code: str) -> int | None:
    """The id of a scheme's concept with exactly this code."""
    try:
        vocabulary = following.current().manifest.vocabulary
    except index.Damaged:
        vocabulary = vocabulary_state()
    return lexicon_of(vocabulary).code.get((scheme, code))
