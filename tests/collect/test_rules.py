"""Our days of a rule against dateutil's, for rules that dateutil ends on."""

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.rules import days_of

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
dates = st.dates(date(2020, 1, 1), date(2028, 12, 31))
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
        parts["BYWEEKNO"] = draw(listed(st.integers(-53, 53)))
        parts["BYYEARDAY"] = draw(listed(st.integers(-366, 366)))
    if frequency in ("MONTHLY", "YEARLY"):
        parts["BYSETPOS"] = draw(listed(st.integers(-4, 4)))
    kept = draw(st.sets(st.sampled_from(sorted(parts)), max_size=4))
    if {"COUNT", "UNTIL"} <= kept:
        kept.remove("UNTIL")
    if "BYSETPOS" in kept and not kept & {"BYDAY", "BYMONTHDAY"}:
        kept.remove("BYSETPOS")
    return ";".join([f"FREQ={frequency}", *(f"{name}={parts[name]}" for name in sorted(kept))])


@given(text=rules(), first=dates, wait=st.integers(-400, 400))
def test_days_are_those_that_dateutil_finds(text: str, first: date, wait: int) -> None:
    since = first + timedelta(days=wait)
    end = since + YEARS
    # A day that always fits, so that dateutil ends on rules without any day.
    theirs = rrulestr(
        f"RRULE:{text}\nRDATE:{end + timedelta(days=1):%Y%m%d}",
        dtstart=datetime(first.year, first.month, first.day),  # noqa: DTZ001 - local by nature
    )

    ours = list(days_of(text, first, since, end))

    found = {moment.date() for moment in theirs}
    assert ours == sorted(day for day in found if since <= day <= end)
