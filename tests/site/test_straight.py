"""Answers come straight, and are in nothing other than by the way of all pages."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from pytest_django import Settings

from knutepunkt.site import limits
from tests.site.made import record, taken_in

STRAIGHT = "knutepunkt.site.straight.straight_to_answers"
SEALED = re.compile(rb"[\w-]{100,}")


def both_ways(address: str, settings: Settings, **headers: str) -> list[HttpResponse]:
    usual = [name for name in settings.MIDDLEWARE if name != STRAIGHT]
    straight = Client().get(address, headers=headers)
    with override_settings(MIDDLEWARE=usual):
        return [straight, Client().get(address, headers=headers)]


def told(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    return response.status_code, dict(response.headers), SEALED.sub(b"", response.content)


@pytest.mark.parametrize("tongue", ["", "/nn", "/en", "/se", "/nb", "/xx"])
@pytest.mark.parametrize("wanted", ["", "en", "de, nn;q=0.5"])
def test_an_answer_is_the_same_in_every_language(
    seeker: Client, settings: Settings, tongue: str, wanted: str
) -> None:
    taken_in(record())
    address = seeker.post("/sok", {"text": "sorg"}).headers["Location"]
    asked = {"accept-language": wanted} if wanted else {}

    straight, usual = both_ways(tongue + address, settings, **asked)

    assert told(straight) == told(usual)


@pytest.mark.parametrize("address", ["/treff/glemt", "/en/treff/glemt", "/treff/", "/treff/a/b"])
def test_what_is_no_answer_is_told_in_the_same_way(
    seeker: Client, settings: Settings, address: str
) -> None:
    straight, usual = both_ways(address, settings)

    assert told(straight) == told(usual)


@pytest.mark.parametrize("address", ["/treff/glemt", "/en/treff/glemt"])
def test_a_page_that_is_no_answer_is_packed_all_the_same(
    seeker: Client, settings: Settings, address: str
) -> None:
    ways = both_ways(address, settings, **{"accept-encoding": "gzip"})

    sent = [(one.status_code, one["Content-Encoding"], one["Vary"]) for one in ways]
    assert sent[0] == sent[1]


def test_whoever_has_read_too_much_is_asked_to_wait(seeker: Client, settings: Settings) -> None:
    settings.KNUTEPUNKT_READ_RATE = 0.01
    limits.reading.cache_clear()

    statuses = [seeker.get("/treff/glemt").status_code for _ in range(2)]

    assert statuses == [410, 429]


def test_another_host_is_refused(seeker: Client) -> None:
    assert seeker.get("/treff/glemt", headers={"host": "eksempel.invalid"}).status_code == 400


def test_a_node_that_is_mended_says_so(seeker: Client, settings: Settings) -> None:
    settings.KNUTEPUNKT_MAINTENANCE = True

    assert seeker.get("/treff/glemt").status_code == 503
