"""The days of a rule for two years as one large number: bit ``i`` is the day ``i`` after the first.

Many meetings share a rule and differ in season and exceptions, so the rule itself is counted once.
"""

from datetime import date
from functools import lru_cache

from knutepunkt.collect.rules import days_of, parsed
from knutepunkt.directory.recurrence import ANCHOR, OSLO
from knutepunkt.directory.when import CODES, is_dated, weekdays_of
from knutepunkt.search.index.record import Times

AHEAD = 730  # days after today that are looked at
SEVENTHS = sum(1 << day for day in range(0, AHEAD + 2, 7))  # Every seventh day from the first.


def days_as_bits(times: Times, since: int, until: int) -> int:
    """The days something takes place between two ordinals, both within."""
    bits = planned(times, since, until)
    for text in times.also_on:
        bits |= bit(text, since, until)
    for text in times.except_on:
        bits &= ~bit(text, since, until)
    return bits


def planned(times: Times, since: int, until: int) -> int:
    """The days of the rule itself within its season, or the one day of a one-off.

    Of every other week from no day they are all that may be meant: it is asked who may meet then.
    """
    first, last = ordinal(times.first_on), ordinal(times.last_on)
    whole = (1 << until - since + 1) - 1
    if last:
        whole &= (1 << max(0, last - since + 1)) - 1
    if not times.rrule:
        return bit(times.first_on, since, until) & whole
    if first > since:
        whole &= -1 << min(first - since, until - since + 1)
    start = first or ANCHOR.toordinal()
    rrule = times.rrule if is_dated(times.rrule, first) else at_most(times.rrule)
    if first_does_not_matter(rrule):
        start = since
    return ruled(rrule, start, since, until, times.zone or OSLO) & whole


@lru_cache(maxsize=5_000)
def at_most(rrule: str) -> str:
    """A rule that leaves out no week, month or year.

    >>> at_most("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
    'FREQ=WEEKLY;BYDAY=TH'
    """
    parts = rrule.split(";")
    return ";".join(part for part in parts if not part.startswith("INTERVAL="))


def bit(text: str, since: int, until: int) -> int:
    """One ISO date as a bit; 0 outside of the span."""
    day = ordinal(text)
    return 1 << day - since if since <= day <= until else 0


def ordinal(text: str) -> int:
    """The ordinal of an ISO date; 0 for none."""
    return date.fromisoformat(text).toordinal() if text else 0


@lru_cache(maxsize=20_000)
def ruled(rrule: str, first: int, since: int, until: int, zone: str) -> int:
    """The days of a rule that counts from ``first``; none for what is no rule."""
    bits = 0
    span = (date.fromordinal(max(1, first, since)), date.fromordinal(until))
    try:
        for day in days_of(rrule, date.fromordinal(first), *span, zone):
            bits |= 1 << day.toordinal() - since
    except ValueError:
        return 0
    return bits


@lru_cache(maxsize=5_000)
def first_does_not_matter(rrule: str) -> bool:
    """Say whether a rule has the same days whenever it began."""
    try:
        rule = parsed(rrule)
    except ValueError:
        return True
    is_told = rule.weekdays or rule.month_days or rule.year_days or rule.weeks
    return rule.interval == 1 and rule.count is None and bool(is_told)


def weekday_bits(times: Times, days: int, since: int) -> int:
    """The weekdays of a plan, Monday the lowest bit.

    They are those its rule names. Where it names none they are those of ``days`` after ``since``,
    an ordinal, on which it is held: of single dates all, of a rule (the 15th of each month) the
    next, for in two years that falls on every weekday.
    """
    if named := named_weekdays(times.rrule, times.first_on):
        return named
    held = days & ~1
    if times.rrule:
        held &= -held
    return sum(bool(held >> later & SEVENTHS) << (since + later - 1) % 7 for later in range(7))


@lru_cache(maxsize=20_000)
def named_weekdays(rrule: str, first_on: str) -> int:
    """The weekdays that a rule names, Monday the lowest bit; 0 without a rule."""
    first = date.fromisoformat(first_on) if rrule and first_on else None
    return sum(1 << CODES.index(code) for code in weekdays_of(rrule, first))
