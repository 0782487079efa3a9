"""Every cleaning step, on any text: only the error it promises, the same again when repeated."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from knutepunkt.collect.clean import (
    addresses,
    dates,
    ids,
    links,
    points,
    schedules,
    secrets,
    text,
    times,
    weekdays,
    zones,
)
from knutepunkt.collect.opened import Options, Reading

PIECES = st.sampled_from(
    "<b> </p> <br <a & &amp; &#1; &#0; &#xd800; kl 19 19:30 19.30-20 2. annenhver hver mandag og "
    "Monday every second week password: pin 1234 ?pwd=x ,,*55# http:// https://a.no [ ] @ . – "
    "\u0301 \ud800 \0 \u2003 \ufeff 0000 9999 7600 Levanger, Norway 24:00 12 AM 60 min 1,5 t "
    "1.5.2026".split(" ")
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
)


def reading() -> Reading:
    return Reading(Options())


NEVER_FAIL: tuple[Callable[[str], Any], ...] = (
    addresses.country_at_end, addresses.country_named, addresses.norwegian_postal_code,
    ids.as_uuid, ids.real_id, links.shown, secrets.without_secrets, secrets.number_without_secrets,
    text.plain, text.one_line, weekdays.weekday_named, weekdays.parted, zones.zone_named,
    zones.is_zone, lambda value: links.web_address(value, "url", reading()),
    lambda value: zones.zone(value, reading()),
)  # fmt: skip
RAISE_VALUE_ERROR: tuple[Callable[[str], Any], ...] = (
    dates.day, dates.moment, points.degrees, schedules.rhythms, times.clock, times.duration,
    weekdays.weekday_counted_from_sunday,
)  # fmt: skip


@given(ANY_TEXT)
@example("&#" + "1" * 5000 + ";")
@example("http://[")
@example("//[\u2100")
def test_cleaning_never_fails(value: str) -> None:
    for clean in NEVER_FAIL:
        clean(value)


@given(ANY_TEXT)
@example("0001-01-01T00:00:00+23:59")
@example("9" * 5000)
def test_reading_a_value_fails_only_as_promised(value: str) -> None:
    for read in RAISE_VALUE_ERROR:
        try:
            read(value)
        except ValueError:
            continue


@given(ANY_JSON)
def test_any_json_becomes_plain_text(value: object) -> None:
    for clean in (text.plain, text.one_line, ids.real_id):
        clean(value).encode()


@given(ANY_JSON, ANY_JSON, st.booleans())
def test_any_json_is_a_point_on_earth_or_none(
    north: object, east: object, is_norwegian: bool
) -> None:
    latitude, longitude = points.point(north, east, reading(), in_norway=is_norwegian)

    assert (latitude is None) == (longitude is None)
    assert abs(latitude or 0) <= 90
    assert abs(longitude or 0) <= 180


@given(ANY_TEXT)
@example("a" + "\u0301\u0323" * 100)
@example("\u0323" * 50 + "a\u0301" * 50)
def test_tidying_twice_is_tidying_once(value: str) -> None:
    once = text.tidied(value)

    assert text.tidied(once) == once


@given(ANY_TEXT)
def test_what_is_left_of_a_text_has_no_passwords_left(value: str) -> None:
    once = secrets.without_secrets(value)

    assert secrets.without_secrets(once) == once


@given(ANY_TEXT)
def test_web_address_is_one(value: str) -> None:
    found = links.web_address(value, "url", reading())

    assert found == "" or found.lower().startswith(("http://", "https://"))


@given(st.times())
@example(time(0))
def test_clock_says_the_time_it_was_told(moment: time) -> None:
    told = moment.strftime("%H:%M")

    for written in (told, f"kl. {told}", told.replace(":", "."), moment.strftime("%I:%M %p")):
        assert times.clock(written) == told


@given(st.integers(1, 1440))
def test_duration_says_the_minutes_it_was_told(minutes: int) -> None:
    told = (f"{minutes}", f"{minutes} min", f"{minutes // 60:02}:{minutes % 60:02}:00")

    assert [times.duration(each) for each in told] == [minutes] * 3


@given(st.times(), st.integers(1, 1439))
def test_end_is_the_minutes_after_the_start(start: time, minutes: int) -> None:
    ended = (start.hour * 60 + start.minute + minutes) % 1440

    found = times.minutes_between(start.strftime("%H:%M"), f"{ended // 60:02}:{ended % 60:02}")

    assert found == minutes


@given(st.dates(min_value=date(1000, 1, 1)))
def test_date_is_the_one_it_was_told(day: date) -> None:
    told = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%m/%d/%Y}", f"{day:%Y/%m/%d}")

    assert [dates.day(each) for each in told] == [day.isoformat()] * 4


@given(st.datetimes(min_value=datetime(1000, 1, 1)))  # noqa: DTZ001 - local by nature
def test_moment_is_the_one_it_was_told(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    told = (
        whole.isoformat(),
        str(whole),
        f"{whole:%Y-%m-%d%H:%M:%S}",
        f"{whole:%d.%m.%Y %H:%M:%S}",
    )

    assert [dates.moment(each) for each in told] == [whole.isoformat()] * 4
