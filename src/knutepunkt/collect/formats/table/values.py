"""What a column's values look like, for columns whose names say nothing, and for privacy."""

import re
from collections.abc import Callable, Iterable
from math import ceil

from knutepunkt.collect.clean.modes import mode_in
from knutepunkt.collect.clean.schedules import rhythms
from knutepunkt.collect.clean.times import clock
from knutepunkt.collect.clean.weekdays import parted, weekday_named

YES = frozenset("true yes ja y j x ✓ ✔ wahr sann 1 on".split())
NO = frozenset("false no nei n nein nej falsch usann - 0 off".split())
# Alone these may be counts, a blank, or the code of Norway.
UNSURE = frozenset(["0", "1", "-", "no"])
EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w.\-])(?!\d{4}-\d\d-\d\d)(?:(?:\+|00)\d|\(?\d)(?:[ \-()/]{0,2}\d){7,}(?!\w)|"
    r"(?<![\w.])\d{3}\.\d{3}\.\d{4}(?!\w)"
)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
ROOM = re.compile(r"zoom\.us|teams\.|meet\.google|whereby|webex|gotomeeting|jitsi", re.IGNORECASE)
PAIR = re.compile(r"-?\d{1,2}\.\d{3,}\s*[,;]\s*-?\d{1,3}\.\d{3,}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}")
COLON_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
MOST = 0.8
MOST_WORDS = 6  # A longer text speaks of more than how people meet.


def kind_of(values: Iterable[str]) -> str:
    """What most of a column's values are: a word such as ``weekday``, or ""."""
    said = [value.strip() for value in values if value.strip()]
    if not said:
        return ""
    if is_yes_no(said):
        return "yes_no"
    for kind, test in KINDS:
        if holds_for_most(test, said):
            return kind
    return ""


def holds_for_most(test: Callable[[str], bool], values: list[str]) -> bool:
    """Say whether most values pass a test; those behind the first too many are not looked at."""
    left = len(values) - ceil(len(values) * MOST)
    for value in values:
        if not test(value):
            left -= 1
            if left < 0:
                return False
    return True


def is_yes_no(values: list[str]) -> bool:
    """Say whether every value is a yes or a no, in words (numbers may count something)."""
    words = {value.lower() for value in values}
    return words <= YES | NO and not words <= UNSURE


def without_contacts(text: str) -> str:
    """The text with every e-mail address and telephone number replaced by a dash."""
    return text if UUID.fullmatch(text) else PHONE.sub("–", EMAIL.sub("–", text))


def is_yes(value: str) -> bool:
    """Say whether a value means yes."""
    return value.strip().lower() in YES


def is_no(value: str) -> bool:
    """Say whether a value means no."""
    return value.strip().lower() in NO


def is_weekday(value: str) -> bool:
    """Say whether a value names one or several weekdays."""
    return all(weekday_named(part) for part in parted(value)) and len(value) > 1


def is_time(value: str) -> bool:
    """Say whether a value is a time of day with minutes."""
    try:
        return bool(COLON_TIME.fullmatch(value) and clock(value))
    except ValueError:
        return False


def is_schedule(value: str) -> bool:
    """Say whether a value tells both days and times."""
    try:
        return any(one.rrule and one.start for one in rhythms(value))
    except ValueError:
        return False


def is_mode(value: str) -> bool:
    """Say whether a few words tell how people meet."""
    return len(value.split()) <= MOST_WORDS and bool(mode_in(value))


def is_phone(value: str) -> bool:
    """Say whether a value is a telephone number."""
    return bool(PHONE.fullmatch(value)) and not DATE.fullmatch(value)


def is_url(value: str) -> bool:
    """Say whether a value is a web address."""
    return bool(URL.fullmatch(value))


KINDS = (
    ("contact_email", lambda value: bool(EMAIL.fullmatch(value))),
    ("weekday", is_weekday),
    ("time", is_time),
    ("online_url", lambda value: is_url(value) and bool(ROOM.search(value))),
    ("url", is_url),
    ("coordinates", lambda value: bool(PAIR.fullmatch(value))),
    ("date", lambda value: bool(DATE.fullmatch(value))),
    ("contact_phone", is_phone),
    ("schedule", is_schedule),
    ("format", is_mode),
)
