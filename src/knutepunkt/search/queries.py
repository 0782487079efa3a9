"""Answers questions from the index alone; the database is not asked."""

import json
import math
import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from knutepunkt.gazetteer import kilometres
from knutepunkt.search import following, index
from knutepunkt.search.language import stem, words
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.query import Query
from knutepunkt.search.understanding import Understood, quoted, understood

KILOMETRES_PER_DEGREE = 111.195
RANK = "bm25(texts, 6.0, 4.0, 1.0, 0.0)"
TOO_LONG = 2000


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
        lexicon_now = lexicon_of(index.state(link)[2])
        text = query.text[:TOO_LONG]
        meaning = understood(text, lexicon_now, known_stems(link, text))
        ranked = matching(link, query, meaning)
        placed = in_reach(ranked, distances(link, query, {id_ for id_, _ in ranked}), query)
        page = placed[query.offset : query.offset + query.limit]
        hits = [Hit(item_of(link, id_), distance) for id_, _, distance in page]
    names = [lexicon_now.names.get(id_, {}) for id_ in sorted(meaning.concepts)]
    return Found(len(placed), hits, [name for name in names if name], meaning.corrected)


def known_stems(link: sqlite3.Connection, text: str) -> set[str]:
    """The stems of a text that stand in some group's words."""
    stems = {stem(word) for word in words(text)}
    return {
        one
        for one in stems
        if link.execute(
            "SELECT 1 FROM texts WHERE texts MATCH ? LIMIT 1",
            (f"{{title concepts body}}: {quoted(one)}",),
        ).fetchone()
    }


def matching(
    link: sqlite3.Connection, query: Query, meaning: Understood
) -> list[tuple[int, float]]:
    """Ids and ranks of the groups that meet everything but distance, best first."""
    parts = [*meaning.parts, *marks_of(query)]
    if query.text.strip() and not meaning.parts and not marks_of(query):
        return []
    if not parts:
        return list(link.execute("SELECT id, 0.0 FROM items ORDER BY id"))
    rows = link.execute(
        f"SELECT rowid, {RANK} AS rank_ FROM texts WHERE texts MATCH ? ORDER BY rank_, rowid",  # noqa: S608
        (" AND ".join(parts),),
    )
    return list(rows)


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
    """The concepts of a scheme with this code or label; empty when there are none."""
    known = lexicon_of(following.vocabulary_state())
    if (scheme, text) in known.code:
        return (known.code[scheme, text],)
    wanted = text.casefold()
    named = [
        id_
        for id_, names in known.names.items()
        if known.scheme[id_] == scheme and wanted in (name.casefold() for name in names.values())
    ]
    if named:
        return tuple(named[:1])
    stems = tuple(stem(word) for word in words(text))
    found_ids = known.phrases.get(stems, set())
    return tuple(sorted(id_ for id_ in found_ids if known.scheme[id_] == scheme))[:1]
