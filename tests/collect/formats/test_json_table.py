"""JSON of other shapes: objects in lists, flattened, and the drafts they become."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.json_table import FORMAT
from knutepunkt.collect.formats.json_table.flattening import objects_in
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLE = Path(__file__).parent / "samples" / "json_table" / "contact_points.json"


def raws(path: Path) -> list[Any]:
    return list(FORMAT.records(Opened({path.name: path}), Options()))


def raws_of(tmp_path: Path, value: object) -> list[Any]:
    path = tmp_path / "points.json"
    path.write_text(json.dumps(value))
    return raws(path)


def test_nested_keys_are_columns_with_dots() -> None:
    assert raws(SAMPLE)[0]["cells"] == {
        "parent.fullName": "Nordlandet", "parent.key": "north", "id": "N-1",
        "name": "Kontaktstelle Fjord", "carrier": "Verein Fjord", "address.street": "Hafenweg 1",
        "address.city": "Nordstadt", "contact.phone": "+47 22 33 44 55",
        "contact.email": "fjord@example.org", "contact.web": "https://fjord.example",
        "openingHours.text": "Dienstag 09:00–11:30 und 13:00–18:00 Uhr",
        "social.channel": "@fjord",
    }  # fmt: skip


def test_object_becomes_a_draft() -> None:
    draft = FORMAT.read(raws(SAMPLE)[0], Reading(Options()))

    assert draft.key == "N-1"
    assert draft.group is not None
    assert (draft.group.name, draft.group.url) == ("Kontaktstelle Fjord", "https://fjord.example")
    assert draft.organisation is not None
    assert draft.organisation.name == "Verein Fjord"
    assert [meeting.start for meeting in draft.meetings] == ["09:00", "13:00"]
    assert draft.extra == (
        ("parent.key", "north"), ("parent.fullName", "Nordlandet"), ("social.channel", "@fjord"),
    )  # fmt: skip


def test_keys_that_come_late_are_kept(tmp_path: Path) -> None:
    points = [{"name": f"Punkt {number}"} for number in range(250)] + [{"name": "Sist", "ny": "x"}]

    found = raws_of(tmp_path, points)

    assert found[-1]["cells"] == {"name": "Sist", "(beyond the header 1)": "ny: x"}


def test_document_without_objects_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(CollectError) as caught:
        raws_of(tmp_path, {"numbers": [1, 2]})

    assert str(caught.value) == (
        "points.json holds no list of objects; you: check that it is a list."
    )


def test_objects_with_names_are_recognised_last() -> None:
    sample = Sample("a.json", "json", top=json.loads(SAMPLE.read_text()))

    assert (FORMAT.recognise((sample,)), FORMAT.score) == ("it holds objects with names", 0)


def test_objects_without_names_are_not() -> None:
    assert FORMAT.recognise((Sample("a.json", "json", top={"a": [{"b": 1}]}),)) == ""


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(JSONS)
def test_any_document_is_flattened_into_texts(value: object) -> None:
    for row in objects_in(value):
        assert all(isinstance(text, str) for text in row.values())


def test_point_of_geojson_has_its_longitude_first(tmp_path: Path) -> None:
    place = {"type": "Point", "coordinates": [10.75, 59.91]}
    feature = {"type": "Feature", "geometry": place, "properties": {"name": "Bålet"}}

    raw = raws_of(tmp_path, {"type": "FeatureCollection", "features": [feature]})[0]

    draft = FORMAT.read(raw, Reading(Options()))
    assert draft.meetings[0].place is not None
    assert (draft.meetings[0].place.latitude, draft.meetings[0].place.longitude) == (59.91, 10.75)


def test_mapped_key_that_no_object_has_today_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "points.json"
    path.write_text('[{"hva": "Bålet"}]')
    options = Options(mapping={"columns": {"name": "hva", "fee": "pris"}})

    found = list(FORMAT.records(Opened({path.name: path}), options))

    assert [raw["cells"] for raw in found] == [{"hva": "Bålet"}]
