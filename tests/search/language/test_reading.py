"""Persons, times and places in the midst of a text."""

from datetime import date

import pytest

from knutepunkt.search.language.clock import by_day, clock_in
from knutepunkt.search.language.persons import persons_in
from knutepunkt.search.language.times import times_in
from knutepunkt.search.language.whereabouts import Whereabouts, whereabouts
from tests.search.language.known import Written

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("mannen min ruser seg", {0: "partner"}),
        ("min sønn", {1: "child"}),
        ("mor til en rusavhengig", {0: "child"}),
        ("besteforeldrene", {0: "other"}),
        ("gruppe for menn", {}),
        ("barn med adhd", {}),
    ],
)
def test_persons_are_those_close_to_the_writer(text: str, persons: dict[int, str]) -> None:
    assert persons_in(text.split()) == persons


@pytest.mark.parametrize(
    ("text", "days", "begins"),
    [
        ("sorg tirsdagskveld", ("TU",), (1020, 1439)),
        ("i helga", ("SA", "SU"), None),
        ("tysdag", ("TU",), None),
        ("i kveld", ("WE",), (1020, 1439)),
        ("i morgen", ("TH",), None),
        ("drikker hver helg", (), None),
        ("rus hver søndag", ("SU",), None),
        ("noe om kvelden for pårørende", (), (1020, 1439)),
        ("mandag om kvelden", ("MO",), (1020, 1439)),
        ("drikker om kvelden", (), None),
        ("sover ikke om morgenen", (), None),
        ("gruppe om dagen", (), (480, 960)),
        ("sorg på dagen", (), (480, 960)),
        ("drikker en flaske om dagen", (), None),
        ("jobber kveld", (), None),
        ("jobber mye på kvelden", (), None),
        ("jobber helg og kveld", (), None),
        ("jobber men kan kvelden", (), (1020, 1439)),
    ],
)
def test_times_are_read(text: str, days: tuple[str, ...], begins: tuple[int, int] | None) -> None:
    found = times_in(text.split(), WEDNESDAY, set())

    assert (found.weekdays, found.begins) == (days, begins)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("etter kl 18", (1080, 1439)),
        ("ikke før 18", (1080, 1439)),
        ("ikkje etter kl 20", (0, 1200)),
        ("not before 6 pm", (1080, 1439)),
        ("ikke senere enn 20", (0, 1200)),
        ("tidligere enn kl 12", (0, 720)),
        ("før 12", (0, 720)),
        ("kl 19 30", (1170, 1200)),
        ("etter åtte", (1200, 1439)),
        ("halv sju", (1110, 1140)),
        ("mellom fem og sju", (1020, 1140)),
        ("kl 7 om kvelden", (1140, 1170)),
        ("klokka sju i Bergen", (420, 450)),
        ("klokka seks om morgenen", (360, 390)),
        ("klokka elleve om natta", (1380, 1410)),
        ("panikk klokka fire om natta", (240, 270)),
        ("etter sju hver tirsdag", (1140, 1439)),
        ("mellom to og fem tirsdag", (840, 1020)),
        ("mellom 5 og 8", (1020, 1200)),
        ("mellom 22 og 2", (1320, 120)),
        ("fra 20 til 6", (1200, 360)),
        ("mellom 22 og 8", (1320, 480)),
        ("våkner klokka fire", None),
        ("våknar klokka fire", None),
        ("våkner alltid klokka fire", None),
        ("våkner kl 4", None),
        ("etter 40 år", None),
        ("diabetes 2", None),
        ("sorg senest kl 20", (0, 1200)),
        ("etter klokka halv åtte", (1170, 1439)),
        ("etter ni om morgenen", (540, 1439)),
        ("våkner halv sju", None),
        ("tidligst kl 17", (1020, 1439)),
        ("rundt kl 18", (1050, 1110)),
        ("onsdag 18", (1080, 1110)),
        ("onsdag 18 november", None),
        ("onsdag 18 30", (1110, 1140)),
        ("halv 7", (1110, 1140)),
        ("kvart over seks", (1095, 1125)),
        ("kvart på sju", (1125, 1155)),
        ("sein kveld", (1140, 1439)),
        ("tidlig på kvelden", (960, 1140)),
        ("utenom arbeidstid", (960, 1439)),
        ("seinest halv sju", (0, 1110)),
    ],
)
def test_the_clock_is_read(text: str, begins: tuple[int, int] | None) -> None:
    assert clock_in(text.split()).begins == begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("kveld etter kl 8", (1200, 1439)),
        ("kveld før kl 10", (1020, 1320)),
        ("ettermiddag kl 12", (720, 750)),
        ("formiddag kl 10", (600, 630)),
    ],
)
def test_the_clock_is_read_by_the_time_of_day(text: str, begins: tuple[int, int]) -> None:
    said = text.split()

    assert by_day(clock_in(said), times_in(said, WEDNESDAY, set())) == begins


def place(text: str) -> Whereabouts:
    return whereabouts(text.split(), Written("i sorg time ski", "sorg"), lambda _: False)


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("sorg tromso", "5501"),
        ("os i innlandet", "3430"),
        ("herøy nordland", "1818"),
        ("kárášjohka", "5610"),
        ("7030", "5001"),
        ("time", "1121"),
        ("en time", ""),
        ("time kommune", "1121"),
        ("gruppe i ski", "3207"),
        ("bor i ski i år", "3207"),
        ("sorg ski", "3207"),
        ("går på ski", ""),
        ("ski og sorg", ""),
    ],
)
def test_places_are_read_by_any_name_and_told_apart(text: str, municipality: str) -> None:
    spot = place(text).spot

    assert (spot.municipality if spot else "") == municipality


def test_a_text_may_say_how_far() -> None:
    assert place("innen 50 km fra hamar").within == 50
