"""The same questions in SQL, with counts of all values: SQLite's FTS5 and PostgreSQL."""

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from knutepunkt.search.index import Ask
from knutepunkt.search.index.places import box_around
from searching.rows import Row

DISTANCE = (
    "acos(least(1, sin(radians({0})) * sin(radians(latitude)) + cos(radians({0})) "
    "* cos(radians(latitude)) * cos(radians(longitude - {1}))))"
)


def conditions(ask: Ask) -> list[str]:
    """What is asked of place and time, as SQL that both databases know."""
    found = []
    box = ask.box or (box_around(ask.point, ask.within) if ask.point and ask.within else None)
    if box:
        south, west, north, east = box
        found.append(
            f"latitude BETWEEN {south} AND {north} AND longitude BETWEEN {west} AND {east}"
        )
    if ask.point and ask.within:
        found.append(f"{DISTANCE.format(*ask.point)} <= {ask.within / 6371.0088}")
    if ask.asked.begins:
        days = [str(day) for day in range(7) if ask.asked.weekdays >> day & 1]
        since, until = ask.asked.begins
        found.append(
            f"EXISTS (SELECT 1 FROM times WHERE times.id = groups.id AND day IN ({','.join(days)}) "
            f"AND minute BETWEEN {since} AND {until})"
        )
    return found


class Sqlite:
    """FTS5 over the tokens, ordered by its rank; values in a table."""

    name = "SQLite FTS5"

    def __init__(self, path: Path, rows: Iterator[Row]) -> None:
        self.link = sqlite3.connect(path)
        self.link.create_function("least", 2, min, deterministic=True)
        for function in ("acos", "sin", "cos", "radians"):
            self.link.create_function(
                function, 1, guarded(getattr(math, function)), deterministic=True
            )
        self.link.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;"
            "CREATE TABLE groups (id INTEGER PRIMARY KEY, latitude REAL, longitude REAL);"
            "CREATE VIRTUAL TABLE words USING fts5(tokens, content='', tokenize='ascii');"
            "CREATE TABLE times (id INTEGER, day INTEGER, minute INTEGER);"
            "CREATE TABLE held (id INTEGER, value INTEGER, PRIMARY KEY (id, value)) WITHOUT ROWID;"
        )
        self.values: dict[str, int] = {}
        self.fill(rows)

    def fill(self, rows: Iterator[Row]) -> None:
        """Take in all groups."""
        with self.link:
            for row in rows:
                self.link.execute(
                    "INSERT INTO groups VALUES (?, ?, ?)", (row.id, row.latitude, row.longitude)
                )
                self.link.execute(
                    "INSERT INTO words (rowid, tokens) VALUES (?, ?)",
                    (row.id, " ".join(row.tokens)),
                )
                self.link.executemany(
                    "INSERT INTO times VALUES (?, ?, ?)", [(row.id, *time) for time in row.times]
                )
                numbers = [self.values.setdefault(v, len(self.values)) for v in row.values]
                self.link.executemany(
                    "INSERT OR IGNORE INTO held VALUES (?, ?)", [(row.id, n) for n in numbers]
                )
        self.link.executescript(
            "CREATE INDEX times_of ON times (id);"
            "CREATE INDEX here ON groups (latitude, longitude); ANALYZE;"
        )

    def seconds(self, ask: Ask, needs: list[list[str]]) -> tuple[float, int]:
        """How long an answer takes, and how many groups it has."""
        wanted = " AND ".join("(" + " OR ".join(need) + ")" for need in needs)
        where = conditions(ask)
        if wanted:
            where.insert(0, f"words MATCH '{wanted}'")
        source = "words JOIN groups ON groups.id = words.rowid" if wanted else "groups"
        rank = "rank" if wanted else "0"
        sql = f"SELECT groups.id AS id, {rank} AS score FROM {source}" + (
            " WHERE " + " AND ".join(where) if where else ""
        )
        start = thread_time()
        self.link.execute("CREATE TEMP TABLE found AS " + sql)
        total = self.link.execute("SELECT count(*) FROM found").fetchone()[0]
        self.link.execute(
            f"SELECT id FROM found ORDER BY score, id LIMIT {ask.count} OFFSET {ask.skip}"
        ).fetchall()
        self.link.execute(
            "SELECT value, count(*) FROM found JOIN held ON held.id = found.id GROUP BY value"
        ).fetchall()
        spent = thread_time() - start
        self.link.execute("DROP TABLE found")
        return spent, total


def guarded(function: Any) -> Any:
    """A function of mathematics that knows NULL."""
    return lambda value: None if value is None else function(value)


class Postgres:
    """A tsvector of the tokens with GIN, ordered by ts_rank; values in an array."""

    name = "PostgreSQL"

    def __init__(self, link: Any, rows: Iterator[Row]) -> None:
        self.link, self.values = link, {}
        link.execute("SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'")
        link.execute(
            "CREATE TABLE groups (id int, latitude float8, longitude float8, words tsvector,"
            " held int[]); CREATE TABLE times (id int, day int, minute int)"
        )
        self.fill(rows)

    def fill(self, rows: Iterator[Row]) -> None:
        """Take in all groups."""
        times = []
        with self.link.cursor().copy("COPY groups FROM STDIN") as copy:
            for row in rows:
                numbers = [self.values.setdefault(v, len(self.values)) for v in row.values]
                copy.write_row(
                    (
                        row.id,
                        row.latitude,
                        row.longitude,
                        " ".join(row.tokens),
                        sorted(set(numbers)),
                    )
                )
                times += [(row.id, *time) for time in row.times]
        with self.link.cursor().copy("COPY times FROM STDIN") as copy:
            for time in times:
                copy.write_row(time)
        self.link.execute(
            "CREATE INDEX ON groups USING gin (words); CREATE INDEX ON times (id);"
            "CREATE INDEX ON groups (latitude, longitude); CREATE INDEX ON groups (id); ANALYZE"
        )

    def seconds(self, ask: Ask, needs: list[list[str]]) -> tuple[float, int]:
        """How long an answer takes, and how many groups it has."""
        wanted = " & ".join("(" + " | ".join(need) + ")" for need in needs)
        where = conditions(ask)
        rank = "0"
        if wanted:
            where.insert(0, f"words @@ '{wanted}'::tsquery")
            rank = f"ts_rank(words, '{wanted}'::tsquery)"
        sql = f"SELECT id, {rank} AS rank, held FROM groups" + (
            " WHERE " + " AND ".join(where) if where else ""
        )
        whole = (
            f"WITH found AS MATERIALIZED ({sql}), "
            "best AS (SELECT id FROM found ORDER BY rank DESC, id "
            f"LIMIT {ask.count} OFFSET {ask.skip}) "
            "SELECT -1, count(*) FROM best UNION ALL "
            "SELECT value, count(*) FROM found, unnest(held) AS value GROUP BY value"
        )
        spent = 9e9
        for _ in range(2):
            start = perf_counter()
            self.link.execute(whole).fetchall()
            spent = min(spent, perf_counter() - start)
        total = self.link.execute(f"SELECT count(*) FROM ({sql}) AS found").fetchone()[0]
        return spent, total
