"""A recurrence as schema.org Schedules."""

from datetime import date
from typing import Any

from knutepunkt.collect.rules import parts_of
from knutepunkt.directory.when import weekdays_of
from knutepunkt.distribute.occurring import Series
from knutepunkt.distribute.published import PublishedMeeting
from knutepunkt.distribute.spoken import end_time

DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
UNITS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
# Told as addresses of days, without a number before them.
DAYS_OF_WEEK = ("WEEKLY", "DAILY")
SAID = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"}
Schedule = dict[str, Any]


def schedules(meeting: PublishedMeeting, series: Series) -> list[Schedule]:
    """The rule as far as schema.org can say it, then each day besides; none for a single day."""
    parts = parts_of(series.rule) if series.rule else {}
    ruled = [ruled_by(parts, meeting, series)] if parts and is_sayable(parts) else []
    first = [] if ruled or not series.extra else [series.first]
    return ruled + [on(day, meeting, series) for day in (*first, *series.extra)]


def is_sayable(parts: dict[str, str]) -> bool:
    """Say whether a Schedule can hold a rule: no numbered weeks, no days from a month's end."""
    if not parts.keys() <= SAID or "-" in parts.get("BYMONTHDAY", ""):
        return False
    is_counted = parts["FREQ"] == "MONTHLY" and "," not in parts.get("BYDAY", ",")
    return is_counted or "BYSETPOS" not in parts


def on(day: date, meeting: PublishedMeeting, series: Series) -> Schedule:
    """A day by itself."""
    days = {"startDate": day.isoformat(), "endDate": day.isoformat()}
    return {"@type": "Schedule", **days, **clock(meeting, series)}


def clock(meeting: PublishedMeeting, series: Series) -> Schedule:
    """The times of day and their zone."""
    found = {
        "startTime": meeting.start,
        "endTime": end_time(meeting.start, meeting.minutes),
        "duration": f"PT{meeting.minutes}M" if meeting.minutes else "",
        "scheduleTimezone": series.zone,
    }
    return {name: value for name, value in found.items() if value}


def ruled_by(parts: dict[str, str], meeting: PublishedMeeting, series: Series) -> Schedule:
    """The rule, its times, its zone and its exceptions."""
    found = {
        "@type": "Schedule",
        "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{UNITS[parts['FREQ']]}",
        "repeatCount": int(parts["COUNT"]) if "COUNT" in parts else None,
        "byDay": by_day(parts, meeting, series),
        "byMonth": numbers(parts.get("BYMONTH", "")),
        "byMonthDay": numbers(parts.get("BYMONTHDAY", "")),
        "startDate": series.first.isoformat(),
        "endDate": series.last.isoformat() if series.last else None,
        **clock(meeting, series),
        "exceptDate": [day.isoformat() for day in series.left_out],
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def by_day(parts: dict[str, str], meeting: PublishedMeeting, series: Series) -> list[str]:
    """Days of the week by address, and "1TU" where they are counted in their month."""
    if parts["FREQ"] in DAYS_OF_WEEK:
        codes = weekdays_of(meeting.rrule, series.first)
        return [f"https://schema.org/{DAYS[code]}" for code in codes]
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    places = [place for place in parts.get("BYSETPOS", "").split(",") if place]
    return [f"{place}{day}" for day in days for place in places or [""]]


def numbers(text: str) -> list[int]:
    """ "1,15" as numbers."""
    return [int(number) for number in text.split(",") if number]
