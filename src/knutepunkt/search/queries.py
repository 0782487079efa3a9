"""Answers questions from the index alone; the database is not asked."""

import json
import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from knutepunkt.gazetteer import kilometres
from knutepunkt.search import following, index
from knutepunkt.search.correcting import Spellers, spellers
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Meaning, Need, Term
from knutepunkt.search.query import Query
from knutepunkt.search.understanding import understood

KILOMETRES_PER_DEGREE = 111.195
WHOLE_COUNTY = 150.0  # Kilometres; this index knows no counties.
RANK = "bm25(texts, 6.0, 4.0, 1.0, 0.0)"


@dataclass(frozen=True, slots=True)
class Hit:
    """One group found. ``kilometres`` is to its nearest place; None when online or unplaced."""

    item: dict[str, Any]
    kilometres: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: how many in all, one page of them, and how the question was understood."""

    total: int
    hits: list[Hit]
    concepts: list[dict[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=2)
def lexicon_of(vocabulary: str) -> Lexicon:
    """The lexicon as of one state of the vocabulary."""
    del vocabulary
    return lexicon()


@lru_cache(maxsize=2)
def spellers_of(vocabulary: str) -> Spellers:
    """The spellers as of one state of the vocabulary."""
    return spellers(lexicon_of(vocabulary))


def found(query: Query) -> Found:
    """The groups that meet a query, best or nearest first.

    Brings the index up to date first when it is behind and nobody else is at it.
    """
    if following.is_behind():
        following.follow(wait=not following.path().exists())
    try:
        return asked(query)
    except index.Damaged:
        following.reindex()  # only following would trust what is damaged
        return asked(query)


def asked(query: Query) -> Found:
    """Ask the index as it is. Raises Damaged."""
    with index.connection(following.path()) as link:
        vocabulary = index.state(link)[2]
        words = lexicon_of(vocabulary)
        today = (query.now or datetime.now(UTC)).astimezone(ZoneInfo(query.zone)).date()
        known = KnownTokens(link)
        meaning = understood(query.text, words, known, spellers_of(vocabulary), today)
        placed = met(link, query, meaning)
        page = placed[query.offset : query.offset + query.limit]
        hits = [Hit(item_of(link, id_), distance) for id_, _, distance in page]
    names = [words.names.get(id_, {}) for id_ in meaning.concepts]
    return Found(len(placed), hits, [name for name in names if name], list(meaning.corrected))


@dataclass(frozen=True, slots=True)
class KnownTokens:
    """What the index knows of tokens."""

    link: sqlite3.Connection
    state: str = ""

    def count(self, token: str) -> int:
        """Whether any group has a token."""
        asked_for = f"{{title concepts body}}: {quoted(token)}"
        sql = "SELECT 1 FROM texts WHERE texts MATCH ? LIMIT 1"
        return len(self.link.execute(sql, (asked_for,)).fetchall())

    def starting(self, prefix: str) -> list[str]:
        """None: this index has no list of tokens."""
        del prefix
        return []

    def tokens(self) -> Iterator[tuple[str, int]]:
        """None: this index has no list of tokens."""
        return iter(())


def met(
    link: sqlite3.Connection, query: Query, meaning: Meaning
) -> list[tuple[int, float, float | None]]:
    """Ids, ranks and distances of what meets a query; what leaves nothing is let go."""
    narrow = narrowed(query, meaning)
    placed: list[tuple[int, float, float | None]] = []
    for asked_now, needs in (
        (narrow, meaning.needs),
        (query, meaning.needs),
        (query, meaning.needs[:1]),
    ):
        ranked = matching(link, asked_now, needs, is_empty=meaning.is_empty)
        far = distances(link, asked_now, {id_ for id_, _ in ranked})
        placed = placed or in_reach(ranked, far, asked_now)
    return placed


def narrowed(query: Query, meaning: Meaning) -> Query:
    """A query with what its text restricts."""
    spot = meaning.spot if query.point is None else None
    return replace(
        query,
        point=(spot.latitude, spot.longitude) if spot else query.point,
        within=(meaning.within or WHOLE_COUNTY) if spot else query.within,
        weekdays=query.weekdays or meaning.weekdays,
        formats=query.formats or meaning.formats,
    )


def matching(
    link: sqlite3.Connection, query: Query, needs: tuple[Need, ...], *, is_empty: bool
) -> list[tuple[int, float]]:
    """Ids and ranks of the groups that meet everything but distance, best first."""
    parts = [*(" OR ".join(map(part, need.terms)) for need in needs), *marks_of(query)]
    if is_empty and not marks_of(query):
        return []
    if not parts:
        return list(link.execute("SELECT id, 0.0 FROM items ORDER BY id"))
    rows = link.execute(
        f"SELECT rowid, {RANK} AS rank_ FROM texts WHERE texts MATCH ? ORDER BY rank_, rowid",  # noqa: S608
        (" AND ".join(f"({each})" for each in parts),),
    )
    return list(rows)


def part(term: Term) -> str:
    """A term as an FTS5 expression."""
    if term.token.startswith("#"):
        return f'marks:"c{term.token[1:]}"'
    return f"{{title concepts body}}: {quoted(term.token)}"


def quoted(text: str) -> str:
    """A word that FTS5 takes as a word, whatever is in it."""
    return '"' + text.replace('"', '""') + '"'


def marks_of(query: Query) -> list[str]:
    """The filters as FTS5 expressions; each must be met."""
    parts = [f'marks:"c{id_}"' for id_ in query.concepts]
    if query.weekdays:
        days = " OR ".join(f'marks:"d{day.lower()}"' for day in query.weekdays)
        parts.append(f"({days})")
    if query.formats:
        modes = " OR ".join(f'marks:"m{mode.replace("-", "")}"' for mode in query.formats)
        parts.append(f"({modes})")
    return parts


def in_reach(
    ranked: list[tuple[int, float]], far: dict[int, float], query: Query
) -> list[tuple[int, float, float | None]]:
    """Ids, ranks and distances: those within reach, nearest first when a place was given."""
    rows = [(id_, rank, far.get(id_)) for id_, rank in ranked]
    if query.within is not None:
        rows = [row for row in rows if row[2] is not None and row[2] <= query.within]
    if query.point is not None:
        rows.sort(key=lambda row: (row[2] is None, row[2] or 0.0, row[1], row[0]))
    return rows


def distances(link: sqlite3.Connection, query: Query, ids: set[int]) -> dict[int, float]:
    """Kilometres from the query's point to the nearest place of each group that has one."""
    if query.point is None or not ids:
        return {}
    here = query.point
    nearest: dict[int, float] = {}
    condition, values = box(*here, query.within)
    rows = link.execute(f"SELECT id, latitude, longitude FROM points {condition}", values)  # noqa: S608
    for id_, latitude, longitude in rows:
        if id_ in ids:
            far = kilometres(*here, latitude, longitude)
            nearest[id_] = min(far, nearest.get(id_, far))
    return nearest


def box(latitude: float, longitude: float, within: float | None) -> tuple[str, list[float]]:
    """A condition that leaves out points that are surely too far away."""
    north = (within or 0.0) / KILOMETRES_PER_DEGREE
    east = north / max(0.01, math.cos(math.radians(min(89.0, abs(latitude) + north))))
    if within is None or abs(longitude) + east > 180:
        return "", []
    return "WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?", [
        latitude - north,
        latitude + north,
        longitude - east,
        longitude + east,
    ]


def item_of(link: sqlite3.Connection, id_: int) -> dict[str, Any]:
    """What a result shows of a group."""
    row = link.execute("SELECT item FROM items WHERE id = ?", (id_,)).fetchone()
    item: dict[str, Any] = json.loads(row[0])
    return item


def concepts_named(text: str, scheme: str) -> tuple[int, ...]:
    """The concept of a scheme with this code or label; empty when there is none."""
    found_id = lexicon_of(following.vocabulary_state()).named(text, scheme)
    return () if found_id is None else (found_id,)
