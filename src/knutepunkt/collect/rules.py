"""Counts with recurrence rules of RFC 5545, in bounded time whatever a feed writes."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

PLAIN = re.compile(r"[A-Z0-9=;,+-]+")
STEPS = {"DAILY": 1, "WEEKLY": 7}
# A rule that began longer ago is counted from here, so that no date makes it slow.
OLDEST = timedelta(days=36_525)


def days_of(
    text: str, first: date, since: date, until: date, timezone: str = "Europe/Oslo"
) -> Iterator[date]:
    """The days of a rule that counts from ``first``, between ``since`` and ``until``, both within.

    The rule's own UNTIL is a moment of ``timezone`` when it ends in Z. Looks at no day after
    ``until``, so that a rule without any day ends too. Raises ValueError for what is no rule.
    """
    parts = parts_of(text)
    interval = int(parts.get("INTERVAL", "1"))
    if interval < 1:
        raise ValueError("an interval is 1 or more")
    count = int(parts.pop("COUNT")) if "COUNT" in parts else None
    if "UNTIL" in parts:
        until = min(until, last_day(parts.pop("UNTIL"), timezone))
    step = STEPS.get(parts["FREQ"], 0) * interval
    if step and count is None and since > first:
        first += timedelta(days=(since - first).days // step * step)
    first = max(first, since - min(OLDEST, since - date.min))
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    rule = rrulestr(plain, dtstart=midnight(first))
    if not isinstance(rule, rrule):
        raise ValueError("several rules are no rule")
    for moment in islice(rule.replace(until=midnight(until)), count):
        if moment.date() >= since:
            yield moment.date()


def comes_true(text: str, first: date) -> bool:
    """Say whether a rule has any day at all. Raises ValueError for what is no rule.

    It is counted from centuries later, where the calendar is the same (it repeats itself every 400
    years) and its end is near, so that a rule without a day is soon found out.
    """
    parts = parts_of(text)
    parts.pop("UNTIL", None)
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    later = first.year + (9950 - first.year) // 400 * 400
    return (
        next(iter(rrulestr(plain, dtstart=midnight(first.replace(year=later)))), None) is not None
    )


def parts_of(text: str) -> dict[str, str]:
    """The parts of a rule by name. Raises ValueError for what is no rule."""
    if not PLAIN.fullmatch(text.upper()):
        raise ValueError("a rule holds letters, digits and = ; , + - only")
    parts = dict(part.split("=", 1) for part in text.upper().split(";"))
    if "FREQ" not in parts:
        raise ValueError("a rule has a frequency")
    return parts


def last_day(until: str, timezone: str) -> date:
    """The last day of a rule, from its UNTIL: a date, a local moment, or one in UTC."""
    if until.endswith("Z"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment.astimezone(ZoneInfo(timezone)).date()
    return datetime.strptime(until[:8], "%Y%m%d").date()  # noqa: DTZ007 - local by nature


def midnight(day: date) -> datetime:
    """The day as the moment that rules count in; local by nature."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001
