"""The reader of our own records: what it takes, what it mends, what it refuses."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.knutepunkt import FORMAT
from knutepunkt.collect.formats.knutepunkt.finding import MARK
from knutepunkt.collect.opened import Opened, Options, Reading
from knutepunkt.collect.recognise import recognised

MEETING = {"rrule": "FREQ=WEEKLY;BYDAY=MO", "start": "18:00", "timezone": "Europe/Oslo"}


def raw(**meeting: Any) -> dict[str, Any]:
    return {"key": "1", "group": {"name": "Gruppa"}, "meetings": [{**MEETING, **meeting}]}


def reading() -> Reading:
    return Reading(Options())


def read(record: dict[str, Any]) -> tuple[RecordDraft, list[str]]:
    said = reading()
    draft = FORMAT.read(record, said)
    return draft, [issue.field for issue in said.issues]


def file_of(folder: Path, *lines: object, name: str = "feed.ndjson") -> Opened:
    path = folder / name
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8")
    return Opened({name: path})


def test_a_record_is_read_as_it_is() -> None:
    draft, issues = read(raw())

    assert (draft, issues) == (msgspec.convert(raw(), RecordDraft), [])


@pytest.mark.parametrize("name", ["feed.ndjson", "feed.json", "feed"])
def test_the_first_line_tells_the_format(tmp_path: Path, name: str) -> None:
    format_, _ = recognised(file_of(tmp_path, MARK, raw(), name=name))

    assert format_.name == "knutepunkt"


def test_the_first_line_is_no_record(tmp_path: Path) -> None:
    assert list(FORMAT.records(file_of(tmp_path, MARK, raw(), "", raw()), Options())) == [
        raw(),
        raw(),
    ]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((raw(),), "does not begin with the line"),
        (({**MARK, "version": 2},), "version 2 of this format and we read 1"),
        ((MARK, "{"), "line 2 is no JSON object"),
        ((MARK, "[]"), "line 2 is no JSON object"),
    ],
)
def test_a_broken_file_is_refused_whole(
    tmp_path: Path, lines: tuple[object, ...], sentence: str
) -> None:
    with pytest.raises(CollectError, match=sentence.replace("(", r"\(")):
        list(FORMAT.records(file_of(tmp_path, *lines), Options()))


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"start": "25:00"}, "start"),
        ({"start": "7 pm"}, "start"),
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"rrule": "FREQ=HOURLY"}, "rrule"),
        ({"rrule": "DTSTART:20260101\nRRULE:FREQ=DAILY"}, "rrule"),
        ({"rrule": "FREQ=WEEKLY;BYDAY=XX"}, "rrule"),
        ({"first_on": "2026-02-30"}, "first_on"),
        ({"except_on": ["soon"]}, "first_on"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": "90"}, "meetings[0].minutes"),
        ({"mode": "telepathy"}, "meetings[0].mode"),
        ({"place": {"latitude": 91.0, "longitude": 0.0}}, "latitude"),
        ({"place": {"latitude": 59.0}}, "latitude"),
    ],
)
def test_a_value_that_is_none_refuses_its_record(value: dict[str, Any], field: str) -> None:
    with pytest.raises(RecordRejected) as why:
        read(raw(**value))

    assert why.value.field == field


@pytest.mark.parametrize(
    "record",
    [
        {"key": "1", "group": None},
        {"key": "1", "group": {"name": ""}},
        {"key": "1", "group": {"name": "G", "minimum_age": 200}},
        {"key": "1", "group": None, "organisation": {"name": ""}},
        {"key": "1", "group": {"name": "G"}, "said_on": "yesterday"},
        {"group": {"name": "G"}},
    ],
)
def test_a_record_about_nothing_is_refused(record: dict[str, Any]) -> None:
    with pytest.raises(RecordRejected):
        read(record)


def test_a_rule_that_ends_at_a_moment_of_utc_is_taken() -> None:
    rrule = "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261129T225959Z"  # So RFC 5545 has it beside a zone.

    draft, _ = read(raw(rrule=rrule))

    assert draft.meetings[0].rrule == rrule


def test_markup_and_invisible_letters_are_taken_out() -> None:
    draft, _ = read({"key": "1", "group": {"name": "<b>Gruppa</b>\u200b &amp; vi\u0000"}})

    assert draft.group is not None
    assert draft.group.name == "Gruppa & vi"


def test_a_link_that_is_no_web_address_is_left_out() -> None:
    draft, issues = read({"key": "1", "group": {"name": "G", "url": "javascript:alert(1)"}})

    assert draft.group is not None
    assert (draft.group.url, issues) == ("", ["group.url"])


def test_passwords_of_rooms_are_taken_out() -> None:
    draft, _ = read(raw(online_url="https://mote.example.org/1?pwd=hemmelig", notes="Passord: abc"))

    meeting = draft.meetings[0]
    assert (meeting.online_url, meeting.notes) == ("https://mote.example.org/1", "Passord: ***")


def test_unknown_fields_are_told() -> None:
    record = raw(colour="red", place={"name": "Naustet", "floor": 2})
    record["mood"] = "good"

    _, issues = read(record)

    assert issues == ["mood", "meetings.colour", "meetings.place.floor"]


def test_a_time_without_a_zone_gets_the_sources() -> None:
    draft, _ = read(raw(timezone=""))

    assert draft.meetings[0].timezone == "Europe/Oslo"


def test_a_record_without_a_key_is_known_by_name_place_and_time() -> None:
    draft, _ = read({**raw(), "key": ""})

    assert draft.fingerprint == ("gruppa", "", "FREQ=WEEKLY;BYDAY=MO 18:00")


def test_what_another_node_found_wrong_does_not_travel() -> None:
    issue = {"record": "1", "field": "x", "value": "", "problem": "p", "who": "w"}

    draft, _ = read({**raw(), "issues": [issue]})

    assert draft.issues == ()
