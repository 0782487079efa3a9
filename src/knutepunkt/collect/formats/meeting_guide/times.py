"""Days and times of a Meeting Guide record."""

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.clean.times import minutes_between, start_and_end
from knutepunkt.collect.clean.weekdays import in_order, parted, weekday_counted_from_sunday
from knutepunkt.collect.clean.zones import zone
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.opened import RawRecord, Reading

DAY_OWNER = "the feed's owner: give the day as 0 (Sunday) to 6 (Saturday)"
TIME_OWNER = "the feed's owner: write times as HH:MM"


def weekly_rule(days: object, reading: Reading) -> str:
    """The weekly rule of one or several days; "" for a meeting by agreement."""
    if isinstance(days, str):
        days = parted(days)
    values = [] if days is None else days if isinstance(days, list) else [days]
    codes = [weekday(value, reading) for value in values if value not in (None, "")]
    return f"FREQ=WEEKLY;BYDAY={','.join(in_order(codes))}" if codes else ""


def weekday(value: object, reading: Reading) -> str:
    """The code of one day; raises RecordRejected for a day that is none."""
    try:
        code = weekday_counted_from_sunday(value)
    except (ValueError, TypeError):
        raise RecordRejected("day", value, "there is no such day", DAY_OWNER) from None
    if str(value) == "7":
        reading.note("day 7 was read as Sunday")
    return code


def when(raw: RawRecord, reading: Reading) -> tuple[str, int | None, str]:
    """Start as HH:MM, duration in minutes, and the zone they are told in."""
    timezone = zone(one_line(raw.get("timezone")), reading)
    start, told = times_of(raw, "time", reading)
    end = times_of(raw, "end_time", reading)[0] or told
    return start, minutes_between(start, end) if start and end else None, timezone


def times_of(raw: RawRecord, field: str, reading: Reading) -> tuple[str, str]:
    """The time in a field and, of a range, its end; "" with an issue when it is none."""
    text = one_line(raw.get(field))
    try:
        return start_and_end(text) if text else ("", "")
    except ValueError:
        reading.issue(field, text, "this is no time of day; it was left out", TIME_OWNER)
        return "", ""
