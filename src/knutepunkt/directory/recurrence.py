"""When a meeting takes place: local wall-clock time, whatever the summer time does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from knutepunkt.collect.rules import days_of

OSLO = "Europe/Oslo"
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
    until = min(since, date.max - HORIZON) + HORIZON
    left_out = frozenset(rule.except_on)
    planned = (day for day in ruled_days(rule, since, until) if day not in left_out)
    extra = sorted({day for day in rule.also_on if since <= day <= until} - left_out)
    yield from islice(merged(planned, extra), MOST)


def ruled_days(rule: Rule, since: date, until: date) -> Iterator[date]:
    """The days of the rule itself up to the end of its season, or the one day of a one-off."""
    until = min(until, rule.last_on or until)
    if not rule.rrule:
        if rule.first_on is not None and since <= rule.first_on <= until:
            yield rule.first_on
        return
    first = rule.first_on or ANCHOR
    yield from days_of(rule.rrule, first, max(since, first), until, rule.timezone or OSLO)


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
    zone = ZoneInfo(rule.timezone or OSLO)
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
