"""The gate every draft passes before it leaves the reading process, whatever format made it."""

import re
from datetime import date, datetime
from functools import lru_cache

import msgspec

from knutepunkt.collect.clean.zones import is_zone
from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.rules import days_of, parsed

PARTS = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,4}|"
    r"UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=[A-Z]{2}|BYDAY=[A-Z\d,+-]+|"
    r"BY(?:MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS)=[\d,+-]+"
)
FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
ESCAPED = b"\\u0000"
NULL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
LONGEST_RULE = 500
TRIED = 12 * 366  # days: between two leap days lie eight years at most
ANCHOR = "2024-01-01"  # what rules without a first day count from
LARGEST = 200_000
DAY = 1440
OLDEST = 150
CONFIRMED = ("own-edit", "mail", "phone", "feed")
ENCODE = msgspec.json.Encoder().encode
DECODE = msgspec.json.Decoder(RecordDraft).decode
OWNER = "the feed's owner: mend the value"


def checked(draft: RecordDraft) -> RecordDraft:
    """The draft, when everything downstream can rely on it; raises RecordRejected otherwise."""
    text = ENCODE(draft)
    if len(text) > LARGEST:
        raise RecordRejected("record", "", f"the record is larger than {LARGEST // 1000} kB", OWNER)
    if ESCAPED in text and NULL.search(text):
        raise RecordRejected("record", "", "the record holds a null character", OWNER)
    try:
        DECODE(text)
    except msgspec.ValidationError as error:
        raise RecordRejected("record", "", f"the record is not sound ({error})", OWNER) from None
    if draft.group is not None and not draft.group.name.strip():
        raise RecordRejected("name", "", "the group has no name", OWNER)
    check_values(draft)
    return draft


def check_values(draft: RecordDraft) -> None:
    """Check every value that must be more than text: rules, zones, dates, numbers."""
    for meeting in draft.meetings:
        check_meeting(meeting)
    check_moment("said_on", draft.said_on)
    check_moment("confirmed_on", draft.confirmed_on)
    for _, how, day in draft.confirmations:
        check_confirmation(how, day)
    if draft.group is not None:
        check_number("minimum_age", draft.group.minimum_age, OLDEST)
        check_number("maximum_age", draft.group.maximum_age, OLDEST)
        for _, _, day in draft.group.words_by:
            check_date(day)


def check_confirmation(how: str, day: str) -> None:
    """Refuse a confirmation without a day, or in a way that there is not."""
    check_date(day)
    if not day or how not in CONFIRMED:
        raise RecordRejected("confirmations", f"{how} {day}", "this is no confirmation", OWNER)


def check_meeting(meeting: MeetingDraft) -> None:
    """Check a meeting's rule, zone, dates and numbers."""
    if meeting.timezone and not known_zone(meeting.timezone):
        raise RecordRejected("timezone", meeting.timezone, "there is no such time zone", OWNER)
    if meeting.start and not (meeting.timezone and is_clock(meeting.start)):
        raise RecordRejected("time", meeting.start, "the time is no time of a zone", OWNER)
    for day in (meeting.first_on, meeting.last_on, *meeting.except_on, *meeting.also_on):
        check_date(day)
    if problem := rule_problem(meeting.rrule, meeting.first_on):
        raise RecordRejected("rrule", meeting.rrule, problem, OWNER)
    check_number("minutes", meeting.minutes, DAY)
    if meeting.place is not None:
        check_degrees(meeting.place.latitude, 90)
        check_degrees(meeting.place.longitude, 180)


@lru_cache(maxsize=5000)
def rule_problem(rrule: str, first_on: str = "") -> str:
    """What is wrong with a recurrence rule, or "". Rules faster than daily are refused.

    So is a rule whose day never comes (30 February).
    """
    if not rrule:
        return ""
    if len(rrule) > LONGEST_RULE or not rrule.upper().startswith(FREQUENCIES):
        return "the rule is not daily, weekly, monthly or yearly"
    if any(part in rrule.upper() for part in WITHIN_A_DAY):
        return "the rule repeats within a day"
    if not all(map(PARTS.fullmatch, rrule.upper().split(";"))):
        return "this is no recurrence rule of RFC 5545"
    try:
        is_real = comes_true(rrule.upper(), date.fromisoformat(first_on or ANCHOR))
    except (ValueError, KeyError, OverflowError):
        return "this is no recurrence rule of RFC 5545"
    return "" if is_real else "the rule names a day that never comes"


def comes_true(rrule: str, first: date) -> bool:
    """Say whether a rule has any day, were it not for its end. Raises ValueError for no rule."""
    endless = ";".join(part for part in rrule.split(";") if not part.startswith("UNTIL="))
    parsed(rrule)
    last = min(first.toordinal() + TRIED, date.max.toordinal())
    return next(days_of(endless, first, first, date.fromordinal(last)), None) is not None


@lru_cache(maxsize=1000)
def known_zone(name: str) -> bool:
    """Remembered, since a feed names one zone many times."""
    return is_zone(name)


def is_clock(text: str) -> bool:
    """Say whether a text is HH:MM."""
    return CLOCK.fullmatch(text) is not None


def check_date(text: str) -> None:
    """Refuse a text that is neither empty nor a date as YYYY-MM-DD."""
    try:
        is_date = not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_date = False
    if not is_date:
        raise RecordRejected("date", text, "this is no date", OWNER)


def check_moment(field: str, text: str) -> None:
    """Refuse a text that is neither empty nor an ISO date or moment."""
    try:
        is_moment = not text or datetime.fromisoformat(text) is not None
    except ValueError:
        is_moment = False
    if not is_moment:
        raise RecordRejected(field, text, "this is no date", OWNER)


def check_number(field: str, number: int | None, most: int) -> None:
    """Refuse numbers below 0 or above ``most``."""
    if number is not None and not 0 <= number <= most:
        raise RecordRejected(field, number, f"this is not between 0 and {most}", OWNER)


def check_degrees(degrees: float | None, most: int) -> None:
    """Refuse degrees beyond the globe, and NaN."""
    if degrees is not None and not abs(degrees) <= most:
        raise RecordRejected("latitude", degrees, "this is no point on earth", OWNER)
