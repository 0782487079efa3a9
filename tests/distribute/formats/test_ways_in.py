"""A Meeting Guide feed tells of each online meeting how one takes part."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.distribute.formats.meeting_guide.ways_in import dialled
from tests.distribute.made import HOUSE, at, record, taken_in
from tests.distribute.reading import account_of, raw_of

URL = "https://rom.example/1"


def online(**said: Any) -> MeetingDraft:
    return at(None, mode="online", **said)


@pytest.mark.django_db
def test_an_online_meeting_without_a_way_in_is_left_out_and_counted() -> None:
    taken_in(
        record("Lenke", online(online_url=URL)),
        record("Telefon", online(dial_in="21 40 00 00")),
        record("Begge", at(HOUSE, mode="hybrid")),
        record("Ingen", online()),
        record("Ord", online(dial_in="ring oss dagen før")),
        record("Rom", online(online_url="zoommtg://rom.example/1")),
    )

    items = json.loads(raw_of("meeting-guide"))

    assert [(one["name"], one["attendance_option"]) for one in items] == [
        ("Lenke", "online"), ("Telefon", "online"), ("Begge", "in_person"),
    ]  # fmt: skip
    assert account_of("meeting-guide") == {
        "online meetings without an address or a number to dial": 3
    }


@pytest.mark.django_db
def test_words_beside_a_number_are_told_in_the_notes() -> None:
    taken_in(
        record("Både", online(dial_in="21 40 00 00 (spør etter Lyset)")),
        record("Bare ord", online(online_url=URL, dial_in="ring oss dagen før")),
    )

    items = json.loads(raw_of("meeting-guide"))

    names = ("conference_phone", "conference_phone_notes", "notes")
    assert [tuple(one.get(name) for name in names) for one in items] == [
        ("21400000", "21 40 00 00 (spør etter Lyset)", None),
        (None, None, "ring oss dagen før"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+47 21 40 00 00,,1234#", "+4721400000,,1234#"),
        ("+1 (646) 558-8656", "+16465588656"),
        ("tel:+4721400000", "+4721400000"),
        ("21 40 00 00, spør etter Lyset", "21400000"),
        ("(0) 21 40 00 00", "021400000"),
        ("21.40.00.00", "21400000"),
        ("٢١٤٠٠٠٠٠", ""),
        ("113", ""),
        ("24.12.", ""),
        ("møte-id 123 456 7890", ""),
        ("", ""),
    ],
)
def test_a_number_is_what_a_phone_can_dial(text: str, number: str) -> None:
    assert dialled(text) == number


@given(st.text(alphabet="0123456789+,;*#() -–.tel:abcæøå\n", max_size=60))
def test_whatever_is_written_is_a_number_or_none(text: str) -> None:
    assert re.fullmatch(r"(\+?\d{5,15}[\d,*#]*)?", dialled(text))
