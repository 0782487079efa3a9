"""Counts with recurrence rules of RFC 5545 day by day, so that no rule takes long.

A library that looks for the next match never ends on 30 February; here a window of days is asked
one by one. Days only: times of day are not part of a rule.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# The largest number each part may hold, either way round; months only count forwards.
NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *NUMBERS}
NTH = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
# A rule that began longer ago is counted from here, so that no date makes it slow.
OLDEST = 36_525
LONGEST_WAIT = 14_610


@dataclass(frozen=True, slots=True)
class Rule:
    """The parts of a rule. ``weekdays`` pairs a number (0 for every) with a weekday (Monday 0)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    week_starts: int = 0
    weekdays: frozenset[tuple[int, int]] = frozenset()
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    positions: frozenset[int] = frozenset()


def days_of(
    text: str, first: date, since: date, until: date, timezone: str = "Europe/Oslo"
) -> Iterator[date]:
    """The days of a rule that counts from ``first``, between ``since`` and ``until``, both within.

    The rule's own UNTIL is a moment of ``timezone`` when it ends in Z. Raises ValueError for what
    is no rule.
    """
    rule = told_by(parsed(text), first)
    if rule.until:
        until = min(until, last_day(rule.until, timezone))
    begin = first if rule.count is not None else max(first, since)
    begin_at = max(begin.toordinal(), since.toordinal() - OLDEST)
    count = 0
    named = {on for _nth, on in rule.weekdays} or range(7)
    for ordinal in range(begin_at, until.toordinal() + 1):
        if (ordinal - 1) % 7 not in named:  # Day 1 was a Monday; most days end here.
            continue
        day = date.fromordinal(ordinal)
        if is_day_of(rule, first, day):
            count += 1
            if rule.count is not None and count > rule.count:
                return
            if day >= since:
                yield day


def comes_true(text: str, first: date) -> bool:
    """Say whether a rule has any day at all within forty years, whenever it may end.

    Raises ValueError for what is no rule.
    """
    rule = told_by(parsed(text), first)
    end = min(first.toordinal() + LONGEST_WAIT, date.max.toordinal())
    days = map(date.fromordinal, range(first.toordinal(), end + 1))
    return any(is_day_of(rule, first, day) for day in days)


def parts_of(text: str) -> dict[str, str]:
    """The parts of a rule by name. Raises ValueError for what is no rule."""
    return dict(part.split("=", 1) for part in text.upper().split(";"))


@lru_cache(maxsize=5000)
def parsed(text: str) -> Rule:
    """The rule a text is. Raises ValueError."""
    parts = parts_of(text)
    if parts.get("FREQ") not in FREQUENCIES or not parts.keys() <= KNOWN:
        raise ValueError("the rule is not daily, weekly, monthly or yearly, or has unknown parts")
    interval, count = int(parts.get("INTERVAL", "1")), parts.get("COUNT")
    if interval < 1 or (count is not None and int(count) < 1):
        raise ValueError("intervals and counts are 1 or more")
    if until := parts.get("UNTIL", ""):
        last_day(until, "UTC")
    return Rule(
        parts["FREQ"], interval, None if count is None else int(count), until,
        CODES.index(parts.get("WKST", "MO")), weekdays(parts.get("BYDAY", "")),
        *(numbers(parts.get(name, ""), most) for name, most in NUMBERS.items()),
    )  # fmt: skip


def weekdays(text: str) -> frozenset[tuple[int, int]]:
    """``1MO,-1FR,SU`` as pairs. Raises ValueError."""
    found = [NTH.fullmatch(part) for part in text.split(",")] if text else []
    if not all(found):
        raise ValueError("there is no such weekday")
    return frozenset((int(one[1] or 0), CODES.index(one[2])) for one in found if one)


def numbers(text: str, most: int) -> frozenset[int]:
    """Numbers between 1 and ``most``, or counted from the end. Raises ValueError."""
    found = frozenset(int(part) for part in text.split(",")) if text else frozenset()
    if not all(1 <= abs(number) <= most for number in found):
        raise ValueError("a number of the rule is out of range")
    return found


@lru_cache(maxsize=5000)
def told_by(rule: Rule, first: date) -> Rule:
    """The rule with what it leaves to its first day to tell."""
    if rule.weekdays or rule.month_days or rule.year_days or rule.weeks:
        return rule
    fields = {name: getattr(rule, name) for name in rule.__slots__}
    if rule.frequency == "WEEKLY":
        fields["weekdays"] = frozenset({(0, first.weekday())})
    elif rule.frequency != "DAILY":
        fields["month_days"] = frozenset({first.day})
    if rule.frequency == "YEARLY" and not rule.months:
        fields["months"] = frozenset({first.month})
    return Rule(**fields)


def is_day_of(rule: Rule, first: date, day: date) -> bool:
    """Say whether a rule that counts from ``first`` has a day."""
    if periods_between(rule, first, day) % rule.interval or not fits(rule, day):
        return False
    return not rule.positions or day in chosen(rule, period_of(rule, day))


def periods_between(rule: Rule, first: date, day: date) -> int:
    """How many days, weeks, months or years lie between two days."""
    if rule.frequency == "DAILY":
        return (day - first).days
    if rule.frequency == "WEEKLY":
        return (week_start(rule, day) - week_start(rule, first)) // 7
    years = day.year - first.year
    return years if rule.frequency == "YEARLY" else years * 12 + day.month - first.month


def week_start(rule: Rule, day: date) -> int:
    """The number of the first day of the week a day is in."""
    return day.toordinal() - (day.weekday() - rule.week_starts) % 7


def fits(rule: Rule, day: date) -> bool:
    """Say whether a day passes every part of the rule that names days."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.weekdays and not any(is_nth(rule, nth, on, day) for nth, on in rule.weekdays):
        return False
    if rule.month_days:
        length = monthrange(day.year, day.month)[1]
        if rule.month_days.isdisjoint((day.day, day.day - length - 1)):
            return False
    if rule.year_days:
        number, length = day_and_length_of_year(day)
        if rule.year_days.isdisjoint((number, number - length - 1)):
            return False
    return not rule.weeks or not rule.weeks.isdisjoint(week_numbers(rule, day))


def is_nth(rule: Rule, nth: int, on: int, day: date) -> bool:
    """Say whether a day is the nth weekday of its month, or of its year in a yearly rule."""
    if day.weekday() != on:
        return False
    if nth == 0 or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        number, length = day_and_length_of_year(day)
    else:
        number, length = day.day, monthrange(day.year, day.month)[1]
    return nth == ((number - 1) // 7 + 1 if nth > 0 else -((length - number) // 7 + 1))


def day_and_length_of_year(day: date) -> tuple[int, int]:
    """The number of a day in its year, and how many days that has."""
    return day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday


def week_numbers(rule: Rule, day: date) -> tuple[int, int]:
    """The number of a day's week in its year, from the beginning and from the end."""
    start = week_start(rule, day)
    # A week belongs to the year that has its fourth day.
    year = date.fromordinal(start + 3).year
    january_fourth = week_start(rule, date(year, 1, 4))
    count = (date(year, 12, 28).toordinal() - january_fourth) // 7 + 1
    number = (start - january_fourth) // 7 + 1
    return number, number - count - 1


def period_of(rule: Rule, day: date) -> tuple[date, date]:
    """The first and last day of the day's day, week, month or year."""
    if rule.frequency == "DAILY":
        return day, day
    if rule.frequency == "WEEKLY":
        start = date.fromordinal(week_start(rule, day))
        return start, start + timedelta(days=6)
    if rule.frequency == "YEARLY":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@lru_cache(maxsize=1000)
def chosen(rule: Rule, period: tuple[date, date]) -> frozenset[date]:
    """The days of a period that BYSETPOS picks among those that fit."""
    ordinals = range(period[0].toordinal(), period[1].toordinal() + 1)
    found = [day for day in map(date.fromordinal, ordinals) if fits(rule, day)]
    places = (number - 1 if number > 0 else len(found) + number for number in rule.positions)
    return frozenset(found[place] for place in places if 0 <= place < len(found))


def last_day(until: str, timezone: str) -> date:
    """The last day of a rule, from its UNTIL: a date, a local moment, or one in UTC."""
    if until.endswith("Z"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment.astimezone(ZoneInfo(timezone)).date()
    return datetime.strptime(until[:8], "%Y%m%d").date()  # noqa: DTZ007 - local by nature
