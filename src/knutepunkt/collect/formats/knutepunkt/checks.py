"""What a value must be before it may reach the directory: refused here, record by record.

The format is written by programs, so a broken value is a broken program: the record waits, whole,
until its owner mends it.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from knutepunkt.collect.clean.zones import zone_named
from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.rules import parsed

OWNER = "the feed's owner: write values as docs/reference/formats.md says"
START = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
RULE = re.compile(r"(?=.*\bFREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b)[A-Z0-9=;,+-]+")
DAY_LONG, OLDEST = 1440, 150


def refuse(field: str, value: object, problem: str) -> None:
    """Refuse the record for one of its values."""
    raise RecordRejected(field, value, problem, OWNER)


def check(draft: RecordDraft) -> None:
    """Raise RecordRejected for a value that no other part of the node could use."""
    if draft.group is None and draft.organisation is None:
        refuse("group", "", "the record is about nothing")
    if draft.group is not None:
        check_group(draft.group)
    if draft.organisation is not None and not draft.organisation.name:
        refuse("organisation.name", "", "the organisation has no name")
    for meeting in draft.meetings:
        check_meeting(meeting)
    for moment in (draft.said_on, draft.confirmed_on):
        if moment and not is_moment(moment):
            refuse("said_on", moment, "this is no date")


def check_group(group: GroupDraft) -> None:
    """A name, and ages a person can have."""
    if not group.name:
        refuse("group.name", "", "the group has no name")
    for age in (group.minimum_age, group.maximum_age):
        if age is not None and not 0 <= age <= OLDEST:
            refuse("group.minimum_age", age, "nobody is of this age")


def check_meeting(meeting: MeetingDraft) -> None:
    """A rule, dates, a time and a zone that can be counted with."""
    if meeting.rrule and not is_rule(meeting.rrule):
        refuse("rrule", meeting.rrule, "this is no recurrence we can follow")
    for day in (meeting.first_on, meeting.last_on, *meeting.except_on, *meeting.also_on):
        if day and not is_day(day):
            refuse("first_on", day, "this is no date")
    if meeting.start and not START.fullmatch(meeting.start):
        refuse("start", meeting.start, "this is no time of day")
    if meeting.timezone and zone_named(meeting.timezone) != meeting.timezone:
        refuse("timezone", meeting.timezone, "there is no such time zone")
    if meeting.minutes is not None and not 0 < meeting.minutes <= DAY_LONG:
        refuse("minutes", meeting.minutes, "a meeting lasts from a minute to a day")
    if meeting.place is not None:
        check_place(meeting.place)


def check_place(place: PlaceDraft) -> None:
    """A whole point on earth, or none."""
    north, east = place.latitude, place.longitude
    if north is None and east is None:
        return
    if north is None or east is None or not (abs(north) <= 90 and abs(east) <= 180):
        refuse("latitude", f"{north}, {east}", "this is no point on earth")


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    """Say whether a text is a date as YYYY-MM-DD."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def is_moment(text: str) -> bool:
    """Say whether a text is a date or a moment in ISO form."""
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def is_rule(text: str) -> bool:
    """Say whether a text is an RFC 5545 rule without DTSTART, daily at the most."""
    try:
        return bool(RULE.fullmatch(text) and parsed(text))
    except ValueError:
        return False
