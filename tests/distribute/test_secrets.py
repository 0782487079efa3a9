"""Makes every kind of secret there can be and looks for each behind every door."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

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


TELLING = st.sampled_from(["Passord: {}", "passcode: {}", "Passord er {}", "Passwort: {}"])
KINDS = st.sampled_from(["email", "phone", "contact_1_name", "contact_2_phone", "notes"])
RULES = st.sampled_from(["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-1TH", ""])


class Ways(NamedTuple):
    """In which ways the groups of an example keep their secrets."""

    telling: str = "Passord er {}"
    kinds: tuple[str, str] = ("contact_1_name", "contact_1_phone")
    rule: str = "FREQ=WEEKLY;BYDAY=TU"
    is_withdrawn_too: bool = False


def digits(secret: str) -> str:
    """A secret as a telephone takes it."""
    return secret.strip("zq")


WAYS = st.builds(Ways, TELLING, st.tuples(KINDS, KINDS), RULES, st.booleans())


def directory(secret: list[str], ways: Ways) -> tuple[RecordDraft, ...]:
    """Groups that hold each secret where it must stay."""
    hidden = PlaceDraft(
        name=secret[0], address=secret[1], postal_code="7011", city="Trondheim", country="NO",
        latitude=63.41234, longitude=10.38765, notes=secret[2], disclosure="hidden",
    )  # fmt: skip
    area = msgspec.structs.replace(hidden, disclosure="area")
    online = at(
        None, mode="online", online_url=f"https://rom.example/1?pwd={secret[3]}",
        online_notes=ways.telling.format(secret[4]), notes=f"passcode: {secret[5]}",
        dial_in=f"+47 22 22 22 22,,123456#,,*{digits(secret[18])}#", rrule=ways.rule,
    )  # fmt: skip
    ghost = at(msgspec.structs.replace(hidden, disclosure="exact"), mode="online")
    owner = OrganisationDraft("Lauget", contacts=(("email", f"{secret[6]}@privat.example"),))
    unknown = OrganisationDraft(secret[7], own_words=(("nb", secret[8]),))
    one, other = ways.kinds
    return (
        record("Håp", at(hidden, rrule=ways.rule), at(area), online, ghost, organisation=owner,
               terms=[GRIEF], contacts=[[one, secret[9]], [other, secret[10]]],
               how_to_join=ways.telling.format(secret[11])),
        record(secret[12], at(hidden), organisation=unknown,
               terms=[Term("local", secret[13], secret[14])],
               own_words=[["nb", secret[15]]]),
        record(secret[16], own_words=[["nb", secret[17]]]),
    )  # fmt: skip


def hold(secret: list[str], ways: Ways) -> list[Group]:
    """A node that keeps the secrets: one group is public and two are not."""
    load_words()
    groups = taken_in(*directory(secret, ways))
    unpublish(groups[1])
    for group in groups[1 if ways.is_withdrawn_too else 2 :]:
        withdraw(group)
    door.buckets.cache_clear()
    return groups


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


# Passwords never come so far as to be looked for: collecting takes them out (test_secret_words.py).
TAKEN_OUT = (3, 4, 5, 11, 18)
LISTS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")


def posted(client: Client, secret: list[str]) -> Iterator[tuple[str, str]]:
    """What the doors for questions answer, also to who knows how a secret begins."""
    begun = [{"text": one[:-3]} for one in secret]
    asked: dict[str, list[Any]] = {
        "/api/search": [{"limit": 100}, {"text": "Håp", "place": "7011"}, *begun],
        "/api/suggest": [{"text": ""}, {"text": "zq"}, *begun],
        **{f"{HSDS}{name}": [{}, {"format": "ndjson"}] for name in LISTS},
    }
    for address in ("services", "service_at_locations", "organizations"):
        asked[f"{HSDS}{address}"] += [{"full": True}, {"full": True, "format": "ndjson"}]
    for address, bodies in asked.items():
        for number, body in enumerate(bodies):
            response = asked_in_body(client, address, body)
            assert response.status_code == 200, (address, body)
            streamed = getattr(response, "streaming_content", None)
            raw = b"".join(streamed) if streamed else response.content
            yield f"POST {address} {number}", readable(raw)


def asked_in_body(client: Client, address: str, body: object) -> Any:
    return client.post(address, json.dumps(body), content_type="application/json")


def known_words(client: Client, secret: list[str]) -> list[str]:
    """The secrets that lead to a group, a term or an organisation when they are looked for."""
    found = []
    for one in (one for number, one in enumerate(secret) if number not in TAKEN_OUT):
        for name in ("services", "organizations", "taxonomy_terms"):
            answer = asked_in_body(client, f"{HSDS}{name}", {"search": one})
            found += [f"{name} {one}"] if answer.json()["total_items"] else []
        answer = asked_in_body(client, "/api/search", {"text": one})
        found += [] if one in answer.json()["understood"]["unknown"] else [f"search {one}"]
    return found


@override_settings(KNUTEPUNKT_API_RATE=1e6)
@pytest.mark.usefixtures("own_data")
class TestSecrets(TestCase):
    @settings(
        max_examples=max(1, settings.default.max_examples // 40),
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(SECRET, min_size=19, max_size=19, unique=True), WAYS)
    def test_no_secret_leaves_by_any_door(self, secret: list[str], ways: Ways) -> None:
        groups, client = hold(secret, ways), Client()

        told = {one: fetched(client, one) for one in addresses(values(groups))}

        assert "Håp" in told["/feeds/groups.csv"]
        assert f"{groups[0].uid}" in told[f"{HSDS}services"]
        leaks = found_in(told, secret, groups[1:])
        assert leaks == [], leaks

    @settings(
        max_examples=max(2, settings.default.max_examples // 20),
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(SECRET, min_size=19, max_size=19, unique=True), WAYS)
    def test_no_secret_is_told_to_a_question_or_in_a_file(
        self, secret: list[str], ways: Ways
    ) -> None:
        groups, client = hold(secret, ways), Client()

        told = dict(posted(client, secret)) | {name: readable(raw_of(name)) for name in QUICK}
        known = known_words(client, secret)

        assert f"{groups[0].uid}" in told["POST /api/search 0"]
        assert found_in(told, secret, groups[1:]) == []
        assert known == []

    def test_what_is_not_public_has_no_page_and_no_file(self) -> None:
        groups = hold([f"zq{10**9 + number}qz" for number in range(19)], Ways())
        gone = [str(group.uid) for group in groups[1:]]
        asked = [one for one in addresses(values(groups)) if any(uid in one for uid in gone)]

        answers = {one: Client().get(one, follow=True).status_code for one in asked}
        open_ones = {one for one, status in answers.items() if status not in (404, 405, 410)}

        assert open_ones == set()

    def test_no_secret_is_printed_or_dumped(self) -> None:
        secret = [f"zq{10**9 + number}qz" for number in range(19)]
        groups = hold(secret, Ways())
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
        for one in (*secret, digits(secret[18]), *uids, "63.41234", "10.38765")
        if one in text and one not in door and (one not in uids or door != CHANGES)
    ]
