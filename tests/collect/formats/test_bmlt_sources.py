"""BMLT: which answers make a source, and how they are joined."""

import json
from pathlib import Path
from typing import Any

import pytest

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.bmlt import FORMAT
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLES = Path(__file__).parent / "samples" / "bmlt"
USUAL = {
    "id_bigint": "5", "weekday_tinyint": "3", "start_time": "19:00:00", "venue_type": "1",
    "meeting_name": "Morgenrøde", "location_street": "Storgata 1", "location_municipality": "Bodø",
}  # fmt: skip


def raws(*names: str) -> list[Any]:
    return list(FORMAT.records(Opened({name: SAMPLES / name for name in names}), Options()))


def raws_of(tmp_path: Path, **files: object) -> list[Any]:
    for name, value in files.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(value))
    paths = {f"{name}.json": tmp_path / f"{name}.json" for name in sorted(files)}
    return list(FORMAT.records(Opened(paths), Options()))


def read(raw: Any) -> RecordDraft:
    return FORMAT.read(raw, Reading(Options()))


def test_format_ids_alone_find_their_keys(tmp_path: Path) -> None:
    formats = [{"id": "4", "key_string": "O", "name_string": "Open", "world_id": "OPEN"}]
    meeting = USUAL | {"format_shared_id_list": "4"}

    (raw,) = raws_of(tmp_path, a_formats=formats, meetings=[meeting])

    assert read(raw).meetings[0].terms == (
        Term("local", "O", "Open"),
        Term("bmlt", "OPEN", "Open"),
    )


def test_key_in_another_language_is_found_by_its_position(tmp_path: Path) -> None:
    formats = [{"id": "4", "key_string": "O", "name_string": "Open", "world_id": "OPEN"}]
    meeting = USUAL | {"formats": "Å,Lit", "format_shared_id_list": "4,9"}

    (raw,) = raws_of(tmp_path, a_formats=formats, meetings=[meeting])

    assert read(raw).meetings[0].terms == (
        Term("local", "Å", "Open"),
        Term("local", "Lit"),
        Term("bmlt", "OPEN", "Open"),
    )


def test_several_servers_part_ids_and_bodies(tmp_path: Path) -> None:
    meetings = [
        USUAL | {"root_server_uri": f"https://{root}.example/", "service_body_bigint": "3"}
        for root in ("a", "b")
    ]
    bodies = [{"id": "3", "parent_id": "0", "name": "Andre", "type": "AS", "world_id": "",
               "root_server_uri": "https://b.example"}]  # fmt: skip

    drafts = [read(raw) for raw in raws_of(tmp_path, bodies=bodies, meetings=meetings)]

    assert [draft.key for draft in drafts] == ["https://a.example 5", "https://b.example 5"]
    assert [draft.organisation for draft in drafts] == [
        None, OrganisationDraft("Andre", key="https://b.example 3"),
    ]  # fmt: skip


def test_admin_api_counts_days_from_zero_and_joins_translations() -> None:
    draft = read(raws("admin_formats.json", "admin_meetings.json")[0])

    meeting = draft.meetings[0]
    assert (draft.key, meeting.rrule, meeting.start, meeting.minutes, meeting.mode) == (
        "7", "FREQ=WEEKLY;BYDAY=SU", "18:00", 60, "hybrid",
    )  # fmt: skip
    assert meeting.terms == (Term("local", "O", "Open"), Term("bmlt", "OPEN", "Open"))
    assert draft.extra == (("service_body_bigint", "3"), ("seats", "12"))


def test_list_of_formats_alone_says_what_it_is() -> None:
    with pytest.raises(CollectError) as caught:
        raws("admin_formats.json")

    assert str(caught.value) == (
        "admin_formats.json is a list of formats; you: give it beside the meetings with --beside."
    )


def test_list_of_service_bodies_alone_says_what_it_is() -> None:
    with pytest.raises(CollectError) as caught:
        raws("bodies.json")

    assert str(caught.value) == (
        "bodies.json is a list of service bodies; you: give it beside the meetings with --beside."
    )


def test_service_bodies_are_known_without_a_world_id(tmp_path: Path) -> None:
    bodies = [{"id": "3", "parent_id": "0", "name": "Nord", "type": "AS"}]

    drafts = [read(raw) for raw in raws_of(tmp_path, bodies=bodies, meetings=[USUAL | {
        "service_body_bigint": "3"}])]  # fmt: skip

    assert [draft.organisation for draft in drafts] == [OrganisationDraft("Nord", key="3")]


def test_empty_answer_holds_nothing(tmp_path: Path) -> None:
    found = raws_of(tmp_path, meetings=[])

    assert found == []


def test_empty_answer_beside_formats_holds_nothing(tmp_path: Path) -> None:
    formats = [{"key_string": "O", "name_string": "Open"}]

    found = raws_of(tmp_path, both={"meetings": [], "formats": formats})

    assert found == []


def test_file_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="is no answer of a BMLT server"):
        raws_of(tmp_path, meetings=[USUAL], other=[{"slug": "a"}])


def test_meetings_are_recognised() -> None:
    sample = Sample("x.json", "json", (USUAL,), top=[USUAL])

    assert FORMAT.recognise((sample,)) != ""


def test_other_feeds_are_not_recognised() -> None:
    record = {"slug": "a", "name": "A", "day": 1, "time": "19:00", "types": ["O"]}

    assert FORMAT.recognise((Sample("x.json", "json", (record,), top=[record]),)) == ""


def test_item_that_is_no_object_costs_itself_alone(tmp_path: Path) -> None:
    first, second = raws_of(tmp_path, meetings=[None, USUAL])

    with pytest.raises(RecordRejected, match="this is no record"):
        read(first)
    assert read(second).key == "5"
