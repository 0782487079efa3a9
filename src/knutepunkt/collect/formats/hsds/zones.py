"""Times of day with an offset, and which IANA zone such a time is told in."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from knutepunkt.collect.clean.times import clock, minutes_between
from knutepunkt.collect.clean.zones import is_zone, zone, zone_named
from knutepunkt.collect.formats.hsds.values import line
from knutepunkt.collect.opened import RawRecord, Reading

OFFSET = re.compile(r"\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)$", re.IGNORECASE)
NUMBER = re.compile(r"(?:UTC|GMT)?([+-]?\d{1,2})(?::?(\d{2})|\.(\d+))?", re.IGNORECASE)
SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
BETWEEN_HOURS = {
    210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu",
    390: "Asia/Yangon", 570: "Australia/Darwin", -210: "America/St_Johns",
}  # fmt: skip
OWNER = "the feed's owner: write times as HH:MM, or HH:MM with an offset such as +01:00"
ZONE_OWNER = "the feed's owner: write the zone as hours from UTC, or as Europe/Oslo"
AS_LOCAL = "times with an offset from UTC were read as local times in"


def when(schedule: RawRecord, reading: Reading) -> tuple[str, int | None, str]:
    """Start as HH:MM, duration in minutes, and the zone they are told in.

    A zone's name comes first, then the offset in the time, then the schedule's offset.
    """
    start, offset = time_of(schedule, "opens_at", reading)
    end, _ = time_of(schedule, "closes_at", reading)
    minutes = minutes_between(start, end) if start and end else None
    said = line(schedule.get("timezone"), reading)
    if name := zone_named(said):
        return start, minutes, name
    hours = minutes_from_utc(said)
    if said and hours is None:
        reading.issue("timezone", said, "there is no such time zone; it was left out", ZONE_OWNER)
    offset = hours if offset is None else offset
    return start, minutes, zone("", reading) if offset is None else zone_at(offset, reading)


def time_of(schedule: RawRecord, field: str, reading: Reading) -> tuple[str, int | None]:
    """The time of day as HH:MM and its offset in minutes; "" with an issue when it is none."""
    text = line(schedule.get(field), reading)
    offset = OFFSET.search(text) if ":" in text or text.upper().endswith("Z") else None
    try:
        if offset is None:
            return (clock(text) if text else ""), None
        minutes = minutes_from_utc(offset.group(1))
        if minutes is None:
            raise ValueError(text)
        return clock(text[: offset.start()]), minutes
    except ValueError:
        reading.issue(field, text, "this is no time of day; it was left out", OWNER)
        return "", None


def minutes_from_utc(text: str) -> int | None:
    """Minutes east of UTC of "3", "-5.0", "+05:30" or "Z"; None for anything else."""
    if text.upper() in ("Z", "UTC", "GMT"):
        return 0
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    hours = int(match.group(1))
    past = int(match.group(2)) if match.group(2) else round(float(f"0.{match.group(3) or 0}") * 60)
    total = hours * 60 + (-past if text.strip().startswith("-") else past)
    return total if -12 * 60 <= total <= 14 * 60 else None


def zone_at(minutes: int, reading: Reading) -> str:
    """The IANA name for an offset.

    When the source's own zone has that offset in winter or summer, the time is local there: a
    publisher writes the offset of the day of export, but a group meets by the clock on the wall.
    """
    default = reading.options.timezone
    if is_zone(default) and timedelta(minutes=minutes) in offsets_of(default):
        reading.note(f"{AS_LOCAL} {default}")
        return default
    if minutes == 0:
        return "UTC"
    if minutes % 60 == 0:
        return f"Etc/GMT{-minutes // 60:+d}"  # the sign of these names is turned round
    if name := BETWEEN_HOURS.get(minutes):
        return name
    reading.issue("timezone", minutes, f"no zone has this offset; {default} was used", ZONE_OWNER)
    return default


@lru_cache(maxsize=100)
def offsets_of(name: str) -> frozenset[timedelta | None]:
    """The winter and summer offset of a zone."""
    return frozenset(moment.astimezone(ZoneInfo(name)).utcoffset() for moment in SEASONS)
