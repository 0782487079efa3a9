"""Programs come straight in, and lose nothing that other answers have."""

import gzip
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from knutepunkt.distribute.api.straight import ADDRESSES
from knutepunkt.site.middleware import HEADERS
from tests.distribute.made import record, taken_in

pytestmark = pytest.mark.django_db
SAFE = {
    **HEADERS,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Access-Control-Allow-Origin": "*",
}


def asked(**more: Any) -> Any:
    return Client().post("/api/search", "{}", content_type="application/json", **more)


def test_an_answer_has_every_safe_header_and_its_length() -> None:
    answer = asked()

    assert {name: answer[name] for name in SAFE} == SAFE
    assert answer["Content-Length"] == str(len(answer.content))


def test_an_answer_is_of_no_language_that_a_browser_prefers() -> None:
    taken_in(record("Håp"))

    answer = asked(headers={"accept-language": "en"})

    assert (answer.get("Content-Language"), answer["Vary"]) == (None, "Accept-Encoding")
    assert answer.content == asked(headers={"accept-language": "nn"}).content


def test_an_answer_is_packed_for_whoever_takes_it() -> None:
    taken_in(record("Håp"))

    plain, packed = asked(), asked(headers={"accept-encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_an_answer_over_http_leads_to_https_where_the_node_is_served_so(
    settings: Settings,
) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert asked().status_code == 301


def test_every_address_of_the_interface_is_the_same_one_either_way() -> None:
    for path in ("/api/search", "/api/hsds/v3/services", "/api/docs", "/api/nothing/at/all"):
        straight, usual = get_resolver(ADDRESSES).resolve(path), get_resolver().resolve(path)

        assert (straight.func, straight.kwargs) == (usual.func, usual.kwargs)
