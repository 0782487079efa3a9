import gzip

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.site.packing import packed
from tests.site.made import record, taken_in

ACCEPTS = {"accept-encoding": "gzip, br"}


@given(st.binary(max_size=2000))
def test_what_is_packed_can_be_unpacked(content: bytes) -> None:
    assert gzip.decompress(packed(content)) == content


def test_the_same_bytes_are_not_always_as_long_when_packed() -> None:
    assert len({len(packed(b"a")) for _ in range(100)}) > 1


def test_an_answer_is_packed_for_those_who_take_it(seeker: Client) -> None:
    taken_in(record())
    address = seeker.post("/sok", {"text": "sorg"}).headers["Location"]

    plain, short = seeker.get(address), seeker.get(address, headers=ACCEPTS)

    assert [one.headers.get("Content-Encoding") for one in (plain, short)] == [None, "gzip"]
    lengths = [int(one.headers["Content-Length"]) for one in (plain, short)]
    assert lengths == [len(one.content) for one in (plain, short)]
    assert {one.headers["Vary"] for one in (plain, short)} == {"Accept-Language, Accept-Encoding"}
    assert gzip.decompress(short.content).startswith(b"\n<!DOCTYPE html>")
