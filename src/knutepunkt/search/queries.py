"""Answers questions from the index alone; the database is not asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from knutepunkt.search import following, index
from knutepunkt.search.answering import Put, put
from knutepunkt.search.correcting import Spellers, spellers
from knutepunkt.search.documents import COUNTED
from knutepunkt.search.index import Index
from knutepunkt.search.index.detail import detail, reasons
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.query import Query
from knutepunkt.search.understanding import understood

DECODE = msgspec.json.Decoder(dict[str, Any]).decode
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One group found.

    ``meeting`` is the place of the one that was as asked among the item's meetings (0 when it has
    none); ``kilometres`` is to that one; None when it is online or unplaced. ``next`` has the next
    beginning of each meeting in minutes since 1970, None for none within two years. ``reasons`` are
    points by what they are for, only when asked for.
    """

    item: dict[str, Any]
    kilometres: float | None
    meeting: int = 0
    next: list[int | None] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: how many in all, one page of them, and how the question was understood.

    ``concepts`` are the names of what was recognised, ``corrected`` words with what they were read
    as, ``loosened`` what had to be let go of: what the text said of "place", "weekdays", "formats",
    "begins"; some of its "words". ``facets`` count by facet and value, each facet without its own
    restriction; concepts by their ids. ``cursor`` leads to the next page, "" on the last.
    """

    total: int
    hits: list[Hit]
    concepts: list[dict[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)
    facets: Counts = field(default_factory=dict)
    cursor: str = ""
    loosened: tuple[str, ...] = ()
    meaning: Meaning = field(default_factory=Meaning)


@lru_cache(maxsize=2)
def lexicon_of(vocabulary: str) -> Lexicon:
    """The lexicon as of one state of the vocabulary."""
    del vocabulary
    return lexicon()


@lru_cache(maxsize=2)
def spellers_of(vocabulary: str) -> Spellers:
    """The spellers as of one state of the vocabulary."""
    return spellers(lexicon_of(vocabulary))


def found(query: Query, *, has_reasons: bool = False) -> Found:
    """The groups that meet a query, in the order asked for. Raises BadQuery.

    Where nothing follows the directory in the background, as on the command line, the index is
    brought up to date first.
    """
    if not following.is_followed() and following.is_behind():
        following.follow(wait=True)
    try:
        return asked(query, has_reasons=has_reasons)
    except index.Damaged:
        following.reindex()  # only following would trust what is damaged
        return asked(query, has_reasons=has_reasons)


def asked(query: Query, *, has_reasons: bool = False, meaning: Meaning | None = None) -> Found:
    """Ask the index as it is. Raises Damaged and BadQuery.

    ``meaning`` is what the query's text means, from whoever has asked with the same text before.
    """
    now_open = following.current()
    words = lexicon_of(now_open.manifest.vocabulary)
    meaning = meaning or meaning_of(query, now_open, words)
    answer = put(now_open, query, meaning, words)
    names = [words.names.get(id_, {}) for id_ in meaning.concepts]
    return Found(
        total=answer.answered.total,
        hits=list(hits(answer, has_reasons=has_reasons)),
        concepts=[name for name in names if name],
        corrected=list(meaning.corrected),
        facets=facets(answer),
        cursor=answer.cursor,
        loosened=answer.loosened,
        meaning=meaning,
    )


def meaning_of(query: Query, now_open: Index, words: Lexicon) -> Meaning:
    """What the query's text asks of groups."""
    if not query.text:
        return Meaning()
    today = (query.now or datetime.now(UTC)).astimezone(ZoneInfo(query.zone)).date()
    known = spellers_of(now_open.manifest.vocabulary)
    return understood(query.text, words, now_open, known, today)


def hits(answer: Put, *, has_reasons: bool) -> Iterator[Hit]:
    """The page of an answer as it is shown."""
    for one in answer.hits:
        told = detail(one, answer.ask)
        why = reasons(one, answer.ask) if has_reasons else {}
        yield Hit(DECODE(told.item), told.kilometres, told.meeting, told.next, why)


def facets(answer: Put) -> Counts:
    """The counts of an answer by facet and value."""
    counts: Counts = {}
    for facet, value, number in answer.answered.facets():
        counts.setdefault(facet, {})[value] = number
    return counts


def with_codes(counts: Counts) -> Counts:
    """The counts with the codes of concepts in place of their ids, for other systems."""
    words = lexicon_of(following.current().manifest.vocabulary)
    return {
        facet: {words.code_of(int(value)): number for value, number in values.items()}
        if facet in COUNTED
        else values
        for facet, values in counts.items()
    }


def total(query: Query, meaning: Meaning | None = None) -> int:
    """How many groups meet a query. Raises Damaged and BadQuery."""
    return asked(replace(query, limit=0, offset=0, has_facets=False), meaning=meaning).total


def concepts_named(text: str, scheme: str) -> tuple[int, ...]:
    """The concept of a scheme with this code or label; empty when there is none."""
    found_id = lexicon_of(following.vocabulary_state()).named(text, scheme)
    return () if found_id is None else (found_id,)
