"""Every object we hand on is valid by the official schemas."""

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import RecordDraft, Step
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.services import basic_service, service
from knutepunkt.distribute.published import organisation_stream, stream
from tests.distribute.drafts import records
from tests.distribute.hsds import official
from tests.distribute.made import load_words, taken_in

HERE = Step("0a0a0a0a-0000-4000-8000-000000000001", "https://a.example")
SOME = st.lists(records(), min_size=1, max_size=3, unique_by=lambda one: one.key)


def sent(row: object) -> object:
    return json.loads(msgspec.json.encode(row))


@official.needed
class TestObjects(TestCase):
    @given(SOME)
    def test_services_are_valid(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)

        faults = [
            fault
            for one in stream()
            for fault in (
                *official.faults("compiled/service", sent(service(one, HERE))),
                *official.faults("compiled/service_list", sent(basic_service(one))),
            )
        ]

        assert faults == []

    @given(SOME)
    def test_organisations_are_valid(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)

        faults = [
            fault
            for one in organisation_stream()
            for fault in (
                *official.faults("compiled/organization", sent(organisation(one, HERE))),
                *official.faults("compiled/organization_list", sent(basic_organisation(one))),
            )
        ]

        assert faults == []
