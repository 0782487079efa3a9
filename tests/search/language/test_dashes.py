"""Spans of days and hours, with a dash or a word between."""

from datetime import date

import pytest

from knutepunkt.search.language.dashes import dashes_in, hours_between
from knutepunkt.search.language.letters import WORD, folded
from knutepunkt.search.language.times import times_in

SOME_DAY = date(2026, 11, 25)


def said(text: str) -> list[str]:
    return [folded(word) for word in WORD.findall(text)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sorg mandag til onsdag", ("MO", "TU", "WE")),
        ("sorg mandag-torsdag", ("MO", "TU", "WE", "TH")),
        ("rus man–tors kveld", ("MO", "TU", "WE", "TH")),
        ("grief monday to thursday", ("MO", "TU", "WE", "TH")),
        ("angst lørdag til mandag", ("SA", "SU", "MO")),
        ("sorg mandag og onsdag", ("MO", "WE")),
        ("sorg mandag, onsdag", ("MO", "WE")),
        ("jobber fra mandag til fredag", ()),
    ],
)
def test_days_between_two_are_meant_too(text: str, days: tuple[str, ...]) -> None:
    found = times_in(said(text), SOME_DAY, set(), dashes_in(text))

    assert found.weekdays == days


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("sorg kl. 10-12", (600, 720)),
        ("sorg tirsdag 17–20", (1020, 1200)),
        ("sorg 17.00-19.30", (1020, 1170)),
        ("foreldre 0-3 år onsdager 10-12", (600, 720)),
    ],
)
def test_two_hours_with_a_dash_are_a_span(text: str, begins: tuple[int, int]) -> None:
    found = hours_between(said(text), dashes_in(text))

    assert found is not None
    assert found.begins == begins


@pytest.mark.parametrize("text", ["ungdom 16-20", "angst 18-25 år", "kl 10 i Oslo", "tri-state"])
def test_ages_and_other_numbers_are_none(text: str) -> None:
    assert hours_between(said(text), dashes_in(text)) is None
