import gzip

import pytest
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


@pytest.mark.parametrize("address", ["/", "/treff", "/static/site/site.css", "/api/hsds/v3/"])
def test_nothing_is_packed_for_those_who_refuse_it(seeker: Client, address: str) -> None:
    taken_in(record())
    if address == "/treff":
        address = seeker.post("/sok", {"text": "sorg"}).headers["Location"]
    seeker.get(address, headers=ACCEPTS)  # a page that is kept is kept packed, too

    plain = seeker.get(address, headers={"accept-encoding": "br, gzip; q=0.0"})

    assert (plain.status_code, plain.headers.get("Content-Encoding")) == (200, None)
