"""The index file: SQLite's full text beside the database, rebuilt from it at any time."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knutepunkt.search.documents import Document
from knutepunkt.sqlite import journal_mode

VERSION = 1
TABLES = """
CREATE TABLE state (edition INTEGER, after_id INTEGER, version INTEGER, vocabulary TEXT);
CREATE TABLE items (id INTEGER PRIMARY KEY, item TEXT NOT NULL);
CREATE TABLE points (latitude REAL, longitude REAL, id INTEGER);
CREATE INDEX points_by_place ON points (latitude, longitude);
CREATE INDEX points_by_group ON points (id);
CREATE VIRTUAL TABLE texts USING fts5(title, concepts, body, marks,
    tokenize = "unicode61 remove_diacritics 0");
"""


class Damaged(Exception):  # noqa: N818 - it names what the file is
    """The index file cannot be used and has to be rebuilt."""


@contextmanager
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to an existing index. Raises Damaged when there is none that can be used."""
    if not path.exists():
        raise Damaged("there is no index yet")
    link = sqlite3.connect(path, timeout=20, isolation_level=None)
    try:
        version = link.execute("SELECT version FROM state").fetchone()
        if version != (VERSION,):
            raise Damaged("the index is of another version")
        yield link
    except sqlite3.DatabaseError as error:
        raise Damaged(str(error)) from error
    finally:
        link.close()


def create(path: Path, vocabulary: str) -> None:
    """Make an empty index in place of whatever is there, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(".new")
    remove(new)
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as link:
        link.executescript(TABLES)
        link.execute("INSERT INTO state VALUES (0, 0, ?, ?)", (VERSION, vocabulary))
    remove(path)
    new.rename(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute(f"PRAGMA journal_mode={journal_mode()}")


def remove(path: Path) -> None:
    """Delete an index file and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def state(link: sqlite3.Connection) -> tuple[int, int, str]:
    """How far the index has come: edition, last id within the next edition, vocabulary."""
    row = link.execute("SELECT edition, after_id, vocabulary FROM state").fetchone()
    return int(row[0]), int(row[1]), str(row[2])


def replace(
    link: sqlite3.Connection,
    ids: Iterable[int],
    documents: Iterable[Document],
    edition: int,
    after_id: int,
) -> None:
    """Replace what the index has of some groups, and note how far it has come, as one whole."""
    old = [(id_,) for id_ in ids]
    link.execute("BEGIN IMMEDIATE")
    link.executemany("DELETE FROM items WHERE id = ?", old)
    link.executemany("DELETE FROM points WHERE id = ?", old)
    link.executemany("DELETE FROM texts WHERE rowid = ?", old)
    for document in documents:
        item = json.dumps(document.item, ensure_ascii=False)
        link.execute("INSERT INTO items VALUES (?, ?)", (document.id, item))
        link.execute(
            "INSERT INTO texts (rowid, title, concepts, body, marks) VALUES (?, ?, ?, ?, ?)",
            (document.id, document.title, document.concepts, document.body, document.marks),
        )
        link.executemany(
            "INSERT INTO points VALUES (?, ?, ?)", [(*p, document.id) for p in document.points]
        )
    link.execute("UPDATE state SET edition = ?, after_id = ?", (edition, after_id))
    link.execute("COMMIT")


def count(link: sqlite3.Connection) -> int:
    """How many groups the index holds."""
    return int(link.execute("SELECT count(*) FROM items").fetchone()[0])


def ids(link: sqlite3.Connection) -> set[int]:
    """The ids of every group the index holds."""
    return {int(row[0]) for row in link.execute("SELECT id FROM items")}
