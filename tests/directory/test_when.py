"""Times in words; a rule there are no words for is never told as another."""

from datetime import date

import pytest

from knutepunkt.directory.when import day_told, day_words, is_over, since, weekdays_of, when


def told(rrule: str, language: str = "nb", first_on: date | None = None) -> str:
    return when(
        rrule=rrule, first_on=first_on, last_on=None, start="18:00", minutes=90, language=language
    )


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,WE", "Mandager og onsdager kl. 18.00–19.30"),
        ("FREQ=WEEKLY;BYDAY=FR,MO,TH,TU,WE", "Mandag til fredag kl. 18.00–19.30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,TH,FR",
         "Mandager, tirsdager, torsdager og fredager kl. 18.00–19.30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Hver dag kl. 18.00–19.30"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Annenhver tirsdag kl. 18.00–19.30"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "Fredag hver 3. uke kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", "Første og tredje mandag i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Siste fredag i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYDAY=5MO", "Femte mandag i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "Andre mandag i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "Den 15. i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "Den 1. og 15. i måneden kl. 18.00–19.30"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
         "Første mandag i måneden, hver 2. måned kl. 18.00–19.30"),
        ("FREQ=MONTHLY;BYDAY=TU", "Tirsdager kl. 18.00–19.30"),
        ("FREQ=DAILY", "Hver dag kl. 18.00–19.30"),
        ("FREQ=DAILY;BYDAY=MO,TU", "Mandager og tirsdager kl. 18.00–19.30"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20300101T000000Z", "Mandager kl. 18.00–19.30"),
        ("", "Etter avtale kl. 18.00–19.30"),
    ],
)  # fmt: skip
def test_rule_in_bokmal(rrule: str, words: str) -> None:
    assert told(rrule) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nn", "Måndagar kl. 18.00–19.30"),
        ("en", "Mondays at 18:00–19:30"),
    ],
)
def test_rule_in_other_languages(language: str, words: str) -> None:
    assert told("FREQ=WEEKLY;BYDAY=MO", language) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [("1", "The 1st of the month at 18:00–19:30"),
     ("2,13,23", "The 2nd, 13th and 23rd of the month at 18:00–19:30")],
)  # fmt: skip
def test_days_of_a_month_are_counted_as_english_counts(days: str, words: str) -> None:
    assert told(f"FREQ=MONTHLY;BYMONTHDAY={days}", "en") == words


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,3",
        "FREQ=DAILY;INTERVAL=2",
        "FREQ=DAILY;BYMONTH=7",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17",
    ],
)
def test_a_rule_without_words_tells_only_that_there_are_certain_days(rrule: str) -> None:
    assert told(rrule) == "På bestemte dager kl. 18.00–19.30"


@pytest.mark.parametrize(
    ("rrule", "number"),
    [
        ("FREQ=DAILY", 7),
        ("FREQ=DAILY;INTERVAL=3", 7),
        ("FREQ=DAILY;BYMONTH=7", 7),
        ("FREQ=DAILY;INTERVAL=14", 0),
        ("FREQ=DAILY;BYMONTHDAY=15", 0),
    ],
)
def test_a_daily_rule_has_every_weekday_unless_dates_pick_its_days(rrule: str, number: int) -> None:
    assert len(weekdays_of(rrule, date(2026, 5, 17))) == number


def test_one_off_is_told_with_its_date() -> None:
    assert told("", first_on=date(2026, 5, 17)) == "Søndag 17. mai 2026 kl. 18.00–19.30"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 5, 17), 17),
        (date(2026, 5, 18), 20),
        (date(2026, 5, 21), 24),
        (date(2026, 6, 1), 17),
    ],
)
def test_the_next_of_several_days_is_told_and_the_first_when_all_are_over(
    today: date, expected: int
) -> None:
    also_on = ("2026-05-24", "2026-05-20")

    assert day_told("", date(2026, 5, 17), also_on, today) == date(2026, 5, expected)


def test_a_rule_keeps_the_day_it_counts_from() -> None:
    first = date(2026, 5, 17)

    assert day_told("FREQ=WEEKLY", first, ("2026-05-20",), date(2026, 5, 18)) == first


@pytest.mark.parametrize(
    ("language", "year", "expected"),
    [
        ("nb", 2026, "søndag 17. mai"),
        ("nb", 2025, "søndag 17. mai 2026"),
        ("en", 2026, "Sunday 17 May"),
    ],
)
def test_the_year_is_told_where_it_is_another(language: str, year: int, expected: str) -> None:
    assert day_words(date(2026, 5, 17), language, year) == expected


@pytest.mark.parametrize(
    ("first_on", "told"),
    [
        (date(2099, 1, 1), "Tirsdager kl. 18.00, fra 1. januar til 13. juni 2099"),
        (date(2098, 8, 26), "Tirsdager kl. 18.00, fra 26. august 2098 til 13. juni 2099"),
    ],
)
def test_a_season_says_of_which_year_it_is(first_on: date, told: str) -> None:
    said = when(
        rrule="FREQ=WEEKLY;BYDAY=TU", first_on=first_on, last_on=date(2099, 6, 13),
        start="18:00", minutes=None,
    )  # fmt: skip

    assert said == told


@pytest.mark.parametrize(
    ("rrule", "told", "over_on"),
    [
        ("COUNT=6", ", fra 27. august til 1. oktober 2026", date(2026, 10, 2)),
        ("UNTIL=20261002", ", fra 27. august til 2. oktober 2026", date(2026, 10, 3)),
        ("INTERVAL=1", "", None),
        ("COUNT=5000", "", None),  # Nearly a hundred years.
    ],
)
def test_a_rule_that_ends_by_itself_says_when(rrule: str, told: str, over_on: date | None) -> None:
    rrule, first_on = f"FREQ=WEEKLY;{rrule};BYDAY=TH", date(2026, 8, 27)
    days = [date(2026, 10, number) for number in (1, 2, 3)]

    said = when(rrule=rrule, first_on=first_on, last_on=None, start="18:00", minutes=None)
    over = [day for day in days if is_over(rrule, first_on, None, (), day)]

    assert said == f"Torsdager kl. 18.00{told}"
    assert next(iter(over), None) == over_on


@pytest.mark.parametrize(
    ("first_on", "last_on", "rrule", "told"),
    [
        (date(2029, 1, 2), None, "FREQ=WEEKLY;BYDAY=TU", ", fra 2. januar 2029"),
        (date(2026, 11, 27), None, "FREQ=WEEKLY;BYDAY=TU", ""),
        (date(2029, 1, 2), date(2029, 6, 1), "FREQ=WEEKLY;BYDAY=TU", ""),
        (date(2029, 1, 2), None, "FREQ=WEEKLY;BYDAY=TU;COUNT=3", ""),
        (date(2029, 1, 2), None, "", ""),
        (None, None, "FREQ=WEEKLY;BYDAY=TU", ""),
    ],
)
def test_a_rule_without_end_that_has_not_begun_says_from_when(
    first_on: date | None, last_on: date | None, rrule: str, told: str
) -> None:
    assert since(rrule, first_on, last_on, date(2026, 11, 27), "nb") == told


@pytest.mark.parametrize(
    ("start", "minutes", "told"),
    [("00:00", 1440, "Hver dag hele døgnet"), ("12:00", 1440, "Hver dag kl. 12.00–12.00")],
)
def test_from_midnight_to_midnight_is_around_the_clock(start: str, minutes: int, told: str) -> None:
    assert (
        when(rrule="FREQ=DAILY", first_on=None, last_on=None, start=start, minutes=minutes) == told
    )
