"""Read as calendars read: through icalendar and recurring-ical-events."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import msgspec
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.directory.recurrence import Rule, days
from knutepunkt.distribute.formats.ical.lines import folded, text
from knutepunkt.distribute.formats.ical.zones import vtimezone
from tests.distribute.made import TUESDAYS, at, record, taken_in, withdraw
from tests.distribute.reading import account_of, text_of


def calendar() -> Any:
    return icalendar.Calendar.from_ical(text_of("ical"))


def starts(first: date, last: date) -> list[datetime]:
    found = recurring_ical_events.of(calendar()).between(first, last)
    return sorted(one["DTSTART"].dt for one in found)


def weekly(**said: Any) -> MeetingDraft:
    return msgspec.structs.replace(TUESDAYS, **said)


@pytest.mark.django_db
def test_a_meeting_keeps_its_time_of_day_over_summer_time() -> None:
    taken_in(record("Håp"))

    found = starts(date(2027, 3, 20), date(2027, 4, 2))

    assert [(one.isoformat(), one.astimezone(UTC).hour) for one in found] == [
        ("2027-03-23T18:00:00+01:00", 17),
        ("2027-03-30T18:00:00+02:00", 16),
    ]


@pytest.mark.django_db
def test_exceptions_and_extra_dates() -> None:
    meeting = weekly(first_on="2027-01-05", except_on=("2027-01-12",), also_on=("2027-01-14",))
    taken_in(record("Håp", meeting))

    found = [one.date().day for one in starts(date(2027, 1, 1), date(2027, 1, 20))]

    assert found == [5, 14, 19]


@pytest.mark.django_db
def test_a_season_ends_with_its_last_day() -> None:
    taken_in(record("Håp", weekly(first_on="2027-01-05", last_on="2027-01-19")))

    found = [one.date().day for one in starts(date(2027, 1, 1), date(2027, 3, 1))]

    assert found == [5, 12, 19]


RULES = [
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH", "2026-12-02"),
    ("FREQ=MONTHLY;BYDAY=1TU,3TU", ""),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01"),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "2026-10-20"),
    ("FREQ=WEEKLY;BYDAY=WE;COUNT=5", "2027-01-01"),
    ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270301T225959Z", "2027-01-01"),
    ("FREQ=YEARLY;BYWEEKNO=1,3,5,7,9;BYDAY=TU", ""),
    ("FREQ=DAILY", "2026-12-24"),
    ("", "2027-02-02"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("rrule", "first_on"), RULES)
def test_a_calendar_has_the_days_the_directory_counts(rrule: str, first_on: str) -> None:
    taken_in(record("Håp", weekly(rrule=rrule, first_on=first_on)))
    first = date.fromisoformat(first_on) if first_on else None
    begin, end = date(2026, 12, 1), date(2027, 5, 1)

    found = [one.date() for one in starts(begin, end)]

    rule = Rule(rrule, "18:00", "Europe/Oslo", first)
    assert found == [day for day in days(rule, begin) if day < end]


@pytest.mark.django_db
def test_a_meeting_keeps_its_uid_and_its_neighbours_do_not_matter() -> None:
    first, second = taken_in(record("En"), record("To"))
    uids = [str(event["UID"]) for event in calendar().walk("VEVENT")]
    withdraw(first)

    again = [str(event["UID"]) for event in calendar().walk("VEVENT")]

    assert again == uids[1:]
    assert uids[1] == f"{second.meetings.get().uid}@knutepunkt.example"


@pytest.mark.django_db
def test_what_cannot_stand_in_a_calendar_is_counted() -> None:
    agreed = MeetingDraft(key="avtale")
    unknown = weekly(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    taken_in(record("Håp", agreed, unknown), record("Pause", state="paused"))

    assert account_of("ical") == {
        "meetings by agreement, on days nobody has told, or that never take place": 2,
        "meetings that are paused or over": 1,
    }


@pytest.mark.django_db
def test_an_online_meeting_has_a_room_and_no_place() -> None:
    taken_in(record("Nett", at(None, mode="online", online_url="https://rom.example/1")))

    (event,) = calendar().walk("VEVENT")

    assert str(event["CONFERENCE"]) == "https://rom.example/1"
    assert "LOCATION" not in event


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_survives_escaping_and_folding(said: str) -> None:
    line = folded(f"SUMMARY:{text(said)}")

    assert [len(part) for part in line.split(b"\r\n") if len(part) > 75] == []
    event = b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n"
    back = str(icalendar.Event.from_ical(event.decode())["SUMMARY"])
    lines = said.replace("\r\n", "\n").replace("\r", "\n")
    assert back == "".join(one for one in lines if one.isprintable() or one in "\n\t")


@pytest.mark.parametrize("name", ["Europe/Oslo", "America/New_York", "Australia/Sydney",
                                  "Asia/Kathmandu", "Africa/Casablanca"])  # fmt: skip
def test_a_zone_changes_when_the_world_does(name: str) -> None:
    from zoneinfo import ZoneInfo

    zone = icalendar.Calendar.from_ical(vtimezone(name).decode()).to_tz(lookup_tzid=False)

    for month in range(1, 13):
        moment = datetime(2026, month, 15, 12)  # noqa: DTZ001 - a wall clock's
        told = moment.replace(tzinfo=zone).utcoffset()
        assert told == moment.replace(tzinfo=ZoneInfo(name)).utcoffset()


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Europe/Dublin",
                                  "Africa/Casablanca", "Asia/Kathmandu", "UTC"])  # fmt: skip
def test_last_thursdays_anywhere_but_the_one_that_is_left_out(zone: str) -> None:
    from zoneinfo import ZoneInfo

    meeting = weekly(rrule="FREQ=MONTHLY;BYDAY=-1TH", first_on="2027-01-28", timezone=zone,
                     except_on=("2027-04-29",))  # fmt: skip
    taken_in(record("Håp", meeting))

    found = [one.astimezone(UTC) for one in starts(date(2027, 1, 1), date(2027, 11, 30))]

    days = [
        "01-28",
        "02-25",
        "03-25",
        "05-27",
        "06-24",
        "07-29",
        "08-26",
        "09-30",
        "10-28",
        "11-25",
    ]
    held = [datetime.fromisoformat(f"2027-{day}T18:00:00") for day in days]
    assert found == [one.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for one in held]


@pytest.mark.django_db
def test_a_meeting_without_a_time_of_day_is_a_day_in_the_calendar() -> None:
    taken_in(record("Håp", weekly(start="", minutes=None)))

    found = [one.isoformat() for one in starts(date(2027, 3, 22), date(2027, 4, 2))]

    assert found == ["2027-03-23", "2027-03-30"]
