"""Nobody may ask more than this node can answer, whichever door they come to."""

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.distribute.api import door
from knutepunkt.distribute.api.buckets import household
from knutepunkt.distribute.widget.faults import is_page
from tests.distribute.routes import addresses

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000001"
DOORS = ("/api/", "/feeds/", "/bmlt/", "/embed/", "/qr/", "/sitemap")
VALUES = {
    "uid": [NOBODY], "ending": ["csv"], "theme": ["grief"], "municipality": ["5001"],
    "id_": ["all"], "number": ["0"], "page": ["1"], "county": ["50"], "code": ["grief"],
    "scheme": ["theme"], "anything": ["anything"], "size": ["a4"], "kind": ["groups"],
}  # fmt: skip


@pytest.fixture
def nearly_closed(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e-9
    door.buckets.cache_clear()


def every_door() -> list[str]:
    return [one for one in addresses(VALUES) if one.startswith(DOORS)]


def test_every_door_tells_who_asks_too_much_when_to_come_again(
    client: Client, nearly_closed: None
) -> None:
    client.get("/api/hsds/v3/")

    asked = {f"{method} {one}": client.generic(method, one)
             for one in every_door() for method in ("GET", "POST")}  # fmt: skip
    answers = {one: found for one, found in asked.items() if found.status_code != 405}

    assert {one.partition(" ")[2] for one in answers} == {*every_door()}
    assert {one for one in answers if one.startswith("POST")} >= {
        "POST /api/search", "POST /api/suggest", "POST /api/hsds/v3/services",
    }  # fmt: skip
    assert {one: found.status_code for one, found in answers.items()} == dict.fromkeys(answers, 429)
    assert [one for one, found in answers.items() if int(found["Retry-After"]) < 1] == []
    assert {one: found["Content-Type"] for one, found in answers.items()} == {
        one: "text/html; charset=utf-8" if is_page(one.partition(" ")[2])
        else "application/problem+json" for one in answers
    }  # fmt: skip


def test_one_client_does_not_close_the_door_for_another(
    client: Client, nearly_closed: None
) -> None:
    client.get("/feeds/vocabularies.json")

    same = client.get("/feeds/vocabularies.json").status_code
    other = client.get("/feeds/vocabularies.json", REMOTE_ADDR="192.0.2.7").status_code

    assert (same, other) == (429, 200)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_a_client_of_many_addresses_is_one_client(first: str, second: str) -> None:
    assert household(first) == household(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:3::1"),
        ("192.0.2.7", "192.0.2.8"),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8"),
        ("no:address", "nor:this"),
    ],
)
def test_neighbours_are_two_clients(first: str, second: str) -> None:
    assert household(first) != household(second)
