"""Says a recurrence in Norwegian, for formats that only know words or only weekly meetings."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.collect.rules import days_of
from knutepunkt.collect.rules import last_day as last_day_of
from knutepunkt.directory.recurrence import ANCHOR, OSLO
from knutepunkt.directory.when import rule_words, time_of, weekdays_of

DAYS = {
    "MO": "mandag", "TU": "tirsdag", "WE": "onsdag", "TH": "torsdag", "FR": "fredag",
    "SA": "lørdag", "SU": "søndag",
}  # fmt: skip
# Parts that leave a weekly rule weekly.
PLAIN = {"FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST"}
AGREED = "etter avtale"
FAR = timedelta(days=3660)
MOST_COUNTED = 1000


class Rule(NamedTuple):
    """The parts of an RFC 5545 rule that formats with fields of their own ask for."""

    frequency: str = ""
    interval: int = 1
    times: int = 0
    days: tuple[str, ...] = ()
    month_day: str = ""
    until: str = ""
    is_plain: bool = True


@lru_cache(maxsize=2048)
def rule_of(text: str) -> Rule:
    """The rule as parts. ``is_plain``: nothing but days of the week and how long it lasts."""
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    days = tuple(filter(None, parts.get("BYDAY", "").split(",")))
    return Rule(
        parts.get("FREQ", ""), int(parts.get("INTERVAL", 1)), int(parts.get("COUNT", 0)), days,
        parts.get("BYMONTHDAY", ""), parts.get("UNTIL", ""),
        parts.keys() <= PLAIN and all(day in DAYS for day in days),
    )  # fmt: skip


def weekly_days(meeting: MeetingDraft) -> tuple[str, ...]:
    """The weekdays of a meeting that is held every week, none for any other rhythm."""
    rule = rule_of(meeting.rrule)
    if rule.interval != 1 or not rule.is_plain or rule.frequency not in ("DAILY", "WEEKLY"):
        return ()
    return tuple(weekdays_of(meeting.rrule, first_day(meeting)))


def first_day(meeting: MeetingDraft) -> date | None:
    """The first day as a date."""
    return date.fromisoformat(meeting.first_on) if meeting.first_on else None


def in_words(meeting: MeetingDraft) -> str:
    """When a meeting is held: "annenhver tirsdag"; "" for dates that stand for themselves."""
    if not meeting.rrule:
        return "" if meeting.first_on else AGREED
    return rule_words(meeting.rrule, first_day(meeting), "nb") or meeting.rrule


def unsaid(meeting: MeetingDraft) -> str:
    """What a format with weekdays only must tell in a note; "" when the days say it all."""
    told = "" if weekly_days(meeting) else in_words(meeting)
    span = f"{meeting.first_on}–{last_day(meeting)}".strip("–")
    dates = ", ".join(meeting.also_on)
    off = ", ".join(meeting.except_on)
    parts = (told, span, f"også {dates}" if dates else "", f"ikke {off}" if off else "")
    return "; ".join(filter(None, parts))


def last_day(meeting: MeetingDraft) -> str:
    """The last day, also where the rule itself tells how many times or until when."""
    rule = rule_of(meeting.rrule)
    ends = [meeting.last_on] if meeting.last_on else []
    if rule.until:
        ends.append(last_day_of(rule.until, meeting.timezone or OSLO).isoformat())
    if rule.times:
        ends.append(last_counted(meeting.rrule, rule.times, first_day(meeting) or ANCHOR))
    return min(ends, default="")


@lru_cache(maxsize=2048)
def last_counted(rrule: str, times: int, first: date) -> str:
    """The last day of a rule that counts; of a very long one, the last within ten years."""
    counted = islice(days_of(rrule, first, first, first + FAR), min(times, MOST_COUNTED))
    return max(counted, default=first).isoformat()


def end_of(meeting: MeetingDraft) -> str:
    """When it ends, as HH:MM of the same or the next day; "" when not told."""
    return end_time(meeting.start, meeting.minutes)


def end_time(start: str, minutes: int | None) -> str:
    """So many minutes after a time of day; "" when either is not told."""
    if not start or minutes is None:
        return ""
    total = int(start[:2]) * 60 + int(start[3:]) + minutes
    return time_of(total)
