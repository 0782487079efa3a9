"""Whatever goes wrong, and wherever, a program is told a problem in JSON and no page."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.distribute.searching import views

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded; charset=utf-7"


def told(answer: Any) -> tuple[int, str, int]:
    """The status, the kind of answer and the status it tells; every problem has a sentence."""
    said = json.loads(answer.content)
    assert said["detail"].strip()
    assert answer["Access-Control-Allow-Origin"] == "*"
    return answer.status_code, answer["Content-Type"], said["status"]


def problem(status: int) -> tuple[int, str, int]:
    return status, "application/problem+json", status


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/nothing", "/api/hsds/v3/nothing", "/feeds/", "/feeds/nothing/here", "/bmlt/",
     "/embed/theme/grief/nothing/fragment", "/qr/nothing.svg", "/sitemap-nothing"],
)  # fmt: skip
def test_an_address_that_leads_nowhere(client: Client, address: str) -> None:
    assert told(client.get(address)) == problem(404)


@pytest.mark.parametrize(
    "address",
    ["/api/docs", "/api/openapi.json", "/api/changes", "/api/hsds/v3/", "/feeds/groups.csv",
     "/feeds/vocabularies.json", "/bmlt/client_interface/json/", "/embed/groups", "/sitemap.xml"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_method_that_is_not_answered(address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)

    assert told(answer) == problem(405)
    assert "GET" in answer["Allow"]


def test_an_address_that_is_only_posted_to(client: Client) -> None:
    answer = client.get("/api/suggest")

    assert (told(answer), answer["Allow"]) == (problem(405), "POST, OPTIONS")


@pytest.mark.parametrize("address", ["/api/search", "/api/docs", "/feeds/groups.csv"])
def test_a_host_that_is_not_ours(client: Client, address: str) -> None:
    assert told(client.get(address, headers={"host": "another.example"})) == problem(400)


@pytest.mark.parametrize("address", ["/api/search", "/api/nothing", "/embed/groups/fragment"])
def test_a_node_that_is_being_mended(client: Client, settings: Settings, address: str) -> None:
    settings.KNUTEPUNKT_MAINTENANCE = True

    answer = client.get(address)

    assert (told(answer), answer["Retry-After"]) == (problem(503), "300")


def test_people_are_still_told_so_on_a_page(client: Client, settings: Settings) -> None:
    settings.KNUTEPUNKT_MAINTENANCE = True

    assert client.get("/")["Content-Type"] == "text/html; charset=utf-8"
    assert client.get("/apinothing")["Content-Type"] == "text/html; charset=utf-8"


def test_a_mistake_of_the_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(views, "public_query_of")

    answer = Client(raise_request_exception=False).get("/api/search")

    assert told(answer) == problem(500)
    assert b"public_query_of" not in answer.content


def test_a_form_is_read_as_utf_8_whatever_it_calls_itself(client: Client) -> None:
    answer = client.post("/api/hsds/v3/services", "search=s%C3%B8rg", content_type=FORM)

    assert json.loads(answer.content)["total_items"] == 0


def test_a_form_with_countless_fields(client: Client) -> None:
    body = "&".join(f"p{number}=" for number in range(1001))

    assert told(client.post("/api/hsds/v3/services", body, content_type=FORM)) == problem(413)
