"""Ids that name something, and those that do not."""

import pytest

from knutepunkt.collect.clean.ids import as_uuid, real_id

UUID = "3f7b145d-84af-42d7-8fae-eaca714b02b2"


@pytest.mark.parametrize(
    "value", [None, "", "0", 0, "null", "00000000-0000-0000-0000-000000000000", {}, [], True]
)
def test_fillers_are_no_ids(value: object) -> None:
    found = real_id(value)

    assert found == ""


@pytest.mark.parametrize(("value", "id_"), [(7, "7"), (7.0, "7"), (" a b ", "a b"), ("010", "010")])
def test_ids_are_kept_as_text(value: object, id_: str) -> None:
    found = real_id(value)

    assert found == id_


def test_uuid_is_told_in_lower_case() -> None:
    found = as_uuid(f"{{{UUID.upper()}}}")

    assert found == UUID


@pytest.mark.parametrize("text", ["", "7", "3f7b145d84af42d78faeeaca714b02b2", UUID[:-1]])
def test_other_ids_are_no_uuids(text: str) -> None:
    found = as_uuid(text)

    assert found == ""
