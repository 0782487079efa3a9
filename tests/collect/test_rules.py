"""Our days of a rule against dateutil's, for rules that dateutil ends on."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import takewhile

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from knutepunkt.collect.rules import days_of

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# Near the end of the calendar, where dateutil gives up soon on rules without any day.
dates = st.dates(date(9970, 1, 1), date(9985, 12, 31))
YEARS = timedelta(days=1200)


def listed(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[str]:
    found = st.lists(numbers.filter(bool), min_size=1, max_size=3, unique=True)
    return found.map(lambda some: ",".join(map(str, some)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    nth = st.sampled_from(["", "1", "2", "5", "-1", "-3"])
    number = draw(nth) if frequency in ("MONTHLY", "YEARLY") else ""
    days = st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True)
    weekdays = draw(days.map(lambda some: ",".join(number + code for code in some)))
    parts = {
        "INTERVAL": str(draw(st.integers(1, 5))),
        "WKST": draw(st.sampled_from(["MO", "SU", "WE"])),
        "BYDAY": weekdays,
        "BYMONTH": draw(listed(st.integers(1, 12))),
        "BYMONTHDAY": draw(listed(st.integers(-31, 31))),
        "COUNT": str(draw(st.integers(1, 40))),
        "UNTIL": draw(dates).strftime("%Y%m%d"),
    }
    if frequency == "YEARLY":
        # dateutil counts the last weeks of the year before by the days of this one.
        parts["BYWEEKNO"] = draw(listed(st.integers(-53, 51)))
        parts["BYYEARDAY"] = draw(listed(st.integers(-366, 366)))
    if frequency in ("MONTHLY", "YEARLY"):
        parts["BYSETPOS"] = draw(listed(st.integers(-4, 4)))
    kept = draw(st.sets(st.sampled_from(sorted(parts)), max_size=4))
    if {"COUNT", "UNTIL"} <= kept:
        kept.remove("UNTIL")
    if "BYSETPOS" in kept and not kept & {"BYDAY", "BYMONTHDAY"}:
        kept.remove("BYSETPOS")
    return ";".join([f"FREQ={frequency}", *(f"{name}={parts[name]}" for name in sorted(kept))])


def found_by_dateutil(text: str, first: date, end: date) -> Iterator[date]:
    """Its days up to an end; it stumbles over the end of the calendar in weekly rules."""
    rule = rrulestr(text, dtstart=datetime(first.year, first.month, first.day))  # noqa: DTZ001
    with suppress(ValueError):
        yield from takewhile(lambda day: day <= end, (moment.date() for moment in rule))


@settings(max_examples=5 * settings().max_examples)
@given(text=rules(), first=dates, wait=st.integers(-400, 400))
def test_days_are_those_that_dateutil_finds(text: str, first: date, wait: int) -> None:
    since = first + timedelta(days=wait)
    end = since + YEARS

    ours = list(days_of(text, first, since, end))

    assert ours == [day for day in found_by_dateutil(text, first, end) if day >= since]


@given(first=dates, week=st.integers(1, 53))
def test_weeks_are_those_of_the_calendar(first: date, week: int) -> None:
    end = first + YEARS

    ours = list(days_of(f"FREQ=YEARLY;BYWEEKNO={week};BYDAY=MO,SA", first, first, end))

    days = (first + timedelta(days=number) for number in range(YEARS.days + 1))
    assert ours == [
        day for day in days if day.isocalendar().week == week and day.weekday() in (0, 5)
    ]
