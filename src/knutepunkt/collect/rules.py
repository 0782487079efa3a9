"""Counts with recurrence rules of RFC 5545, in bounded time whatever a feed writes."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

PLAIN = re.compile(r"[A-Z0-9=;,+-]+")
STEPS = {"DAILY": 1, "WEEKLY": 7}
# A rule that began longer ago is counted from here, so that no date makes it slow.
OLDEST = timedelta(days=36_525)


def days_of(
    rrule: str, first: date, since: date, until: date, timezone: str = "Europe/Oslo"
) -> Iterator[date]:
    """The days of a rule that counts from ``first``, between ``since`` and ``until``, both within.

    The rule's own UNTIL is a moment of ``timezone`` when it ends in Z. Looks at no day after
    ``until``, so that a rule without any day ends too. Raises ValueError for what is no rule.
    """
    parts = parts_of(rrule)
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
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    rule = rrulestr(text, dtstart=midnight(first)).replace(until=midnight(until))
    for moment in islice(rule, count):
        if moment.date() >= since:
            yield moment.date()


def parts_of(rrule: str) -> dict[str, str]:
    """The parts of a rule by name. Raises ValueError for what is no rule."""
    if not PLAIN.fullmatch(rrule.upper()):
        raise ValueError("a rule holds letters, digits and = ; , + - only")
    parts = dict(part.split("=", 1) for part in rrule.upper().split(";"))
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
