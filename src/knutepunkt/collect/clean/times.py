"""Times of day and durations, as people and programs write them."""

import re
from functools import lru_cache

CLOCK = re.compile(
    r"^(?:kl\.?\s*|at\s+)?(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(?<=\d\d)(\d{2}))?(?::\d{2}(?:\.\d+)?)?"
    r"\s*(?:uhr)?\s*([ap]\.?\s?m\.?)?$",
    re.IGNORECASE,
)
MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})", re.IGNORECASE)
HALF = re.compile(r"[ap]\.?\s?m\.?$", re.IGNORECASE)
OF_A_DAY = re.compile(r"0[.,]\d{1,20}")  # how a workbook keeps a time of day
HOURS_AND_MINUTES = re.compile(
    r"(\d{1,2})\s*(?:h|hr|hrs|hours?|t|timer?|std|stunden?)\.?"
    r"(?:\s*(?:og|and|und)?\s*(\d{1,2})\s*(?:m|min|mins|minutes?|minutt(?:er)?|minuten?)?\.?)?"
)
BY_NAME = {"noon": "12:00", "midday": "12:00", "midnight": "00:00", "midnatt": "00:00"}
RANGE = re.compile(r"(.{1,20}?)\s*(?:[-–—]|(?<=\s)(?:til|to|bis)(?=\s))\s*(.{1,20})", re.IGNORECASE)
DAY = 1440
LONGEST = 60


@lru_cache(maxsize=2000)  # a feed has few different times; none that is one is long
def clock(value: str) -> str:
    """``HH:MM`` of a 12-hour or 24-hour time ("7:30 PM", "19.30", "kl. 19", "1930").

    "12:00 AM" is midnight and "24:00" is "00:00". Raises ValueError for anything else.
    """
    text = value.strip().lower()
    if text in BY_NAME:
        return BY_NAME[text]
    if moment := MOMENT.match(text):
        return moment.group(1)
    if OF_A_DAY.fullmatch(text) and (kept := kept_by_workbook(float(text.replace(",", ".")))):
        return kept
    match = CLOCK.match(text) if len(text) <= LONGEST else None
    if match is None:
        raise ValueError(value)
    hour, minute = int(match.group(1)), int(match.group(2) or match.group(3) or 0)
    return f"{hour_of_day(hour, match.group(4) or ''):02}:{checked(minute, 59):02}"


def kept_by_workbook(part: float) -> str:
    """``HH:MM`` of a part of a day, 0.75 as "18:00"; "" for one that is no whole five minutes.

    "0.30" is none, so it stays half past midnight.
    """
    steps = round(part * 288)
    if abs(part * 288 - steps) > 0.01:
        return ""
    hour, minute = divmod(steps % 288 * 5, 60)
    return f"{hour:02}:{minute:02}"


def start_and_end(value: str) -> tuple[str, str]:
    """``HH:MM`` of one time and "", or of both ends of "18:00–19:30", "kl. 18 til 19", "6-7 PM".

    Raises ValueError for anything else.
    """
    found = RANGE.fullmatch(value.strip())
    if found is None or MOMENT.match(value):
        return clock(value), ""
    begin, end = found.groups()
    half = HALF.search(end)
    if half and begin[-1].isdigit() and not begin.startswith("kl"):
        begin = nearest_before(begin, half.group(), end)
    return clock(begin), clock(end)


def nearest_before(begin: str, half: str, end: str) -> str:
    """A start without "am" or "pm" with the one its end has; the other where it would come later.

    "6-7 PM" begins at 6 PM, "11-1 PM" at 11 AM.
    """
    same = f"{begin} {half}"
    if clock(same) < clock(end):
        return same
    return f"{begin} {'am' if half[0].lower() == 'p' else 'pm'}"


def hour_of_day(hour: int, half: str) -> int:
    """The hour 0-23 of an hour with "am", "pm" or nothing after it."""
    if not half:
        return 0 if hour == 24 else checked(hour, 23)
    if half[0] == "a" or hour > 12:
        return 0 if hour == 12 else checked(hour, 23)
    return 12 if hour == 12 else checked(hour, 11) + 12


def checked(number: int, most: int) -> int:
    """The number, when it lies between 0 and ``most``; raises ValueError otherwise."""
    if not 0 <= number <= most:
        raise ValueError(number)
    return number


def minutes_between(start: str, end: str) -> int | None:
    """Minutes from ``HH:MM`` to ``HH:MM``; past midnight when the end is earlier; None if equal."""
    begun = int(start[:2]) * 60 + int(start[3:])
    ended = int(end[:2]) * 60 + int(end[3:])
    return (ended - begun) % DAY or None


def duration(value: str) -> int | None:
    """Minutes of "01:30:00", "1:30", "90", "90 min" or "1hr 30mins"; None for nothing or zero.

    Raises ValueError for anything else, and for more than a day.
    """
    text = value.strip().lower()
    if not text:
        return None
    if match := re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", text):
        total = int(match.group(1)) * 60 + int(match.group(2))
    elif match := re.fullmatch(
        r"(\d{1,4})(?:[.,]0+)?\s*(?:m|mins?|minutt(?:er)?|minutes?|minuten)?", text
    ):
        total = int(match.group(1))
    elif match := re.fullmatch(r"(\d{1,2})(?:[.,](\d))?\s*(?:h|t|timer?|hours?)", text):
        total = int(match.group(1)) * 60 + int(match.group(2) or 0) * 6
    elif match := HOURS_AND_MINUTES.fullmatch(text):
        total = int(match.group(1)) * 60 + int(match.group(2) or 0)
    else:
        raise ValueError(value)
    return checked(total, DAY) or None
