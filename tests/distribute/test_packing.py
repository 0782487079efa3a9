import gzip

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.distribute.packing import HEAD, packed
from tests.distribute.made import record, taken_in

ACCEPTS = {"accept-encoding": "gzip, br"}


@given(st.binary(max_size=2000))
def test_what_is_packed_can_be_unpacked(content: bytes) -> None:
    assert gzip.decompress(packed(content)) == content


def test_the_same_bytes_are_not_always_as_long_when_packed() -> None:
    assert len({len(packed(b"a")) for _ in range(100)}) > 1


@pytest.mark.django_db
def test_an_answer_for_programs_is_packed_for_those_who_take_it() -> None:
    taken_in(record("Håp"))
    asked = ("/api/search", "{}", "application/json")

    plain, short = Client().post(*asked), Client().post(*asked, headers=ACCEPTS)

    assert [one.headers.get("Content-Encoding") for one in (plain, short)] == [None, "gzip"]
    assert [one.headers["Vary"] for one in (plain, short)] == ["Accept-Encoding"] * 2
    assert short.content.startswith(HEAD)  # By ourselves, as what is written once is.
    assert gzip.decompress(short.content) == plain.content
