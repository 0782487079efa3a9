"""Addresses typed from paper. The expected letters are from Crockford's table, by hand."""

from uuid import UUID

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.directory.models import Group
from knutepunkt.site.short import LENGTH, LETTERS, group_at, short_of
from tests.site.made import draft, record, taken_in

# 11111 00000 00001 11110 and so on: z, 0, 1, y …
HAND = UUID(bytes=bytes([0b11111000, 0b00000011, 0b11100000, *[0] * 13]))


def moved(group: Group, uid: UUID) -> None:
    Group.objects.filter(pk=group.pk).update(uid=uid)


def test_an_id_is_written_in_two_halves() -> None:
    assert short_of(HAND) == "z01y0-00000"


@given(st.uuids())
def test_a_short_form_is_what_people_can_type(uid: UUID) -> None:
    code = short_of(uid).replace("-", "")

    assert (len(code), set(code) <= set(LETTERS)) == (LENGTH, True)


def test_a_short_address_leads_to_its_group(seeker: Client) -> None:
    group, _other = taken_in(record(draft("A")), record(draft("B")))

    answer = seeker.get(f"/nn/g/{short_of(group.uid)}")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/nn/gruppe/{group.uid}")


@pytest.mark.parametrize("typed", ["z01y0-00000", "Z01Y000000", "zOly0-ooOOo", "z0iy000000"])
def test_letters_that_look_alike_are_read_alike(seeker: Client, typed: str) -> None:
    moved(taken_in(record())[0], HAND)

    assert seeker.get(f"/g/{typed}").headers["Location"] == f"/gruppe/{HAND}"


@pytest.mark.parametrize("typed", ["z01y0-00001", "z01y0", "z01y0-0000u", "z01y0-000000"])
def test_an_address_that_no_group_has_is_answered_plainly(seeker: Client, typed: str) -> None:
    moved(taken_in(record())[0], HAND)

    assert seeker.get(f"/g/{typed}").status_code == 404


def test_an_address_that_two_groups_share_leads_to_neither(seeker: Client) -> None:
    one, other = taken_in(record(draft("A")), record(draft("B")))
    moved(one, HAND)
    moved(other, UUID(int=HAND.int + 1))

    assert group_at("z01y0-00000") is None
