"""Makes every kind of secret there can be and looks for each behind every door."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import OrganisationDraft, PlaceDraft, RecordDraft, Term
from knutepunkt.directory.models import Group, Organisation
from knutepunkt.distribute.api import door
from knutepunkt.distribute.doors.views import ENDINGS
from knutepunkt.distribute.dump import dump
from knutepunkt.distribute.formats.registry import MODULES
from knutepunkt.vocabulary.models import Concept, Scheme
from tests.distribute.made import GRIEF, at, load_words, record, taken_in, unpublish, withdraw
from tests.distribute.reading import raw_of
from tests.distribute.routes import addresses

pypdf = pytest.importorskip("pypdf", reason="pypdf is not in this environment")

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


def values(groups: list[Group]) -> dict[str, list[str]]:
    """What the parts of addresses can be: of public groups, and of those that are none."""
    owners = [str(uid) for uid in Organisation.objects.values_list("uid", flat=True)]
    schemes = list(Scheme.objects.values_list("pk", flat=True))
    return {
        "uid": [*(str(group.uid) for group in groups), *owners],
        "ending": sorted(ending for ending in ENDINGS if not ending.endswith(".pdf")),
        "theme": ["grief"],
        "municipality": ["5001"],
        "id_": ["all", *schemes],
        "number": ["0"],
        "page": ["1"],
        "county": ["50"],
        "code": [
            "grief",
            "5001",
            *Concept.objects.filter(scheme__kind="local").values_list("code", flat=True),
        ],
        "scheme": ["theme", "local-eksempel"],
        "kind": ["groups", "organisations", "terms"],
        "anything": ["anything"],
        "size": ["a4"],
    }


def readable(raw: bytes) -> str:
    """The text of an answer, folded lines joined, archives opened and addresses decoded."""
    if raw[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    if raw[:4] == b"%PDF":
        found = pypdf.PdfReader(BytesIO(raw))
        pages = "\n".join(page.extract_text() for page in found.pages)
        return f"{pages}\n{found.metadata}\n{found.xmp_metadata}"
    if raw[:4] == b"\x89PNG":
        return ""
    return re.sub(r"\r\n ", "", raw.decode())


def fetched(client: Client, address: str) -> str:
    """Everything an address answers, headers too, whatever it is asked for."""
    told = []
    for asked in ({}, *QUESTIONS.get(address.partition("?")[0], ())):
        response = client.get(address, asked)
        assert response.status_code < 500, address
        streamed = getattr(response, "streaming_content", None)
        told.append(readable(b"".join(streamed) if streamed else response.content))
        told.append(str(response.headers))
    return "".join(told)


CHANGES, HSDS = "/api/changes", "/api/hsds/v3/"
WHOLE = [{"full": "true"}, {"format": "ndjson"}, {"full": "true", "format": "ndjson"}]
QUESTIONS: dict[str, list[dict[str, str]]] = {
    f"{HSDS}services": [*WHOLE, {"minimal": "true"}],
    f"{HSDS}service_at_locations": [
        *WHOLE, {"postcode": "7011", "proximity": "100"}, {"postcode": "7011", "proximity": "9999"}
    ],
    f"{HSDS}organizations": [*WHOLE, {"full_service": "true"}],
    "/bmlt/client_interface/json/": [
        {"switcher": name}
        for name in ("GetSearchResults", "GetServiceBodies", "GetFormats", "GetServerInfo")
    ],
}  # fmt: skip


@override_settings(KNUTEPUNKT_API_RATE=1e6)
@pytest.mark.usefixtures("own_data")
class TestSecrets(TestCase):
    @settings(max_examples=1, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(SECRET, min_size=18, max_size=18, unique=True))
    def test_no_secret_leaves_by_any_door(self, secret: list[str]) -> None:
        load_words()
        groups = taken_in(*directory(secret))
        unpublish(groups[1])
        withdraw(groups[2])
        door.buckets.cache_clear()

        told = {one: fetched(Client(), one) for one in addresses(values(groups))}
        told |= {name: readable(raw_of(name)) for name in QUICK}

        assert "Håp" in told["/feeds/groups.csv"]
        assert f"{groups[0].uid}" in told[f"{HSDS}services"]
        leaks = found_in(told, secret, groups[1:])
        assert leaks == [], leaks

    def test_no_secret_is_printed_or_dumped(self) -> None:
        secret = [f"zq{10**9 + number}qz" for number in range(18)]
        load_words()
        groups = taken_in(*directory(secret))
        unpublish(groups[1])
        withdraw(groups[2])
        with TemporaryDirectory() as folder:
            dump(Path(folder) / "dump")
            told = {
                path.name: readable(path.read_bytes())
                for path in Path(folder).rglob("*")
                if path.is_file()
            }

        told |= {name: readable(raw_of(name)) for name in MODULES if name.startswith("pdf")}

        assert "Håp" in told["pdf-a4"]
        assert found_in(told, secret, groups[1:]) == []


def found_in(told: dict[str, str], secret: list[str], gone: list[Group]) -> list[tuple[str, str]]:
    """Each secret, and each id of a group that is not public, with where it was found.

    An address that itself names a group may name it in its answer, and what has changed names the
    groups that are gone, for copies to drop.
    """
    uids = [str(group.uid) for group in gone]
    return [
        (door, one)
        for door, text in told.items()
        for one in (*secret, *uids, "63.41234", "10.38765")
        if one in text and one not in door and (one not in uids or door != CHANGES)
    ]
