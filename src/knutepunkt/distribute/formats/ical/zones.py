"""Time zones as iCalendar has them: every change of the clock that matters, worked out from tzdata.

A zone's changes that fall on the same weekday of the same month year after year are one rule;
others are told one by one.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knutepunkt.collect.rules import CODES
from knutepunkt.distribute.formats.ical.lines import block

# Since 2007 the United States change at today's dates, Europe since 1996; meetings are younger.
FIRST_YEAR, LAST_YEAR = 2007, 2037
STEP = timedelta(days=7)


class Change(NamedTuple):
    """One change of the clock; ``local`` is the wall clock's time just before it."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@cache
def vtimezone(name: str) -> bytes:
    """The VTIMEZONE of an IANA zone."""
    zone = ZoneInfo(name)
    begin = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    parts = [first(zone, begin)]
    by_kind: dict[tuple[object, ...], list[Change]] = {}
    for change in changes(zone, begin):
        kind = (change.before, change.after, change.name, change.is_summer)
        by_kind.setdefault(kind, []).append(change)
    parts += [component(found) for found in by_kind.values()]
    body = b"".join(parts)
    head, end = block("VTIMEZONE", f"TZID:{name}").rsplit(b"END:", 1)
    return head + body + b"END:" + end


def first(zone: ZoneInfo, begin: datetime) -> bytes:
    """The zone as it was before the first change that is told."""
    local = begin.astimezone(zone)
    told = offset(local.utcoffset() or timedelta())
    return block(
        "STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{told}", f"TZOFFSETTO:{told}",
        f"TZNAME:{local.tzname()}",
    )  # fmt: skip


def changes(zone: ZoneInfo, begin: datetime) -> Iterator[Change]:
    """Every change of the clock from ``begin`` on, found by halving weeks."""
    moment, end = begin, datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        later = moment + STEP
        if state(zone, moment) != state(zone, later):
            yield change_between(zone, moment, later)
        moment = later


def state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str]:
    """The offset and the name of a zone at a moment."""
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def change_between(zone: ZoneInfo, early: datetime, late: datetime) -> Change:
    """The one change between two moments, to the minute."""
    while late - early > timedelta(minutes=1):
        middle = early + ((late - early) // 2)
        middle = middle.replace(second=0, microsecond=0)
        if state(zone, middle) == state(zone, early):
            early = middle
        else:
            late = middle
    before, after = state(zone, early)[0], state(zone, late)[0]
    local = (late + before).replace(tzinfo=None)
    has_summer = bool(late.astimezone(zone).dst())
    return Change(local, before, after, state(zone, late)[1], has_summer)


def component(found: list[Change]) -> bytes:
    """Changes of one kind as a rule, or each by itself."""
    one = found[0]
    lines = [f"DTSTART:{stamp(one.local)}", f"TZOFFSETFROM:{offset(one.before)}",
             f"TZOFFSETTO:{offset(one.after)}", f"TZNAME:{one.name}"]  # fmt: skip
    if rule := rule_of(found):
        lines.append(f"RRULE:{rule}")
    elif len(found) > 1:
        lines.append("RDATE:" + ",".join(stamp(other.local) for other in found[1:]))
    return block("DAYLIGHT" if one.is_summer else "STANDARD", *lines)


def rule_of(found: list[Change]) -> str:
    """The yearly rule that all changes follow, "" for none."""
    days = [change.local for change in found]
    years = [day.year for day in days]
    if years != list(range(FIRST_YEAR, LAST_YEAR + 1)):
        return ""
    same = {(day.month, day.weekday(), day.hour, day.minute) for day in days}
    if len(same) != 1:
        return ""
    month, weekday, _, _ = same.pop()
    nths = {(day.day - 1) // 7 + 1 for day in days}
    is_last = all((day + timedelta(days=7)).month != day.month for day in days)
    nth = -1 if is_last else nths.pop() if len(nths) == 1 else 0
    return f"FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{CODES[weekday]}" if nth else ""


def stamp(local: datetime) -> str:
    """A local time."""
    return local.strftime("%Y%m%dT%H%M%S")


def offset(delta: timedelta) -> str:
    """+HHMM, with seconds where a zone has them."""
    total = int(delta.total_seconds())
    sign, rest = ("-" if total < 0 else "+"), abs(total)
    seconds = f"{rest % 60:02}" if rest % 60 else ""
    return f"{sign}{rest // 3600:02}{rest // 60 % 60:02}{seconds}"
