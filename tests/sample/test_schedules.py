from datetime import date, datetime

from dateutil.rrule import rrulestr

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.sample import seasons
from knutepunkt.sample.seasons import DAYS

AUTUMN = datetime(2026, 8, 24)  # noqa: DTZ001 - local by nature


def first_days(meetings: tuple[MeetingDraft, ...]) -> set[tuple[str, str]]:
    return {(one.rrule, one.first_on) for one in meetings if one.rrule}


def test_every_rule_can_be_followed(meetings: tuple[MeetingDraft, ...]) -> None:
    empty = [
        rule for rule, _ in first_days(meetings) if not rrulestr(rule, dtstart=AUTUMN).after(AUTUMN)
    ]

    assert empty == []


def test_a_first_day_is_a_day_of_its_rule(meetings: tuple[MeetingDraft, ...]) -> None:
    off = []
    for rule, first in first_days(meetings):
        if first:
            begins = datetime.fromisoformat(first)
            if next(iter(rrulestr(rule, dtstart=begins))) != begins:
                off.append((rule, first))

    assert off == []


def test_exceptions_are_days_of_their_rule(meetings: tuple[MeetingDraft, ...]) -> None:
    off = [
        (one.rrule, day)
        for one in meetings
        for day in one.except_on
        if DAYS[date.fromisoformat(day).weekday()] not in one.rrule
    ]

    assert off == []


def test_nobody_meets_on_the_mondays_around_christmas_and_easter() -> None:
    # Easter Sunday 2027 is 28 March, says every almanac.
    assert seasons.off("MO") == ("2026-12-21", "2026-12-28", "2027-03-22", "2027-03-29")


def test_a_meeting_without_a_day_has_no_time(meetings: tuple[MeetingDraft, ...]) -> None:
    assert [one for one in meetings if not one.rrule and not one.first_on and one.start] == []


def test_seasons_end_after_they_begin(meetings: tuple[MeetingDraft, ...]) -> None:
    assert [one for one in meetings if one.last_on and one.last_on <= one.first_on] == []
