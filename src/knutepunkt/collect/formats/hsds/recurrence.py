"""A schedule's fields as an RFC 5545 rule with its first and last day."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dateutil.rrule import rrulestr

from knutepunkt.collect.clean.weekdays import CODES, parted, weekday_named
from knutepunkt.collect.formats.hsds.values import day_of, line
from knutepunkt.collect.opened import RawRecord, Reading

OWNER = "the feed's owner: describe the recurrence as RFC 5545 does"
SUB_DAILY = {"SECONDLY", "MINUTELY", "HOURLY"}
FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
DAY = re.compile(r"([+-]?\d{1,2})?\s*([A-Za-z]{2,})")
# Which numbered parts RFC 5545 allows with which frequency, and how far they count.
NUMBERED = {
    "bymonthday": ({"DAILY", "MONTHLY", "YEARLY"}, 31),
    "byweekno": ({"WEEKLY", "YEARLY"}, 53),  # HSDS puts it with WEEKLY, see parts_of
    "byyearday": ({"YEARLY"}, 366),
}
WIDEST, MOST = 520, 10_000
SOME_DAY = "2024-01-01"  # for rules without a first day, only to try them out


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When something recurs; all empty is by agreement, a first day alone is a one-off."""

    rrule: str = ""
    first_on: str = ""
    last_on: str = ""


class Unusable(ValueError):  # noqa: N818 - it names what the schedule is
    """A schedule whose recurrence cannot be told: field, value and problem."""


def recurrence(schedule: RawRecord, reading: Reading) -> Recurrence:
    """The schedule's recurrence; by agreement, with an issue, when it cannot be understood."""
    first = day_of(schedule, "dtstart", reading)
    last = day_of(schedule, "until", reading)
    try:
        parts = parts_of(schedule, first, last, reading)
        if not parts:
            return Recurrence("", first, last if first else "")
        first = first or started(schedule, parts, reading)
        rule = ";".join(f"{name}={value}" for name, value in parts.items())
        check(rule, first, last, reading)
    except Unusable as why:
        field, value, problem = why.args
        reading.issue(field, value, f"{problem}; it was read as by agreement", OWNER)
        return Recurrence()
    return Recurrence(rule, first, last)


def parts_of(schedule: RawRecord, first: str, last: str, reading: Reading) -> dict[str, str]:
    """The parts of the rule in RFC 5545's order; none when nothing recurs. Raises Unusable."""
    days = weekdays(schedule, reading)
    frequency = frequency_of(schedule, days, reading)
    if not frequency:
        return {}
    interval = whole_number(schedule, "interval", WIDEST, reading)
    numbers = {name: numbered(schedule, name, reading) for name in NUMBERED}
    fit = {name: values for name, values in numbers.items()
           if values and is_fit(name, values, frequency, reading)}  # fmt: skip
    if frequency == "WEEKLY" and "byweekno" in fit:
        frequency, interval = "YEARLY", None  # in RFC 5545 only a year has numbered weeks
    check_days(days, frequency, is_anchored=bool(first or fit))
    count = counted(schedule, first, last, reading)
    if interval not in (None, 1) and not first:
        reading.issue("dtstart", "", f"every {interval} times, but counted from which day?", OWNER)
    week = line(schedule.get("wkst"), reading).upper()
    keeps_week = week in CODES[1:] and (interval not in (None, 1) or "byweekno" in fit)
    parts = {
        "FREQ": frequency,
        "INTERVAL": str(interval) if interval not in (None, 1) else "",
        "COUNT": count,
        "WKST": week if keeps_week else "",
        "BYDAY": ",".join(days),
        **{name.upper(): ",".join(map(str, values)) for name, values in fit.items()},
    }
    return {name: value for name, value in parts.items() if value}


def frequency_of(schedule: RawRecord, days: list[str], reading: Reading) -> str:
    """How often; told by the days when the field is empty. Raises Unusable."""
    said = line(schedule.get("freq"), reading).upper()
    if said in SUB_DAILY:
        raise Unusable("freq", said, "nothing here recurs more often than daily (sub-daily)")
    if said and said not in FREQUENCIES:
        raise Unusable("freq", said, "there is no such frequency")
    if said or not days:
        return said
    reading.note("schedules with days but no frequency were read as weekly or monthly")
    return "MONTHLY" if any(len(code) > 2 for code in days) else "WEEKLY"


def weekdays(schedule: RawRecord, reading: Reading) -> list[str]:
    """The days in ``byday``, or the day of a 1.1 ``weekday``, Monday = 1. Raises Unusable."""
    text = line(schedule.get("byday"), reading)
    found = [weekday(part, "byday") for part in parted(text)]
    if old := line(schedule.get("weekday"), reading):
        found += [CODES[(int(part) + 6) % 7] if part in set("01234567") else
                  weekday(part, "weekday") for part in parted(old)]  # fmt: skip
    order = {code: number for number, code in enumerate(CODES)}
    return sorted(dict.fromkeys(found), key=lambda code: (order[code[-2:]], code))


def weekday(text: str, field: str) -> str:
    """A day such as "TH", "-1FR", "2 tuesday". Raises Unusable."""
    match = DAY.fullmatch(text.strip())
    code = match and (match.group(2).upper() if match.group(2).upper() in CODES
                      else weekday_named(match.group(2)))  # fmt: skip
    if not match or not code:
        raise Unusable(field, text, "there is no such day")
    number = int(match.group(1) or 0)
    return f"{number}{code}" if number else code


def check_days(days: list[str], frequency: str, *, is_anchored: bool) -> None:
    """Refuse days that the frequency cannot have, and rules that name no day. Raises Unusable."""
    numbers = [abs(int(code[:-2])) for code in days if len(code) > 2]
    if numbers and frequency not in ("MONTHLY", "YEARLY"):
        raise Unusable("byday", ",".join(days), "a numbered weekday belongs to a monthly rule")
    if numbers and max(numbers) > (5 if frequency == "MONTHLY" else 53):
        raise Unusable("byday", ",".join(days), "there is no such weekday in the month")
    if not days and frequency != "DAILY" and not is_anchored:
        raise Unusable("byday", "", "neither a day nor a first date is given")


def numbered(schedule: RawRecord, field: str, reading: Reading) -> list[int]:
    """The numbers in a field such as "2,-1"; others are left out with an issue."""
    most = NUMBERED[field][1]
    text = line(schedule.get(field), reading)
    if not text:
        return []
    parts = [part.strip() for part in text.split(",") if part.strip()]
    sound = [int(part) for part in parts
             if re.fullmatch(r"[+-]?\d{1,3}", part) and 0 < abs(int(part)) <= most]  # fmt: skip
    if len(sound) < len(parts):
        reading.issue(field, text, f"these are not numbers up to {most}; they were left out", OWNER)
    return sorted(set(sound))


def is_fit(field: str, values: list[int], frequency: str, reading: Reading) -> bool:
    """Say whether the frequency can have the field; it is left out with an issue when not."""
    if frequency in NUMBERED[field][0]:
        return True
    problem = f"this does not belong to a {frequency.lower()} rule; it was left out"
    reading.issue(field, values, problem, OWNER)
    return False


def counted(schedule: RawRecord, first: str, last: str, reading: Reading) -> str:
    """How many times, where that can be told; a last day is preferred."""
    count = whole_number(schedule, "count", MOST, reading)
    if count is None:
        return ""
    if last or not first:
        why = "a last day is given as well" if last else "the first day is missing"
        reading.issue("count", count, f"{why}; the count was left out", OWNER)
        return ""
    return str(count)


def whole_number(schedule: RawRecord, field: str, most: int, reading: Reading) -> int | None:
    """A number from 1 to ``most``; None with an issue for anything else."""
    text = line(schedule.get(field), reading)
    if not text:
        return None
    if re.fullmatch(r"\d{1,6}(?:\.0+)?", text) and 1 <= int(float(text)) <= most:
        return int(float(text))
    reading.issue(field, text, f"this is no number up to {most}; it was left out", OWNER)
    return None


def started(schedule: RawRecord, parts: dict[str, str], reading: Reading) -> str:
    """The day a rule without a first day holds from, when that cannot shift its days."""
    names_days = parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}
    is_free = "INTERVAL" not in parts and names_days
    return day_of(schedule, "valid_from", reading) if is_free else ""


def check(rule: str, first: str, last: str, reading: Reading) -> None:
    """Try the rule out; an issue when it never comes about. Raises Unusable when it is none."""
    try:
        is_empty = never_comes(rule, first, last)
    except (ValueError, TypeError, OverflowError):
        raise Unusable("freq", rule, "this is no recurrence rule") from None
    if is_empty:
        reading.issue("until", f"{first} – {last}", "no day between these fits the rule", OWNER)


@lru_cache(maxsize=1000)  # most groups meet by one of a few rules
def never_comes(rule: str, first: str, last: str) -> bool:
    """Say whether no day between the two fits the rule. Raises ValueError and others for none."""
    begin = datetime.fromisoformat(first or SOME_DAY)
    until = f";UNTIL={last.replace('-', '')}T235959" if last else ""
    tried = rrulestr(f"{rule}{until}", dtstart=begin)
    return bool(last) and is_quick(rule) and next(iter(tried), None) is None


def is_quick(rule: str) -> bool:
    """Say whether the rule's first day is soon found: two kinds of days may never fall together."""
    return rule.count(";BY") == 1
