import gzip

from django.test import Client

from tests.site.made import record, taken_in

ACCEPTS = {"accept-encoding": "gzip, br"}


def test_an_answer_is_packed_for_those_who_take_it(seeker: Client) -> None:
    taken_in(record())
    address = seeker.post("/sok", {"text": "sorg"}).headers["Location"]

    plain, short = seeker.get(address), seeker.get(address, headers=ACCEPTS)

    assert [one.headers.get("Content-Encoding") for one in (plain, short)] == [None, "gzip"]
    lengths = [int(one.headers["Content-Length"]) for one in (plain, short)]
    assert lengths == [len(one.content) for one in (plain, short)]
    assert {one.headers["Vary"] for one in (plain, short)} == {"Accept-Language, Accept-Encoding"}
    assert gzip.decompress(short.content).startswith(b"\n<!DOCTYPE html>")
