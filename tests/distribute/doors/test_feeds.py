import csv
import io
import os

import msgspec
import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.collect.models import Source
from knutepunkt.distribute.doors import finished
from tests.distribute.made import GRIEF, HOUSE, PARENTS, at, record, taken_in, unpublish, withdraw

pytestmark = pytest.mark.django_db
ENDINGS = ["ndjson", "csv", "xlsx", "ics", "atom", "jsonld", "meeting-guide.json"]
OSLO = msgspec.structs.replace(HOUSE, postal_code="0150", city="Oslo")


def body(response: object) -> bytes:
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_site_may_fetch_and_keep_a_feed(client: Client, ending: str) -> None:
    taken_in(record("Håp"))

    response = client.get(f"/feeds/groups.{ending}")

    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (200, "*")
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in response
    assert body(response) != b""


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_a_feed_that_is_known_is_not_sent_again(client: Client, header: str) -> None:
    taken_in(record("Håp"))
    client.get("/feeds/groups.ics")
    (file,) = finished.folder().glob("*.ics")
    os.utime(file, (1e9, 1e9))  # a second that is over
    first = client.get("/feeds/groups.ics")
    asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]

    again = client.get("/feeds/groups.ics", headers={asked: first[header]})

    assert (again.status_code, again["ETag"]) == (304, first["ETag"])


def test_a_feed_of_this_very_second_has_no_date(client: Client) -> None:
    taken_in(record("Håp"))

    assert "Last-Modified" not in client.get("/feeds/groups.ics")


def test_a_feed_is_another_when_a_source_has_another_name(client: Client) -> None:
    taken_in(record("Håp"))
    first = client.get("/feeds/groups.ndjson")
    Source.objects.update(name="Et annet navn")

    second = client.get("/feeds/groups.ndjson", headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200


def test_a_feed_follows_the_directory_at_once(client: Client) -> None:
    (group,) = taken_in(record("Håp"))
    first = client.get("/feeds/groups.ndjson")
    withdraw(group)

    second = client.get("/feeds/groups.ndjson", headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert b"H\xc3\xa5p" not in body(second)


def test_a_feed_is_another_when_the_node_moves(client: Client, settings: Settings) -> None:
    taken_in(record("Håp"))
    first = client.get("/feeds/groups.jsonld")
    settings.KNUTEPUNKT_BASE_URI = "https://annet.example/"

    second = client.get("/feeds/groups.jsonld", headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200


def names(response: object) -> list[str]:
    rows = csv.DictReader(io.StringIO(body(response).decode("utf-8-sig")))
    return [row["Gruppe"] for row in rows]


def test_a_feed_of_a_theme_and_a_municipality(client: Client, words: None) -> None:
    taken_in(
        record("Sorg i nord", terms=[GRIEF]),
        record("Sorg i sør", at(OSLO), terms=[GRIEF]),
        record("Foreldre", terms=[PARENTS]),
    )

    assert names(client.get("/feeds/theme/loss/groups.csv")) == ["Sorg i nord", "Sorg i sør"]
    assert names(client.get("/feeds/municipality/5001/groups.csv")) == ["Sorg i nord", "Foreldre"]
    both = client.get("/feeds/theme/loss/municipality/0301/groups.csv")
    assert names(both) == ["Sorg i sør"]


@pytest.mark.parametrize("address", ["theme/ukjent", "municipality/9999"])
def test_what_does_not_exist_is_a_problem(client: Client, words: None, address: str) -> None:
    response = client.get(f"/feeds/{address}/groups.ics")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["detail"].startswith("there is no ")


def test_an_ending_nobody_knows_is_a_problem(client: Client) -> None:
    assert client.get("/feeds/groups.exe").status_code == 404


def test_a_browser_may_ask_first(client: Client) -> None:
    response = client.options("/feeds/groups.csv")

    assert (response.status_code, response["Access-Control-Allow-Methods"]) == (
        204,
        "GET, HEAD, OPTIONS",
    )


def test_nothing_is_posted_here(client: Client) -> None:
    assert client.post("/feeds/groups.csv").status_code == 405


@pytest.mark.parametrize("ending", ["ics", "jsonld"])
def test_one_group_has_a_feed_of_its_own(client: Client, ending: str) -> None:
    group, other = taken_in(record("Håp"), record("Lys"))

    told = client.get(f"/feeds/group/{group.uid}.{ending}").content.decode()

    assert "Håp" in told
    assert "Lys" not in told
    assert str(other.uid) not in told


def test_a_withdrawn_group_is_gone_and_an_unpublished_one_was_never_there(client: Client) -> None:
    one, other = taken_in(record("Håp"), record("Lys"))
    withdraw(one)
    unpublish(other)

    assert client.get(f"/feeds/group/{one.uid}.ics").status_code == 410
    assert client.get(f"/feeds/group/{other.uid}.ics").status_code == 404


def test_robots_find_the_sitemap(client: Client) -> None:
    told = client.get("/robots.txt").content.decode()

    assert told.endswith("Sitemap: http://127.0.0.1:8000/sitemap.xml\n")


def test_vocabularies_are_listed_and_fetched(client: Client, words: None) -> None:
    listed = client.get("/feeds/vocabularies.json").json()

    turtle = client.get("/feeds/vocabularies/theme.ttl")

    assert [one["id"] for one in listed] == ["theme"]
    assert turtle["Content-Type"] == "text/turtle; charset=utf-8"
    assert '"Grief"@en' in turtle.content.decode()
    assert client.get("/feeds/vocabularies/ukjent.ttl").status_code == 404
