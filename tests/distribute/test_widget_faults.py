"""What stands in another site's frame when there is no list to show."""

import pytest
from django.conf import LazySettings
from django.test import Client

from knutepunkt.distribute.api.buckets import Buckets
from knutepunkt.distribute.widget import views
from knutepunkt.distribute.widget.views import POLICY

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> tuple[int, str]:
    """The status and the page, which is one that a frame may show."""
    answer = client.get(address)
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Content-Security-Policy"] == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "X-Frame-Options" not in answer
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/embed/", "/embed/nothing", "/embed/theme/nothing", "/embed/municipality/0"]
)
def test_a_list_that_is_not_there(client: Client, address: str) -> None:
    status, page = shown(client, address)

    assert (status, "Denne lista finnes ikke" in page) == (404, True)
    assert '<a href="/" target="_top">' in page


def test_it_is_told_in_the_language_of_the_list(client: Client) -> None:
    assert 'lang="nn"' in shown(client, "/embed/nothing?page=2&lang=nn")[1]
    assert "This list does not exist" in shown(client, "/embed/nothing?lang=en")[1]
    assert '<html lang="nb">' in shown(client, "/embed/nothing?lang=%22%3E%3Cscript")[1]


def test_it_is_as_light_or_dark_as_the_list(client: Client) -> None:
    assert 'content="dark"' in shown(client, "/embed/nothing?look=dark")[1]
    assert 'content="light dark"' in shown(client, "/embed/nothing")[1]


def test_while_the_node_is_mended(client: Client, settings: LazySettings) -> None:
    settings.KNUTEPUNKT_MAINTENANCE = True

    status, page = shown(client, "/embed/groups")

    assert (status, "Vi reparerer noe." in page) == (503, True)
    assert client.get("/embed/groups")["Retry-After"] == "300"


def test_when_too_many_ask(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    spent = Buckets(0.001, 1)
    monkeypatch.setattr("knutepunkt.distribute.doors.answering.buckets", lambda: spent)
    client.get("/embed/groups")

    status, page = shown(client, "/embed/groups")

    assert (status, "Det kom mange forespørsler" in page) == (429, True)
    assert client.get("/embed/groups").headers.get("Retry-After", "").isdecimal()


def test_a_mistake_of_the_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(views, "listing")

    status, page = shown(Client(raise_request_exception=False), "/embed/groups")

    assert (status, "Feilen er vår." in page) == (500, True)
    assert "listing" not in page


def test_countless_fields_cost_the_page_alone(client: Client) -> None:
    asked = "&".join(f"p{number}=" for number in range(1001))

    assert shown(client, f"/embed/groups?{asked}")[0] == 400


def test_the_piece_for_programs_tells_them_a_problem(client: Client) -> None:
    answer = client.get("/embed/theme/nothing/fragment")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
