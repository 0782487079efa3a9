"""Which SQLite runs, and how: the settings that keep writes whole and deletions real.

Importing this module first puts the bundled, newer SQLite in place of the system's when the
system's has the WAL-reset race (ADR 0005). It must be imported before Django opens a database.
"""

import importlib
import os
import sqlite3
import sys
from tempfile import mkstemp

FIXED_BRANCHES = ((3, 44, 6), (3, 50, 7))
FIXED_FROM = (3, 51, 3)


def is_wal_safe(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite has the WAL-reset race mended (3.7.0 to 3.51.2 do not)."""
    backported = any(version[:2] == branch[:2] and version >= branch for branch in FIXED_BRANCHES)
    return version >= FIXED_FROM or backported or version < (3, 7, 0)


def use_fixed_sqlite() -> None:
    """Swap in ``pysqlite3`` when it is installed and safer than the system's SQLite."""
    if is_wal_safe(sqlite3.sqlite_version_info):
        return
    try:
        bundled = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return
    if is_wal_safe(bundled.sqlite_version_info):
        sys.modules["sqlite3"] = importlib.import_module("pysqlite3")
        sys.modules["sqlite3.dbapi2"] = bundled


def loaded_version() -> tuple[int, ...]:
    """The version of the SQLite that Django will use."""
    return tuple(importlib.import_module("sqlite3").sqlite_version_info)


def journal_mode() -> str:
    """WAL where it is safe, else the rollback journal, which is slower and sound."""
    return "WAL" if is_wal_safe(loaded_version()) else "DELETE"


def start_commands() -> str:
    """The statements every new connection runs (research: secure deletion is off by default)."""
    return (
        f"PRAGMA journal_mode={journal_mode()};"
        "PRAGMA synchronous=FULL;"
        "PRAGMA secure_delete=ON;"
        "PRAGMA trusted_schema=OFF;"
        "PRAGMA cache_size=-65536;"
    )


def nameless(tables: str) -> sqlite3.Connection:
    """A database with some tables, in a file that is in no folder, within one long transaction.

    The disk gets its room back when it is closed or the process ends, however it ends. (SQLite's
    own databases without a name may be kept in memory.)
    """
    handle, name = mkstemp(prefix="knutepunkt-")
    os.close(handle)
    # A writer's pieces may be asked for in one thread and let go in another, never at a time.
    connect = importlib.import_module("sqlite3").connect
    file: sqlite3.Connection = connect(name, isolation_level=None, check_same_thread=False)
    file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables} BEGIN;")
    os.unlink(name)
    return file
