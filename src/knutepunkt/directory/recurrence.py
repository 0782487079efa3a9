"""When a meeting takes place: local wall-clock time, whatever the summer time does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

ANCHOR = date(2024, 1, 1)
HORIZON = timedelta(days=731)
MOST = 500


@dataclass(frozen=True, slots=True)
class Rule:
    """What a meeting's times depend on. Dates are local to ``timezone``; ``start`` is HH:MM.

    ``rrule`` without ``first_on`` counts from Monday 1 January 2024, so that "every other week"
    without a first date means the same for everybody.
    """

    rrule: str
    start: str
    timezone: str
    first_on: date | None = None
    last_on: date | None = None
    except_on: tuple[date, ...] = ()
    also_on: tuple[date, ...] = ()


def days(rule: Rule, since: date) -> Iterator[date]:
    """The days a meeting takes place from ``since`` on, at most two years and 500 of them."""
    until = min(rule.last_on or date.max, since + HORIZON)
    planned = (day for day in ruled_days(rule, since) if day not in rule.except_on)
    extra = sorted(day for day in rule.also_on if day >= since)
    for day in islice(merged(planned, extra), MOST):
        if day > until:
            return
        yield day


def ruled_days(rule: Rule, since: date) -> Iterator[date]:
    """The days of the rule itself, or the one day of a one-off."""
    if not rule.rrule:
        if rule.first_on is not None and rule.first_on >= since:
            yield rule.first_on
        return
    first = datetime.combine(rule.first_on or ANCHOR, datetime.min.time())
    found = rrulestr(rule.rrule, dtstart=first)
    begin = datetime.combine(max(since, first.date()), datetime.min.time())
    for moment in found.xafter(begin, inc=True):
        yield moment.date()


def merged(planned: Iterator[date], extra: list[date]) -> Iterator[date]:
    """Two rising series as one, each day once."""
    waiting = list(extra)
    for day in planned:
        while waiting and waiting[0] <= day:
            if (first := waiting.pop(0)) != day:
                yield first
        yield day
    yield from waiting


def moments(rule: Rule, now: datetime) -> Iterator[datetime]:
    """The beginnings from ``now`` on, in the meeting's own zone; days without a time at midnight.

    A time that summer time skips is the time an hour later, as calendars have it.
    """
    zone = ZoneInfo(rule.timezone or "Europe/Oslo")
    hour, minute = map(int, (rule.start or "00:00").split(":"))
    today = now.astimezone(zone).date()
    for day in days(rule, today):
        local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
        moment = local.astimezone(UTC).astimezone(zone)
        if moment >= now or not rule.start:
            yield moment


def next_moment(rule: Rule, now: datetime) -> datetime | None:
    """The next beginning, or None when there is none within two years."""
    return next(moments(rule, now), None)
