"""What HSDS addresses answer is what the description says of them, whole."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from django.test import Client, override_settings
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from jsonschema import Draft202012Validator

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.distribute.described.document import document
from knutepunkt.distribute.described.hsds import API
from knutepunkt.distribute.hsds import taxonomies
from knutepunkt.vocabulary import actions
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    SchemeRecord,
    Vocabulary,
)
from tests.distribute.drafts import records
from tests.distribute.hsds import official
from tests.distribute.made import load_words, taken_in

LISTS = [
    "services", "services?minimal=true", "services?full=true", "organizations",
    "organizations?full=true", "organizations?full_service=true", "service_at_locations",
    "service_at_locations?full=true", "taxonomies", "taxonomy_terms",
]  # fmt: skip
OFFICIAL = {
    "Service": "compiled/service", "ServiceInList": "compiled/service_list",
    "ServiceOfMeeting": "compiled/service", "HeldAt": "compiled/service_at_location",
    "ServiceAtLocation": "compiled/service_at_location",
    "ServiceAtLocationInList": "compiled/service_at_location_list",
    "Organization": "compiled/organization",
    "OrganizationInList": "compiled/organization_list", "Taxonomy": "taxonomy",
    "TaxonomyTerm": "taxonomy_term", "CarriedTerm": "taxonomy_term", "Attribute": "attribute",
    "Metadata": "metadata", "Schedule": "schedule", "Location": "location", "Address": "address",
    "Language": "language", "OrganizationIdentifier": "organization_identifier",
}  # fmt: skip
OWNED = Vocabulary(
    schemes=(SchemeRecord("owned", "own"),),
    concepts=(ConceptRecord("owned", "hope", definitions=(
        DefinitionRecord("Eksempelforbundet", "nb", date(2026, 2, 1), "Å vente på noe godt."),
    )),),
)  # fmt: skip


@cache
def validator(path: str) -> Draft202012Validator:
    schema = document()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    whole = {"components": document()["components"], **schema["schema"]}
    return Draft202012Validator(whole, format_checker=official.CHECKED)


def faults(path: str, found: Any) -> list[str]:
    return [f"{path} {one.json_path}: {one.message}" for one in validator(path).iter_errors(found)]


def answer(address: str) -> Any:
    return json.loads(Client().get(f"{API}/{address}").content)


@override_settings(KNUTEPUNKT_API_RATE=1e9)
class TestAnswers(TestCase):
    @tries(max_examples=max(tries.default.max_examples // 20, 3))
    @given(st.lists(records(), min_size=1, max_size=2, unique_by=lambda one: one.key))
    def test_every_list_and_every_thing_in_it(self, said: list[RecordDraft]) -> None:
        load_words()
        taxonomies.numbers.cache_clear()  # another directory may have as many terms
        actions.take_in(OWNED)
        taken_in(*said)

        found = []
        for address in LISTS:
            page, name = answer(address), address.partition("?")[0]
            found += faults(f"{API}/{name}", page)
            for one in page["contents"][:3] if address == name else ():
                found += faults(f"{API}/{name}/{{id}}", answer(f"{name}/{one['id']}"))

        assert found == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/profile"])
def test_what_the_api_is(address: str) -> None:
    assert faults(f"{API}{address}", answer(address.lstrip("/"))) == []


@pytest.mark.parametrize("name", OFFICIAL)
def test_nothing_else_than_what_is_described(name: str) -> None:
    assert document()["components"]["schemas"][name]["additionalProperties"] is False


@official.needed
@pytest.mark.parametrize(("ours", "theirs"), OFFICIAL.items())
def test_described_as_the_specification_has_it(ours: str, theirs: str) -> None:
    described, given_ = document()["components"]["schemas"][ours], official.read(f"{theirs}.json")

    fields = described["properties"]
    known = {name: one for name, one in given_["properties"].items() if name in fields}

    assert fields.keys() - known.keys() == set()
    assert set(given_.get("required", [])) <= {*described["required"]}
    assert {name: one["format"] for name, one in known.items() if "format" in one} == {
        name: fields[name].get("format") for name, one in known.items() if "format" in one
    }
    enums = {name for name, one in known.items() if "enum" in one}
    assert [name for name in enums if not {*fields[name]["enum"]} <= {*known[name]["enum"]}] == []


def test_every_described_thing_of_hsds_is_compared() -> None:
    named = set(re.findall(r'schemas/(\w+)"', json.dumps(
        {path: said for path, said in document()["paths"].items() if path.startswith(API)}
    )))  # fmt: skip
    things = {name for name in named if not name.endswith("Page")}

    assert things - OFFICIAL.keys() == {"Root", "Profile", "Problem"}
