"""Says whether anything at all has been committed to the database since it was last asked.

It goes by the database's own count of commits, so that no writer, of today or of later, must
remember to tell.
"""

import threading
from itertools import count
from typing import Any

from django.db import connection

_seen = threading.local()
_numbers = count(1)
_counting = threading.Lock()
_latest = 0


def mark() -> object | None:
    """A value that is another after every commit; None inside a transaction, which sees its own.

    Costs a few microseconds on SQLite and one query on PostgreSQL.
    """
    if connection.in_atomic_block:
        return None
    connection.ensure_connection()
    return sqlite_mark() if connection.vendor == "sqlite" else postgres_mark()


def sqlite_mark() -> int:
    """A number that goes up when this thread's connection sees that somebody has committed.

    ``data_version`` counts what other connections commit and ``total_changes`` what this one
    writes; both mean something within one connection only, so a new connection counts as news.
    """
    global _latest
    raw: Any = connection.connection
    now = (raw, raw.execute("PRAGMA data_version").fetchone()[0], raw.total_changes)
    with _counting:
        if getattr(_seen, "state", None) != now:
            _seen.state, _latest = now, next(_numbers)
        return _latest


def postgres_mark() -> str:
    """What a query would see now: the transactions that are over, and those that are not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])
