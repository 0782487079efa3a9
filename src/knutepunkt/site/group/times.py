"""When a group meets, as its page tells it: on which days, the next time, and whether just now."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Meeting
from knutepunkt.directory.recurrence import Rule, next_moment
from knutepunkt.directory.when import (
    CODES,
    clock,
    day_told,
    is_always,
    is_dated,
    is_over,
    since,
    weekdays_of,
    when,
)
from knutepunkt.distribute.telling import unbroken, zone_told
from knutepunkt.site import words


def in_week(meeting: Meeting) -> tuple[int, str]:
    """Sorts meetings from Monday on; those without a day come last."""
    days = weekdays_of(meeting.rrule, meeting.first_on)
    return (CODES.index(days[0]) if days else len(CODES), meeting.start)


def when_of(meeting: Meeting, today: date) -> str:
    """The time in words, with its zone when that is not ours; what is over or not begun says so."""
    told = when(
        rrule=meeting.rrule,
        first_on=day_of(meeting, today),
        last_on=meeting.last_on,
        start=meeting.start,
        minutes=meeting.minutes,
        language=words.language(),
    )
    zone = zone_told(meeting.timezone) if meeting.start else ""
    days = meeting.first_on, meeting.last_on, meeting.also_on
    over = words.OVER if is_over(meeting.rrule, *days, today) else ""
    if not is_dated(meeting.rrule, meeting.first_on):
        over = words.UNDATED
    begins = since(meeting.rrule, meeting.first_on, meeting.last_on, today, words.language())
    return unbroken(" ".join(filter(None, [told, zone, str(over)])) + begins)


def day_of(meeting: Meeting, today: date) -> date | None:
    """The day that is told of a meeting without a rule; the first day of one with a rule."""
    return day_told(meeting.rrule, meeting.first_on, meeting.also_on, today)


def next_time(meeting: Meeting, now: datetime) -> datetime | None:
    """The next beginning of a meeting that takes place on known days, in a group that does.

    None as well for what never ends.
    """
    if not is_dated(meeting.rrule, meeting.first_on):
        return None
    if is_always(meeting.rrule, meeting.start, meeting.minutes):
        return None
    if {meeting.state, meeting.group.state} & {State.PAUSED, State.ENDED}:
        return None
    return next_moment(rule_of(meeting), now)


def under_way(meeting: Meeting, now: datetime) -> datetime | None:
    """When a meeting ends that has begun; None for none, and where nobody says how long it is."""
    if not (meeting.start and meeting.minutes):
        return None
    lasts = timedelta(minutes=meeting.minutes)
    begun = next_time(meeting, now - lasts)
    if begun is None or begun > now or begun + lasts <= now:
        return None
    return (begun.astimezone(UTC) + lasts).astimezone(begun.tzinfo)


def until_told(ends: datetime | None) -> str:
    """That a meeting is under way, and until when; "" where none is."""
    if ends is None:
        return ""
    time = clock(f"{ends:%H:%M}", None, words.language())
    return unbroken(_("I gang nå, til %(time)s.") % {"time": time})


def moment_told(at: datetime, at_home: str) -> str:
    """A moment in ISO 8601, in the zone it was told in last, so that nobody is told it again."""
    return (at.astimezone(ZoneInfo(settings.TIME_ZONE)) if at_home else at).isoformat()


def rule_of(meeting: Meeting) -> Rule:
    """The meeting's times as the directory counts them."""
    return Rule(
        meeting.rrule,
        meeting.start,
        meeting.timezone,
        meeting.first_on,
        meeting.last_on,
        tuple(map(date.fromisoformat, meeting.except_on)),
        tuple(map(date.fromisoformat, meeting.also_on)),
    )
