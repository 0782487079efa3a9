"""Says whether anything at all has been committed to the database since it was last asked.

It goes by the database's own count of commits, so that no writer, of today or of later, must
remember to tell.
"""

import os
import threading
from typing import Any

from django.db import connection

_counting = threading.Lock()


class Watch:
    """A connection to SQLite that writes nothing, so every commit is another's to it."""

    def __init__(self) -> None:
        self.link: Any = None
        self.file: object = None
        self.opened = 0

    def mark(self) -> tuple[int, int]:
        """How often the watch was opened, and what the database counts for it."""
        name = connection.settings_dict["NAME"]
        file = (name, os.stat(name).st_ino if os.path.exists(name) else 0)
        if self.link is None or file != self.file:  # another file was put in its place
            self.link = connection.get_new_connection(connection.get_connection_params())
            self.file, self.opened = file, self.opened + 1
        return self.opened, self.link.execute("PRAGMA data_version").fetchone()[0]


watch = Watch()


def mark() -> object | None:
    """A value that is another after every commit; None inside a transaction, which sees its own.

    Costs some microseconds on SQLite and one query on PostgreSQL.
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        with _counting:
            return watch.mark()
    # The transactions that are over, and those that are not, as a query would see them now.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])
