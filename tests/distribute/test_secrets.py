"""Makes every kind of secret there can be and looks for each behind every door."""

import re
import zipfile
from io import BytesIO

import msgspec
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import OrganisationDraft, PlaceDraft, RecordDraft, Term
from knutepunkt.distribute.formats.base import Account
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import stream
from tests.distribute.made import GRIEF, at, load_words, record, taken_in, unpublish, withdraw
from tests.distribute.reading import FRAME

ADDRESSES = (
    "/feeds/groups.ndjson", "/feeds/groups.csv", "/feeds/groups.xlsx", "/feeds/groups.ics",
    "/feeds/groups.atom", "/feeds/groups.jsonld", "/feeds/groups.meeting-guide.json",
    "/feeds/theme/grief/groups.csv", "/feeds/municipality/5001/groups.ics",
    "/feeds/vocabularies.json", "/feeds/vocabularies/all.ttl", "/sitemap.xml", "/sitemap-0.xml",
    "/bmlt/client_interface/json/?switcher=GetSearchResults",
    "/bmlt/client_interface/json/?switcher=GetServiceBodies", "/embed/groups", "/embed/theme/grief",
    "/embed/groups/fragment",
)  # fmt: skip
SECRET = st.integers(min_value=10**9, max_value=10**10 - 1).map(lambda number: f"zq{number}qz")
# A list on paper takes a second each; one example of it is enough (test_printed.py).
QUICK = [name for name in MODULES if not name.startswith("pdf")]


def directory(secret: list[str]) -> tuple[RecordDraft, ...]:
    """Groups that hold each secret where it must stay."""
    hidden = PlaceDraft(
        name=secret[0], address=secret[1], postal_code="7011", city="Trondheim", country="NO",
        latitude=63.41234, longitude=10.38765, notes=secret[2], disclosure="hidden",
    )  # fmt: skip
    area = msgspec.structs.replace(hidden, disclosure="area")
    online = at(
        None, mode="online", online_url=f"https://rom.example/1?pwd={secret[3]}",
        online_notes=f"Passord: {secret[4]}", notes=f"passcode: {secret[5]}",
    )  # fmt: skip
    ghost = at(msgspec.structs.replace(hidden, disclosure="exact"), mode="online")
    owner = OrganisationDraft("Lauget", contacts=(("email", f"{secret[6]}@privat.example"),))
    unknown = OrganisationDraft(secret[7], own_words=(("nb", secret[8]),))
    return (
        record("Håp", at(hidden), at(area), online, ghost, organisation=owner, terms=[GRIEF],
               contacts=[["contact_1_name", secret[9]], ["contact_1_phone", secret[10]]],
               how_to_join=f"Passord er {secret[11]}"),
        record(secret[12], at(hidden), organisation=unknown,
               terms=[Term("local", secret[13], secret[14])],
               own_words=[["nb", secret[15]]]),
        record(secret[16], own_words=[["nb", secret[17]]]),
    )  # fmt: skip


def readable(raw: bytes) -> str:
    """The text of an answer, folded lines joined and archives opened."""
    if raw[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    return re.sub(r"\r\n ", "", raw.decode())


def fetched(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    streamed = getattr(response, "streaming_content", None)
    return readable(b"".join(streamed) if streamed else response.content)


def written(name: str) -> str:
    return readable(b"".join(format_named(name).chunks(stream(), FRAME, Account())))


@pytest.mark.usefixtures("own_data")
class TestSecrets(TestCase):
    @settings(max_examples=8, suppress_health_check=list(HealthCheck))
    @given(st.lists(SECRET, min_size=18, max_size=18, unique=True))
    def test_no_secret_leaves_by_any_door(self, secret: list[str]) -> None:
        load_words()
        groups = taken_in(*directory(secret))
        unpublish(groups[1])
        withdraw(groups[2])
        uids = [str(group.uid) for group in groups[1:]]

        told = {address: fetched(Client(), address) for address in ADDRESSES}
        told |= {name: written(name) for name in QUICK}

        assert "Håp" in told["/feeds/groups.csv"]
        assert [
            (door, one) for door, text in told.items() for one in (*secret, *uids) if one in text
        ] == []
        assert [door for door, text in told.items() if "63.41234" in text] == []
