"""When a published meeting first takes place, and what its rule comes to from then on."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from knutepunkt.collect.rules import last_day, parts_of
from knutepunkt.directory.recurrence import ANCHOR, OSLO, Rule, days
from knutepunkt.directory.when import is_dated
from knutepunkt.distribute.published import PublishedMeeting
from knutepunkt.distribute.spoken import last_counted

Days = tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A meeting as calendars want it: a first day that is one of the rule's, and the rest.

    ``rule`` has neither UNTIL nor a COUNT beside a last day; ``last`` is the last day or None.
    """

    first: date
    rule: str
    last: date | None
    left_out: Days
    extra: Days
    zone: str


def series_of(meeting: PublishedMeeting, added_on: date) -> Series | None:
    """The series of a meeting; None when it is by agreement, on unknown days, or never takes place.

    A rule without a first day has one from the day the group was added. Nobody puts into a calendar
    a date that is guessed: every other week from no day is told in words alone.
    """
    rule = rule_of(meeting)
    if not is_dated(rule.rrule, rule.first_on):
        return None
    begin = rule.first_on or max(ANCHOR, added_on)
    # A day besides the rule's own must not come first: calendars count the rule from there.
    planned = days(replace(rule, except_on=(), also_on=()), begin)
    first = next(planned, None) or min(rule.also_on, default=None)
    if first is None:
        return None
    extra = tuple(day for day in rule.also_on if day != first)
    text, last = ended(rule, meeting.last_on)
    return Series(first, text, last, rule.except_on, extra, rule.timezone or OSLO)


@lru_cache(maxsize=2000)
def day(text: str) -> date:
    """A date from ISO text."""
    return date.fromisoformat(text)


def rule_of(meeting: PublishedMeeting) -> Rule:
    """The meeting's times as the directory counts them."""
    return Rule(
        meeting.rrule, meeting.start, meeting.timezone,
        day(meeting.first_on) if meeting.first_on else None,
        day(meeting.last_on) if meeting.last_on else None,
        tuple(map(day, meeting.except_on)), tuple(map(day, meeting.also_on)),
    )  # fmt: skip


def ended(rule: Rule, last_on: str) -> tuple[str, date | None]:
    """The rule without its end, and the last day its ends come to.

    A calendar takes one end only: where a rule counts and a last day is told as well, or the count
    has no first day to begin at, the count becomes a day.
    """
    if not rule.rrule:
        return "", None
    parts = parts_of(rule.rrule)
    ends = [day(last_on)] if last_on else []
    if until := parts.pop("UNTIL", ""):
        ends.append(last_day(until, rule.timezone or OSLO))
    if "COUNT" in parts and (ends or rule.first_on is None):
        ends.append(day(last_counted(rule.rrule, int(parts["COUNT"]), rule.first_on or ANCHOR)))
        del parts["COUNT"]
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    return text, min(ends, default=None)


def moment_of(on: date, start: str) -> datetime:
    """The wall-clock time of a day, without a zone."""
    hour, minute = map(int, (start or "00:00").split(":"))
    return datetime(on.year, on.month, on.day, hour, minute)  # noqa: DTZ001 - local by nature
