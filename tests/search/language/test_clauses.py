"""Whose a trouble is, and short names of days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from knutepunkt.search.language.clauses import is_mine, is_without
from knutepunkt.search.language.clock import clock_in
from knutepunkt.search.language.persons import persons_in
from knutepunkt.search.language.times import times_in
from knutepunkt.search.language.whereabouts import whereabouts
from tests.search.language.known import Written


def days_in(text: str, today: date = date(2026, 11, 25)) -> tuple[str, ...]:
    return times_in(text.split(), today, set()).weekdays


@pytest.mark.parametrize(
    ("text", "at", "is_own"),
    [
        ("jeg er redd for sønnen min", 2, True),
        ("har angst og to barn", 1, True),
        ("jeg har en bror som drikker", 5, False),
        ("mannen min drikker", 2, False),
        ("broren min er i fengsel", 4, False),
    ],
)
def test_what_is_told_of_oneself_is_not_of_somebody_close(
    text: str, at: int, *, is_own: bool
) -> None:
    assert is_mine(text.split(), at) == is_own


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("fattern drikker", {0: "parent"}),
        ("eksn min ruser seg", {0: "partner"}),
        ("ekskona mi", {0: "partner"}),
        ("steen ute", {}),
        ("en mann og et barn", {}),
    ],
)
def test_somebody_close_is_known_in_dialect_and_when_it_is_over(
    text: str, kinds: dict[int, str]
) -> None:
    assert persons_in(text.split()) == kinds


def test_what_one_does_without_stands_right_after_the_word() -> None:
    assert is_without("uten alkohol".split(), 0, 1)
    assert not is_without("uten tolv trinn alkohol".split(), 0, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sorg man", ("MO",)),
        ("sorg to", ("TH",)),
        ("rus fre kveld", ("FR",)),
        ("en man sa det", ()),
        ("no one to talk to", ()),
        ("gruppe for man", ()),
    ],
)
def test_short_names_of_days_are_days_where_they_stand_like_one(
    text: str, days: tuple[str, ...]
) -> None:
    assert days_in(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "lost my baby at 20 weeks",
        "født etter 25 uker",
        "etter 3 barn",
        "etter to barn",
        "skilt etter to og et halvt år",
        "etter fem i familien døde",
        "etter tre og alene",
        "foreldre til barn mellom to og fem",
        "foreldre til barn mellom 2 og 5",
        "barn fra seks til tolv",
        "tenåring fra tolv til atten år",
    ],
)
def test_a_number_of_something_is_no_hour(text: str) -> None:
    assert clock_in(text.split()).begins is None


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "Europe/Oslo", "MO"),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "America/New_York", "SU"),
        (datetime(2027, 3, 27, 23, 30, tzinfo=UTC), "Europe/Oslo", "MO"),
        (datetime(2027, 3, 28, 10, 30, tzinfo=UTC), "Pacific/Kiritimati", "TU"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Asia/Tokyo", "MO"),
    ],
)
def test_tomorrow_is_of_the_zone_the_asker_is_in_also_when_clocks_change(
    moment: datetime, zone: str, day: str
) -> None:
    assert days_in("i morgen kveld", moment.astimezone(ZoneInfo(zone)).date()) == (day,)


def test_the_land_around_a_town_is_wide() -> None:
    found = whereabouts(["sorg", "bergensområdet"], Written(), lambda _: False)

    assert (found.spot and found.spot.name, found.within, found.words) == ("Bergen", 40.0, {1})
