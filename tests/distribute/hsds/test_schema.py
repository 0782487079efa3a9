"""The profile's JSON Schema says what is written."""

import json

import msgspec
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from jsonschema import Draft202012Validator

from knutepunkt.collect.drafts import RecordDraft, Step
from knutepunkt.distribute.hsds.schema import schema
from knutepunkt.distribute.hsds.services import service
from knutepunkt.distribute.published import stream
from tests.distribute.drafts import records
from tests.distribute.made import load_words, taken_in

HERE = Step("0a0a0a0a-0000-4000-8000-000000000001", "https://a.example")


def attributes(value: object) -> list[dict[str, object]]:
    """Every attribute anywhere in a nest."""
    if isinstance(value, list):
        return [one for item in value for one in attributes(item)]
    if not isinstance(value, dict):
        return []
    found = [one for inner in value.values() for one in attributes(inner)]
    return [*found, value] if "link_type" in value else found


class TestSchema(TestCase):
    @tries(max_examples=tries.default.max_examples // 2)
    @given(st.lists(records(), min_size=1, max_size=2, unique_by=lambda one: one.key))
    def test_every_row_is_valid_and_so_is_its_value(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)
        known = schema()
        shapes = {
            row["properties"]["link_type"]["const"]: row["properties"]
            .get("value", {})
            .get("contentSchema", {})
            for row in known["oneOf"]
        }

        faults = []
        for group in stream():
            for row in attributes(json.loads(msgspec.json.encode(service(group, HERE)))):
                faults += list(Draft202012Validator(known).iter_errors(row))
                inner = {**shapes[str(row["link_type"])], "$defs": known["$defs"]}
                value = json.loads(str(row.get("value", "null")))
                if "value" in row:
                    faults += list(Draft202012Validator(inner).iter_errors(value))

        assert faults == []
