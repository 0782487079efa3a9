"""When meetings take place, against reckonings that share no code with ours."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from time import monotonic
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.checks import rule_problem
from knutepunkt.directory.recurrence import MOST, Rule, days, moments, next_moment

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
OSLO = "Europe/Oslo"
dates = st.dates(date(2024, 1, 1), date(2027, 12, 31))
weekdays = st.sets(st.integers(0, 6), min_size=1)


def rule(rrule: str = "", start: str = "18:00", timezone: str = OSLO, **fields: object) -> Rule:
    return Rule(rrule, start, timezone, **fields)  # type: ignore[arg-type]


def first(one: Rule, count: int, since: date) -> list[str]:
    return [day.isoformat() for day in islice(days(one, since), count)]


def every_day(since: date) -> list[date]:
    return [since + timedelta(days=number) for number in range(732)]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


@given(since=dates, begin=dates, on=weekdays, weeks=st.integers(1, 4))
def test_weekly_rules_fall_on_their_weekdays_in_their_weeks(
    since: date, begin: date, on: set[int], weeks: int
) -> None:
    text = f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={','.join(CODES[day] for day in sorted(on))}"

    found = list(days(rule(text, first_on=begin), since))

    assert (
        found
        == [
            day
            for day in every_day(since)
            if day >= begin
            and day.weekday() in on
            and (monday_of(day) - monday_of(begin)).days // 7 % weeks == 0
        ][:MOST]
    )


@given(since=dates, on=st.integers(0, 6), nth=st.sampled_from([1, 2, 3, 4, 5, -1, -2]))
def test_monthly_rules_fall_on_the_nth_weekday(since: date, on: int, nth: int) -> None:
    found = list(days(rule(f"FREQ=MONTHLY;BYDAY={nth}{CODES[on]}"), since))

    expected = []
    for day in every_day(since):
        end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        number = (day.day - 1) // 7 + 1 if nth > 0 else -((end.day - day.day) // 7 + 1)
        if day.weekday() == on and number == nth:
            expected.append(day)
    assert found == expected


@given(
    since=dates,
    on=weekdays,
    begin=dates,
    length=st.integers(0, 400),
    except_on=st.sets(dates, max_size=5),
    also_on=st.sets(dates, max_size=5),
)
def test_seasons_exceptions_and_extra_days(
    since: date, on: set[int], begin: date, length: int, except_on: set[date], also_on: set[date]
) -> None:
    end = begin + timedelta(days=length)
    text = f"FREQ=WEEKLY;BYDAY={','.join(CODES[day] for day in sorted(on))}"
    one = rule(
        text,
        first_on=begin,
        last_on=end,
        except_on=tuple(except_on),
        also_on=tuple(also_on),
    )

    found = list(days(one, since))

    ruled = {day for day in every_day(since) if begin <= day <= end and day.weekday() in on}
    extra = {day for day in every_day(since) if day in also_on}
    assert found == sorted((ruled | extra) - except_on)[:MOST]


def test_every_other_week_without_a_first_day_counts_from_the_same_monday_for_all() -> None:
    one = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")

    assert first(one, 3, date(2024, 1, 1)) == ["2024-01-03", "2024-01-17", "2024-01-31"]
    assert first(one, 2, date(2024, 1, 4)) == ["2024-01-17", "2024-01-31"]


def test_leap_day_comes_every_fourth_year() -> None:
    one = rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", first_on=date(2024, 2, 29))

    assert first(one, 2, date(2027, 1, 1)) == ["2028-02-29"]


def test_one_off_takes_place_once_and_then_never() -> None:
    one = rule(first_on=date(2026, 5, 17))

    assert first(one, 5, date(2026, 5, 17)) == ["2026-05-17"]
    assert first(one, 5, date(2026, 5, 18)) == []


def test_meeting_by_agreement_has_no_days() -> None:
    assert first(rule(), 5, date(2026, 1, 1)) == []


def test_rule_with_a_count_ends() -> None:
    one = rule("FREQ=WEEKLY;BYDAY=MO;COUNT=3", first_on=date(2026, 1, 5))

    assert first(one, 9, date(2026, 1, 6)) == ["2026-01-12", "2026-01-19"]


@pytest.mark.parametrize(
    ("until", "timezone", "last"),
    [
        ("20260119", OSLO, "2026-01-19"),
        ("20260119T180000", OSLO, "2026-01-19"),
        ("20260118T230000Z", OSLO, "2026-01-19"),  # midnight in Oslo
        ("20260120T025959Z", "America/New_York", "2026-01-19"),  # the evening before, there
    ],
)
def test_rule_ends_on_the_day_its_until_is_in_the_meetings_zone(
    until: str, timezone: str, last: str
) -> None:
    text = f"FREQ=DAILY;UNTIL={until}"

    found = first(rule(text, timezone=timezone, first_on=date(2026, 1, 1)), 99, date(2026, 1, 1))

    assert found[-1] == last
    assert rule_problem(text) == ""


@pytest.mark.parametrize(
    ("timezone", "day", "start", "told"),
    [
        (OSLO, date(2026, 3, 29), "02:30", "2026-03-29T03:30:00+02:00"),  # skipped
        (OSLO, date(2026, 10, 25), "02:30", "2026-10-25T02:30:00+02:00"),  # twice: the first
        (OSLO, date(2026, 3, 30), "18:00", "2026-03-30T18:00:00+02:00"),
        (OSLO, date(2026, 10, 26), "18:00", "2026-10-26T18:00:00+01:00"),
        (OSLO, date(2026, 7, 1), "00:00", "2026-07-01T00:00:00+02:00"),
        (OSLO, date(2026, 7, 1), "23:59", "2026-07-01T23:59:00+02:00"),
        ("America/New_York", date(2026, 3, 8), "02:30", "2026-03-08T03:30:00-04:00"),
        ("Australia/Sydney", date(2026, 10, 4), "02:30", "2026-10-04T03:30:00+11:00"),
        ("America/Sao_Paulo", date(2018, 11, 4), "00:00", "2018-11-04T01:00:00-02:00"),
        ("Pacific/Kiritimati", date(2026, 1, 1), "01:00", "2026-01-01T01:00:00+14:00"),
    ],
)
def test_moments_keep_to_the_clock_on_the_wall(
    timezone: str, day: date, start: str, told: str
) -> None:
    one = rule(start=start, timezone=timezone, first_on=day)

    found = next_moment(one, datetime(day.year, day.month, 1, tzinfo=UTC) - timedelta(days=3))

    assert found is not None
    assert found.isoformat() == told


@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis wants them so
    zone=st.sampled_from([OSLO, "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"]),
    hour=st.integers(4, 23),
    on=st.integers(0, 6),
)
def test_next_moment_is_the_first_that_is_not_past(
    now: datetime, zone: str, hour: int, on: int
) -> None:
    one = rule(f"FREQ=WEEKLY;BYDAY={CODES[on]}", f"{hour:02}:15", zone)

    found = next_moment(one, now)

    wall = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    there = datetime.combine(wall.date(), datetime.min.time()).replace(hour=hour, minute=15)
    there += timedelta(days=(on - there.weekday()) % 7)
    if there < wall.replace(tzinfo=None):
        there += timedelta(days=7)
    assert found is not None
    assert (found.replace(tzinfo=None), found.tzinfo) == (there, ZoneInfo(zone))


def test_day_without_a_time_lasts_all_day() -> None:
    one = rule(start="", first_on=date(2026, 5, 17))

    assert next_moment(one, datetime(2026, 5, 17, 20, tzinfo=UTC)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;COUNT=1000000",
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366",
    ],
)
@pytest.mark.parametrize("begin", [None, date(1, 1, 1), date(1900, 1, 1), date(9999, 12, 31)])
def test_hostile_rules_end_soon(text: str, begin: date | None) -> None:
    started = monotonic()

    rule_problem.__wrapped__(text)
    found = list(days(rule(text, first_on=begin), date(2026, 1, 1)))

    assert len(found) <= MOST
    assert monotonic() - started < 1


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=DAILY;byhour=1,2,3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;COUNT=many",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=DAILY\nRRULE:FREQ=SECONDLY",
        "FREQ=DAILY;" + "BYMONTH=1;" * 60,
        "every Monday",
    ],
)
def test_rules_that_cannot_be_counted_with_are_refused(text: str) -> None:
    assert rule_problem(text) != ""


def test_moments_never_go_backwards() -> None:
    one = rule("FREQ=DAILY", "02:30", also_on=(date(2026, 3, 29), date(2026, 4, 1)))

    found = list(moments(one, datetime(2026, 1, 1, tzinfo=UTC)))

    assert found == sorted(set(found))
