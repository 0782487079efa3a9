"""Says a recurrence in Norwegian, for formats that only know words or only weekly meetings."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from knutepunkt.collect.drafts import MeetingDraft

DAYS = {
    "MO": "mandag", "TU": "tirsdag", "WE": "onsdag", "TH": "torsdag", "FR": "fredag",
    "SA": "lørdag", "SU": "søndag",
}  # fmt: skip
ORDINALS = {"1": "første", "2": "andre", "3": "tredje", "4": "fjerde", "-1": "siste"}
AGREED = "etter avtale"


class Rule(NamedTuple):
    """The parts of an RFC 5545 rule that the sample uses."""

    frequency: str = ""
    interval: int = 1
    times: int = 0
    days: tuple[str, ...] = ()
    month_day: str = ""


@lru_cache(maxsize=2048)
def rule_of(text: str) -> Rule:
    """The rule as parts."""
    parts = dict(part.split("=", 1) for part in text.split(";") if part)
    days = tuple(filter(None, parts.get("BYDAY", "").split(",")))
    return Rule(
        parts.get("FREQ", ""), int(parts.get("INTERVAL", 1)), int(parts.get("COUNT", 0)), days,
        parts.get("BYMONTHDAY", ""),
    )  # fmt: skip


def weekly_days(meeting: MeetingDraft) -> tuple[str, ...]:
    """The weekdays of a meeting that is held every week, none for any other rhythm."""
    rule = rule_of(meeting.rrule)
    if rule.frequency == "DAILY":
        return tuple(DAYS)
    return rule.days if rule.frequency == "WEEKLY" and rule.interval == 1 else ()


def in_words(meeting: MeetingDraft) -> str:
    """When a meeting is held: "annenhver tirsdag"; "" for dates that stand for themselves."""
    rule = rule_of(meeting.rrule)
    if not rule.frequency:
        return "" if meeting.first_on else AGREED
    if rule.frequency == "DAILY":
        return "hver dag"
    if rule.month_day:
        return f"den {rule.month_day}. i måneden"
    if rule.frequency == "WEEKLY":
        names = " og ".join(DAYS[day] for day in rule.days)
        return f"annenhver {names}" if rule.interval == 2 else names
    ordinals = " og ".join(ORDINALS[day[:-2]] for day in rule.days)
    return f"{ordinals} {DAYS[rule.days[0][-2:]]} i måneden"


def unsaid(meeting: MeetingDraft) -> str:
    """What a format with weekdays only must tell in a note; "" when the days say it all."""
    told = "" if weekly_days(meeting) else in_words(meeting)
    span = f"{meeting.first_on}–{last_day(meeting)}".strip("–")
    dates = ", ".join(meeting.also_on)
    off = ", ".join(meeting.except_on)
    parts = (told, span, f"også {dates}" if dates else "", f"ikke {off}" if off else "")
    return "; ".join(filter(None, parts))


def last_day(meeting: MeetingDraft) -> str:
    """The last day, also of a weekly meeting that is held a number of times."""
    rule = rule_of(meeting.rrule)
    if rule.times and rule.frequency == "WEEKLY" and meeting.first_on:
        weeks = timedelta(weeks=rule.times - 1)
        return (date.fromisoformat(meeting.first_on) + weeks).isoformat()
    return meeting.last_on


def end_of(meeting: MeetingDraft) -> str:
    """When it ends, as HH:MM of the same or the next day; "" when not told."""
    if not meeting.start or meeting.minutes is None:
        return ""
    total = int(meeting.start[:2]) * 60 + int(meeting.start[3:]) + meeting.minutes
    return f"{total // 60 % 24:02}:{total % 60:02}"
