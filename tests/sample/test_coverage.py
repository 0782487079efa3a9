"""A sample of 2,500 shows everything there is."""

import re
from typing import get_args

import pytest

from knutepunkt import gazetteer
from knutepunkt.collect.drafts import (
    Disclosure,
    GroupDraft,
    MeetingDraft,
    Mode,
    PlaceDraft,
    RecordDraft,
    State,
)
from knutepunkt.sample.groups import records
from knutepunkt.sample.schemes import concepts

OWN = "theme target-group working-form organisation-form format openness accessibility".split()


def codes_in(groups: tuple[GroupDraft, ...], scheme: str) -> set[str]:
    return {term.code for group in groups for term in group.terms if term.scheme == scheme}


@pytest.mark.parametrize("scheme", OWN)
def test_every_term_is_used(groups: tuple[GroupDraft, ...], scheme: str) -> None:
    assert set(concepts(scheme)) - codes_in(groups, scheme) == set()


@pytest.mark.parametrize("scheme", [*OWN, "language"])
def test_every_term_used_is_known(groups: tuple[GroupDraft, ...], scheme: str) -> None:
    assert codes_in(groups, scheme) - set(concepts(scheme)) == set()


@pytest.mark.parametrize("scheme", OWN)
def test_another_seed_uses_every_term_too(scheme: str) -> None:
    found = tuple(record.group for record in records(2_500, seed=99) if record.group)

    assert set(concepts(scheme)) - codes_in(found, scheme) == set()


def test_many_languages_are_spoken(groups: tuple[GroupDraft, ...]) -> None:
    wanted = {"nb", "nn", "en", "se", "ar", "pl", "uk", "so", "ti"}

    assert wanted - codes_in(groups, "language") == set()


def test_every_state_is_there(groups: tuple[GroupDraft, ...]) -> None:
    assert {group.state for group in groups} == set(get_args(State))


def test_every_mode_is_there(meetings: tuple[MeetingDraft, ...]) -> None:
    assert {meeting.mode for meeting in meetings} == set(get_args(Mode))


def places_of(meetings: tuple[MeetingDraft, ...]) -> list[PlaceDraft]:
    return [meeting.place for meeting in meetings if meeting.place is not None]


def test_every_disclosure_is_there(meetings: tuple[MeetingDraft, ...]) -> None:
    found = {place.disclosure for place in places_of(meetings)}

    assert found == set(get_args(Disclosure))


def test_some_places_have_no_point(meetings: tuple[MeetingDraft, ...]) -> None:
    places = places_of(meetings)
    without = [place for place in places if place.latitude is None]

    assert 0.1 < len(without) / len(places) < 0.25


def test_every_place_lies_in_a_municipality_and_contradicts_nothing(
    meetings: tuple[MeetingDraft, ...],
) -> None:
    wrong = [
        place
        for place in places_of(meetings)
        if gazetteer.placed(place.postal_code, place.city, place.municipality) is None
    ]

    assert wrong == []


def test_points_are_near_their_postal_codes(meetings: tuple[MeetingDraft, ...]) -> None:
    far = []
    for place in places_of(meetings):
        spot = gazetteer.postal_code(place.postal_code)
        if spot and place.latitude is not None and place.longitude is not None:
            here = (place.latitude, place.longitude)
            far.append(gazetteer.kilometres(*here, spot.latitude, spot.longitude))

    assert max(far) < 3


def test_every_county_is_there(meetings: tuple[MeetingDraft, ...]) -> None:
    spots = [gazetteer.postal_code(place.postal_code) for place in places_of(meetings)]

    assert {spot.county for spot in spots if spot} == {one.code for one in gazetteer.counties()}


SHAPES = {
    "weekly": r"FREQ=WEEKLY;BYDAY=..",
    "several days": r"FREQ=WEEKLY;BYDAY=..,.*",
    "every other week": r"FREQ=WEEKLY;INTERVAL=2;BYDAY=..",
    "nth weekday": r"FREQ=MONTHLY;BYDAY=[1-4]..",
    "last Friday": r"FREQ=MONTHLY;BYDAY=-1FR",
    "a number of times": r"FREQ=WEEKLY;COUNT=6;.*",
    "day of the month": r"FREQ=MONTHLY;BYMONTHDAY=\d+",
    "daily": r"FREQ=DAILY",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_rule_is_there(meetings: tuple[MeetingDraft, ...], shape: str) -> None:
    assert any(re.fullmatch(SHAPES[shape], meeting.rrule) for meeting in meetings)


def test_every_other_kind_of_schedule_is_there(meetings: tuple[MeetingDraft, ...]) -> None:
    found = {
        "season": any(one.rrule and one.last_on for one in meetings),
        "exceptions": any(one.except_on for one in meetings),
        "once": any(one.first_on and not one.rrule and not one.also_on for one in meetings),
        "extra dates": any(one.rrule and one.also_on for one in meetings),
        "by agreement": any(not one.first_on and not one.rrule for one in meetings),
        "past midnight": any(one.start >= "23:00" and (one.minutes or 0) > 60 for one in meetings),
        "no length": any(one.start and one.minutes is None for one in meetings),
        "far zone": any(one.timezone != "Europe/Oslo" for one in meetings),
    }

    assert [name for name, is_there in found.items() if not is_there] == []


def test_every_other_week_is_counted_from_a_day(meetings: tuple[MeetingDraft, ...]) -> None:
    uncounted = [one for one in meetings if "INTERVAL" in one.rrule and not one.first_on]

    assert uncounted == []


def test_organisations_understand_self_help_in_many_ways(sample: tuple[RecordDraft, ...]) -> None:
    words = [
        dict(record.organisation.own_words)
        for record in sample
        if record.group is None and record.organisation
    ]
    understandings = {text.partition(". ")[2] for told in words for text in told.values()}

    assert len(understandings) > 24
