"""Finished services, kept in a file beside the database for as long as they are right (ADR 0017).

Each lies under the group's number with a key made of everything the text rests on; a reader that
makes out another key passes it over and writes it anew. The file may be deleted at any time.
"""

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import zstandard
from django.conf import settings

from knutepunkt.directory.editions import latest_edition
from knutepunkt.distribute.hsds.grounds import Ground

SECONDS = 0.2
PACKED = -3  # packing takes half the time of level 1, and a third more room
NEWEST = 2**63 - 1
MADE = """
    PRAGMA page_size = 65536;  -- many bodies fit on a page: a smaller file, and less work
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;  -- without it a power cut can leave half a body that looks whole
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS body (
        number INTEGER PRIMARY KEY, key BLOB NOT NULL, basic BLOB NOT NULL, whole BLOB NOT NULL
    );
    CREATE TABLE IF NOT EXISTS seen (
        id INTEGER PRIMARY KEY CHECK (id = 1), edition INTEGER NOT NULL, written_at TEXT NOT NULL
    );
"""
GONE = """
    DELETE FROM body WHERE number IN (
        SELECT number FROM body WHERE number > ? AND number <= ?
        AND number NOT IN (SELECT value FROM json_each(?)) LIMIT 1000
    )
"""
mine = threading.local()


class Finished(NamedTuple):
    """A service as JSON: its plain fields, and everything."""

    basic: bytes
    whole: bytes


def path() -> Path:
    """Where the file lies."""
    return Path(settings.DATA) / "finished" / "services.sqlite3"


@contextmanager
def opened() -> Iterator[sqlite3.Connection | None]:
    """This thread's connection; None where there can be none, and a broken file is taken away."""
    where = path()
    try:
        if getattr(mine, "path", None) != where or not where.exists():
            where.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            mine.file = sqlite3.connect(where, timeout=SECONDS, isolation_level=None)
            mine.path = where
            mine.file.executescript(MADE)
        file = mine.file
    except (sqlite3.Error, OSError) as error:
        file = None
        leave(where, error)
    try:
        yield file
    except (sqlite3.DatabaseError, zstandard.ZstdError) as error:
        leave(where, error)


def leave(where: Path, error: Exception) -> None:
    """Do without a file that is locked or on a full disk, and take a broken one away."""
    mine.path = None
    if isinstance(error, (sqlite3.OperationalError, OSError)):
        return
    for one in (where, *(where.with_name(f"{where.name}-{end}") for end in ("wal", "shm"))):
        one.unlink(missing_ok=True)


def held(keys: dict[int, bytes], ground: Ground, *, whole: bool) -> dict[int, bytes]:
    """The bodies that are right, by number; ``keys`` tells what each must rest on."""
    found: dict[int, bytes] = {}
    unpacked = zstandard.ZstdDecompressor().decompress
    with opened() as file:
        if file is not None and is_of(file, ground):
            marks, column = ", ".join("?" * len(keys)), "whole" if whole else "basic"
            rows = file.execute(
                f"SELECT number, key, {column} FROM body WHERE number IN ({marks})",  # noqa: S608
                list(keys),
            )
            for number, key, body in rows:
                if keys[number] == key:
                    found[number] = unpacked(body) if whole else body
    return found


def is_of(file: sqlite3.Connection, ground: Ground) -> bool:
    """Say whether the file is of this directory, and not of one that a backup has replaced."""
    row = file.execute("SELECT edition, written_at FROM seen").fetchone()
    return row is not None and (row[0] < ground.edition or row == (ground.edition, ground.moment))


def keep(bodies: dict[int, Finished], keys: dict[int, bytes], ground: Ground) -> None:
    """Keep bodies under their keys. Another writer at it comes first: then nothing is kept."""
    packed = zstandard.ZstdCompressor(level=PACKED).compress
    rows = [
        (number, keys[number], body.basic, packed(body.whole)) for number, body in bodies.items()
    ]
    with opened() as file:
        if file is None:
            return
        file.execute("BEGIN IMMEDIATE")
        with ended(file):
            if not is_of(file, ground):
                if is_late(file, ground):
                    return
                file.execute("DELETE FROM body")
            file.execute("REPLACE INTO seen VALUES (1, ?, ?)", [ground.edition, ground.moment])
            file.executemany("REPLACE INTO body VALUES (?, ?, ?, ?)", rows)


def is_late(file: sqlite3.Connection, ground: Ground) -> bool:
    """Say whether others keep bodies of a later edition already, and there is such an edition."""
    seen = file.execute("SELECT MAX(edition) FROM seen").fetchone()[0]
    return seen is not None and ground.edition < seen <= latest_edition()


@contextmanager
def ended(file: sqlite3.Connection) -> Iterator[None]:
    """End the transaction: written when all went well."""
    try:
        yield
        file.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            file.execute("ROLLBACK")
        raise


def forget(after: int, last: int, present: Sequence[int]) -> None:
    """Take away what is kept of groups between two numbers that are public no more.

    However many they are, neither memory nor the log grows with them: some go at a time.
    """
    with opened() as file:
        if file is None:
            return
        asked = [after, last, json.dumps(present)]
        is_less = False
        while file.execute(GONE, asked).rowcount:
            is_less = True
        if is_less:  # what was written stands in the log until it is begun again
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def clear() -> None:
    """Take away everything: must follow when a database is put back from a backup."""
    with opened() as file:
        if file is not None:
            file.execute("DELETE FROM body")
