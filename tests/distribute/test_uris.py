"""Addresses leave as URIs through every door that tells them to a program."""

import re

import msgspec
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.uris import uri
from tests.distribute.made import TUESDAYS, record, taken_in

OWN = "https://blåklokka.example/møter på tirsdag?om=søvn%20og%C3%B8"
SENT = "https://xn--blklokka-b0a.example/m%C3%B8ter%20p%C3%A5%20tirsdag?om=s%C3%B8vn%20og%C3%B8"
URI = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
DOORS = {
    "/feeds/groups.ics": 1, "/feeds/groups.jsonld": 3, "/feeds/groups.meeting-guide.json": 3,
    "/bmlt/client_interface/json/?switcher=GetSearchResults": 1,
    "/api/hsds/v3/services?full=true": 4,
}  # fmt: skip


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://lys.example/a?b=c#d", "https://lys.example/a?b=c#d"),
        (OWN, SENT),
        ("https://lys.example/100%", "https://lys.example/100%25"),
        ("http://[::1]:8000/ø", "http://[::1]:8000/%C3%B8"),
        ("https://[ingen adresse]/", ""),
        ('https://lys.example/<"|>', "https://lys.example/%3C%22%7C%3E"),
    ],
)
def test_an_address_becomes_the_uri_it_stands_for(address: str, expected: str) -> None:
    assert uri(address) == expected


@given(st.text().map(lambda text: f"https://{text}"))
def test_whatever_it_is_it_ends_as_a_uri_that_stays_as_it_is(address: str) -> None:
    found = uri(address)

    assert URI.fullmatch(found)
    assert uri(found) == found


@pytest.mark.django_db
@pytest.mark.parametrize(("door", "count"), DOORS.items(), ids=DOORS)
def test_every_door_tells_addresses_as_uris(
    client: Client, settings: Settings, door: str, count: int
) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    online = msgspec.structs.replace(TUESDAYS, mode="online", place=None, online_url=OWN)
    taken_in(record("Håp", online, url=OWN, organisation=OrganisationDraft("Lauget", url=OWN)))

    answer = client.get(door)

    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = body.replace(b"\r\n ", b"").replace(b"\\/", b"/").decode()
    assert (answer.status_code, text.count(SENT)) == (200, count)


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["/feeds/groups.ics", "/feeds/groups.atom", "/sitemap-pages.xml"])
def test_a_site_with_norwegian_letters_is_told_as_the_net_knows_it(
    client: Client, settings: Settings, door: str
) -> None:
    settings.KNUTEPUNKT_API_RATE, settings.KNUTEPUNKT_SITE = 1e6, "https://blåklokka.example"
    taken_in(record("Håp"))

    answer = client.get(door)

    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert ("https://xn--blklokka-b0a.example/" in body.decode(), "blåklokka" in body.decode()) == (
        True, False,
    )  # fmt: skip
