"""A recurrence as a schema.org Schedule."""

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
# Said by other properties than byDay.
DAYS_OF_WEEK = ("WEEKLY", "DAILY")


def schedule(meeting: PublishedMeeting, series: Series) -> dict[str, Any]:
    """The rule, its times, its zone and its exceptions."""
    parts = parts_of(series.rule)
    found = {
        "@type": "Schedule",
        "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{UNITS[parts['FREQ']]}",
        "repeatCount": int(parts["COUNT"]) if "COUNT" in parts else None,
        "byDay": by_day(parts, meeting, series),
        "byMonth": numbers(parts.get("BYMONTH", "")),
        "byMonthDay": numbers(parts.get("BYMONTHDAY", "")),
        "startDate": series.first.isoformat(),
        "endDate": series.last.isoformat() if series.last else None,
        "startTime": meeting.start,
        "endTime": end_time(meeting.start, meeting.minutes),
        "duration": f"PT{meeting.minutes}M" if meeting.minutes else "",
        "scheduleTimezone": series.zone,
        "exceptDate": [day.isoformat() for day in series.left_out],
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def by_day(parts: dict[str, str], meeting: PublishedMeeting, series: Series) -> list[str]:
    """Days of the week by address, and "1TU" where they are counted in their month."""
    if parts["FREQ"] in DAYS_OF_WEEK:
        codes = weekdays_of(meeting.rrule, series.first)
        return [f"https://schema.org/{DAYS[code]}" for code in codes]
    nth = parts.get("BYSETPOS", "")
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    return [f"{nth}{day}" if nth and len(days) == 1 else day for day in days]


def numbers(text: str) -> list[int]:
    """ "1,15" as numbers."""
    return [int(number) for number in text.split(",") if number]
