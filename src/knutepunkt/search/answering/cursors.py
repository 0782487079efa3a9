"""Where a page begins: the hit before it and the moment of the first page, as opaque text.

A page holds its order when groups come and go: it goes on after a hit, not after a number of them.
It says nothing of what was asked.
"""

import base64
import binascii
import json
import math
from typing import Any, NamedTuple

from knutepunkt.search.index import After
from knutepunkt.search.query import BadQuery, Query

NAMES = "latin-1"  # bytes as text, one to one
TURNS = 2**40  # What always counts in a byte, then the day's turn.


class Cursor(NamedTuple):
    """``minute`` is when the first page was asked for, ``loosened`` what had to be let go then,
    ``at_least`` how much of the needs had to be met.
    """

    minute: int
    sort: str
    after: After
    loosened: tuple[str, ...] = ()
    at_least: int | None = None


def written(cursor: Cursor) -> str:
    """A cursor as text."""
    primary, turn, pk = cursor.after
    told = primary.decode(NAMES) if isinstance(primary, bytes) else primary
    row = [cursor.minute, cursor.sort, told, turn, pk, cursor.loosened, cursor.at_least]
    return base64.urlsafe_b64encode(json.dumps(row).encode()).decode().rstrip("=")


def read(query: Query) -> Cursor | None:
    """The cursor of a query; None when it has none. Raises BadQuery."""
    if not query.cursor:
        return None
    try:
        text = base64.urlsafe_b64decode(query.cursor + "=" * (-len(query.cursor) % 4))
        return cursor_of(*json.loads(text))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise BadQuery("the cursor is not one that an answer gave", "cursor") from error


def cursor_of(
    minute: int, sort: str, primary: Any, turn: int, pk: int, loosened: Any, at_least: int | None
) -> Cursor:
    """A cursor from its parts. Raises ValueError or TypeError."""
    if sort == "name":
        primary = primary.encode(NAMES) if isinstance(primary, str) else None
    elif type(primary) not in (int, float) or not (0 <= primary < 2**63 or primary == math.inf):
        primary = None
    numbers = (minute, turn, pk, 0 if at_least is None else at_least)
    if primary is None or not all(type(n) is int and 0 <= n < 2**63 for n in numbers):
        raise ValueError("a part of the cursor is not what it should be")
    if sort != "name" and sort != "distance" and type(primary) is not int:
        raise ValueError("a part of the cursor is not what it should be")
    if turn >= TURNS or minute > 2**31 or not all(isinstance(one, str) for one in loosened):
        raise ValueError("a part of the cursor is not what it should be")
    return Cursor(minute, sort, After(primary, turn, pk), tuple(loosened), at_least)
