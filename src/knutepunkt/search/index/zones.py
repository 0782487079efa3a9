"""Clocks: from a zone's wall to minutes since 1970 and back, for many moments at once."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

Minutes = NDArray[np.int64]
DAY = 24 * 60
EPOCH = date(1970, 1, 1).toordinal()


def minute_of(moment: datetime) -> int:
    """Minutes since 1970, rounded down."""
    return int(moment.timestamp() // 60)


def minute_at(day: int, start: str, zone: str) -> int:
    """The minute of a time of day on a day, given by its ordinal; midnight without a time.

    A time that summer time skips is the time an hour later.
    """
    hour, minute = (int(start[:2]), int(start[3:])) if start else (0, 0)
    on = date.fromordinal(day)
    return minute_of(datetime(on.year, on.month, on.day, hour, minute, tzinfo=ZoneInfo(zone)))


@lru_cache(maxsize=4096)
def offset_at(zone: str, minute: int) -> int:
    """By how many minutes a zone's wall is ahead of UTC at a minute."""
    shift = datetime.fromtimestamp(minute * 60, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    return int((shift or timedelta()).total_seconds() // 60)


@lru_cache(maxsize=256)
def changes(zone: str, since: int, until: int) -> tuple[Minutes, Minutes]:
    """Minutes from which a zone has an offset, the first of them ``since``, and those offsets."""
    starts, offsets = [since], [offset_at(zone, since)]
    for end in range(since + DAY, until + DAY, DAY):
        if offset_at(zone, end) != offsets[-1]:
            starts.append(change_between(zone, end - DAY, end))
            offsets.append(offset_at(zone, end))
    return np.array(starts), np.array(offsets)


def change_between(zone: str, before: int, after: int) -> int:
    """The first minute with another offset than ``before``."""
    old = offset_at(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        if offset_at(zone, middle) == old:
            before = middle
        else:
            after = middle
    return after


def on_wall(minutes: Minutes, zone: str, since: int, until: int) -> Minutes:
    """Minutes between two others as a zone's wall shows them: minutes since its own 1970."""
    starts, offsets = changes(zone, since, until)
    return minutes + offsets[np.searchsorted(starts, minutes, "right") - 1]
