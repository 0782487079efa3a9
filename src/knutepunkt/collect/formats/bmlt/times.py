"""Days and times of a BMLT meeting."""

from collections.abc import Callable
from typing import TypeVar

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.clean.times import clock, duration
from knutepunkt.collect.clean.weekdays import FROM_SUNDAY, weekday_named
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.opened import RawRecord, Reading

DAY_OWNER = "the feed's owner: give weekday_tinyint as 1 (Sunday) to 7 (Saturday)"
TIME_OWNER = "the feed's owner: write times as HH:MM:SS"
Value = TypeVar("Value")


def weekly_rule(meeting: RawRecord, reading: Reading) -> str:
    """The weekly rule; "" with an issue when there is no day. Raises RecordRejected.

    A format such as "Week 1" tells of a programme, not of the recurrence: nothing is guessed.
    """
    text = one_line(meeting.get("weekday_tinyint"))
    if not text:
        problem = "the meeting has no weekday; it was read as by agreement"
        reading.issue("weekday_tinyint", "", problem, DAY_OWNER)
        return ""
    code = weekday_named(text)
    if code is None:
        if text not in set("1234567"):
            raise RecordRejected("weekday_tinyint", text, "there is no such day", DAY_OWNER)
        code = FROM_SUNDAY[int(text) - 1]
    return f"FREQ=WEEKLY;BYDAY={code}"


def start_of(meeting: RawRecord, reading: Reading) -> str:
    """The start as HH:MM; "" when unknown."""
    return timed(meeting, "start_time", clock, reading) or ""


def minutes_of(meeting: RawRecord, reading: Reading) -> int | None:
    """The duration in minutes; a duration of zero is an unknown one."""
    return timed(meeting, "duration_time", duration, reading)


def timed(
    meeting: RawRecord, field: str, step: Callable[[str], Value], reading: Reading
) -> Value | None:
    """A field put through a cleaning step; None for nothing, and with an issue for nonsense."""
    text = one_line(meeting.get(field))
    try:
        return step(text) if text else None
    except ValueError:
        reading.issue(field, text, "this is no time; it was left out", TIME_OWNER)
        return None
