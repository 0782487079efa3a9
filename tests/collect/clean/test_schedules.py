"""Free text on when a group meets, in four languages."""

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.clean import schedule_words
from knutepunkt.collect.clean.schedules import Rhythm, rhythms

UNDERSTOOD = {
    "Mandager kl. 18–20": [("FREQ=WEEKLY;BYDAY=MO", "18:00", 120)],
    "Mandag kl 1800": [("FREQ=WEEKLY;BYDAY=MO", "18:00", None)],
    "Annenhver onsdag 19.00": [("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "19:00", None)],
    "söndagar 18-20": [("FREQ=WEEKLY;BYDAY=SU", "18:00", 120)],
    "montags 18.30": [("FREQ=WEEKLY;BYDAY=MO", "18:30", None)],
    "annankvar tysdag kl. 18": [("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "18:00", None)],
    "hver 14. dag mandag 18:00": [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "18:00", None)],
    "every 3 weeks on Monday": [("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "", None)],
    "Første tirsdag i måneden kl 18.30": [("FREQ=MONTHLY;BYDAY=1TU", "18:30", None)],
    "siste torsdag hver måned": [("FREQ=MONTHLY;BYDAY=-1TH", "", None)],
    "1st and 3rd Tuesday": [("FREQ=MONTHLY;BYDAY=1TU,3TU", "", None)],
    "every second Tuesday of the month": [("FREQ=MONTHLY;BYDAY=2TU", "", None)],
    "den 15. i hver måned kl 18": [("FREQ=MONTHLY;BYMONTHDAY=15", "18:00", None)],
    "Tue & Thu 7pm-8:30pm": [("FREQ=WEEKLY;BYDAY=TU,TH", "19:00", 90)],
    "Mondays 7-8:30 pm": [("FREQ=WEEKLY;BYDAY=MO", "19:00", 90)],
    "11-1pm Friday": [("FREQ=WEEKLY;BYDAY=FR", "11:00", 120)],
    "10 am Saturdays": [("FREQ=WEEKLY;BYDAY=SA", "10:00", None)],
    "Mon to Fri 9am to 5pm": [("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00", 480)],
    "Daily 7:00 AM": [("FREQ=DAILY", "07:00", None)],
    "Mo, Mi 18 Uhr": [("FREQ=WEEKLY;BYDAY=MO,WE", "18:00", None)],
    "Jeden ersten Montag im Monat, 19 Uhr": [("FREQ=MONTHLY;BYDAY=1MO", "19:00", None)],
    "Dienstag 09:00–11:30 und 13:00–18:00 Uhr": [
        ("FREQ=WEEKLY;BYDAY=TU", "09:00", 150), ("FREQ=WEEKLY;BYDAY=TU", "13:00", 300),
    ],
    "Mandag og onsdag 18.00, fredag 10.00": [
        ("FREQ=WEEKLY;BYDAY=MO,WE", "18:00", None), ("FREQ=WEEKLY;BYDAY=FR", "10:00", None),
    ],
    "kl 18": [("", "18:00", None)],
}  # fmt: skip
UNCLEAR = [
    "mandag unntatt juli", "hver tredje mandag", "monthly", "månedlig mandag", "annenhver uke",
    "mandag 12.10 kl 18", "mandag 25.00", "Mandag 18", "annenhver måned", "mandag til",
    "every 0 weeks Monday",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_text_is_understood(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    found = rhythms(text)

    assert [(one.rrule, one.start, one.minutes) for one in found] == expected


@pytest.mark.parametrize("text", ["Etter avtale", "By appointment only", "nach Vereinbarung"])
def test_agreement_is_no_rule(text: str) -> None:
    assert rhythms(text) == (Rhythm(is_agreed=True),)


@pytest.mark.parametrize("text", UNCLEAR)
def test_text_that_is_not_clear_is_refused_whole(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any word may be the cause
        rhythms(text)


def test_odd_weeks_are_numbered() -> None:
    rule = rhythms("Torsdager i oddetallsuker kl. 17")[0].rrule

    numbers = ",".join(str(number) for number in range(1, 54, 2))
    assert rule == f"FREQ=YEARLY;BYWEEKNO={numbers};BYDAY=TH"


def test_nothing_is_no_meeting() -> None:
    assert rhythms("") == ()


WORDS = st.sampled_from(
    [*UNDERSTOOD, *UNCLEAR, *schedule_words.ORDINAL, "mandag", "Fridays", "18", "18:00", "-", "to"]
)


@given(st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=4).map(" ".join)))
def test_any_text_gives_valid_rules_or_value_error(text: str) -> None:
    try:
        found = rhythms(text)
    except ValueError:
        return

    for one in found:
        if one.rrule:
            rrulestr(one.rrule)
