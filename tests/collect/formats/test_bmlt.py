"""BMLT: source rows and the drafts they become."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.formats.bmlt import FORMAT
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLES = Path(__file__).parent / "samples" / "bmlt"
SPEC = json.loads((SAMPLES / "spec.json").read_text())
USUAL = {
    "id_bigint": "5", "weekday_tinyint": "3", "start_time": "19:00:00", "venue_type": "1",
    "meeting_name": "Morgenrøde", "location_street": "Storgata 1", "location_municipality": "Bodø",
}  # fmt: skip


def raws(*names: str) -> list[Any]:
    return list(FORMAT.records(Opened({name: SAMPLES / name for name in names}), Options()))


def read(raw: Any) -> RecordDraft:
    return FORMAT.read(raw, Reading(Options()))


def usual(**fields: object) -> dict[str, object]:
    return {"meeting": USUAL | fields, "formats": [], "service_body": None}


@pytest.mark.parametrize("row", SPEC, ids=[row["says"] for row in SPEC])
def test_spec(row: dict[str, Any]) -> None:
    meeting = read(usual(**row["source"])).meetings[0]

    assert {name: getattr(meeting, name) for name in row["draft"]} == row["draft"]


def test_meeting_in_person_has_address_and_notes() -> None:
    place = read(raws("search.json", "bodies.json")[0]).meetings[0].place

    assert place is not None
    assert (place.name, place.address, place.postal_code, place.city) == (
        "Gamle skolen", "Havnegata 4, Ila, 7010 Trondheim", "7010", "Trondheim",
    )  # fmt: skip
    assert (place.region, place.country, place.latitude) == ("Trøndelag", "NO", 63.4305)
    assert place.notes == "Rom 2\nLinje 3 til Havna"


def test_formats_keep_the_servers_key_and_the_shared_code() -> None:
    terms = read(raws("search.json")[0]).meetings[0].terms

    assert terms == (
        Term("local", "Å", "Åpent møte"),
        Term("local", "Lit", "Litteratur"),
        Term("bmlt", "OPEN", "Åpent møte"),
        Term("language", "nb"),
    )


def test_format_ids_that_nothing_explains_are_kept() -> None:
    draft = read(usual(format_shared_id_list="4,77"))

    assert draft.extra == (("format_shared_id_list", "4,77"),)


def test_service_body_becomes_the_organisation_with_its_parent() -> None:
    draft = read(raws("bodies.json", "search.json")[0])

    assert draft.organisation == OrganisationDraft(
        name="Fjordområdet",
        key="3",
        parent_key="1",
        parent_name="Nordre Region",
        own_words=(("", "Grupper rundt fjorden."),),
        url="http://fjord.example",
        contacts=(("helpline", "555-000"),),
    )


def test_contacts_are_private_and_the_rest_is_kept() -> None:
    draft = read(raws("search.json", "bodies.json")[0])

    assert draft.group is not None
    assert draft.group.contacts == (
        ("contact_name1", "En Person"),
        ("contact_phone_1", "+47 99 99 99 99"),
        ("email_contact", "en@kilde.example"),
    )
    assert draft.extra == (
        ("service_body.type", "AS"),
        ("service_body.world_id", "AR901"),
        ("worldid_mixed", "G00000101"),
        ("seat_reservation", "Nei"),
    )


def test_online_meeting_has_no_place_and_no_password() -> None:
    draft = read(raws("search.json")[1])

    meeting = draft.meetings[0]
    assert (meeting.mode, meeting.place, meeting.online_url) == (
        "online", None, "https://rom.example/j/7",
    )  # fmt: skip
    assert (meeting.online_notes, meeting.dial_in) == ("Passord: ***", "+4721000000,,7#")
    assert draft.extra == (
        ("service_body_bigint", "3"),
        ("location_municipality", "Trondheim"),
    )


def test_meetings_with_the_servers_default_name_are_not_one_group() -> None:
    draft = read(raws("search.json")[1])

    assert draft.group is not None
    assert (draft.group.name, draft.group.key) == ("NA-Meeting", "102")


def test_meeting_without_a_name_gets_the_servers_default() -> None:
    reading = Reading(Options())

    draft = FORMAT.read(usual(meeting_name=None), reading)

    assert draft.meetings[0].name == "NA Meeting"
    assert [issue.field for issue in reading.issues] == ["meeting_name"]


def test_unpublished_meeting_is_rejected() -> None:
    with pytest.raises(RecordRejected, match="published=0"):
        read(usual(published="0"))


def test_day_that_is_none_is_rejected() -> None:
    with pytest.raises(RecordRejected, match="no such day"):
        read(usual(weekday_tinyint="8"))


def test_meeting_without_a_day_is_by_agreement_and_says_so() -> None:
    reading = Reading(Options())

    draft = FORMAT.read(usual(weekday_tinyint=None), reading)

    assert draft.meetings[0].rrule == ""
    assert [issue.field for issue in reading.issues] == ["weekday_tinyint"]


def test_id_of_nothing_gives_way_to_the_fingerprint() -> None:
    draft = read(usual(id_bigint="0"))

    assert (draft.key, draft.fingerprint) == (
        "", ("morgenrøde", "storgata 1 bodø bodø", "FREQ=WEEKLY;BYDAY=TU 19:00"),
    )  # fmt: skip


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = sorted({*json.loads((SAMPLES / "search.json").read_text())["meetings"][0], *USUAL})


@given(
    st.dictionaries(st.sampled_from(FIELDS), JUNK, max_size=6),
    st.dictionaries(st.sampled_from(["formats", "service_body", "has_several_roots"]), JUNK),
)
def test_reading_never_fails_but_by_rejecting(
    fields: dict[str, object], joined: dict[str, object]
) -> None:
    try:
        draft = read({"meeting": USUAL | fields, "formats": [], "service_body": None} | joined)
    except RecordRejected:
        return

    assert len(draft.meetings) == 1


@given(st.lists(st.dictionaries(st.sampled_from(["id", "key_string", "name_string", "lang",
                                                 "world_id"]), JUNK), max_size=3))  # fmt: skip
def test_odd_wordings_of_formats_never_fail(wordings: list[dict[str, object]]) -> None:
    raw = usual(formats="O", format_shared_id_list="1,2") | {"formats": wordings}

    assert len(read(raw).meetings) == 1


def test_what_is_no_link_is_reported_without_password_or_mail() -> None:
    reading = Reading(Options())

    FORMAT.read(usual(virtual_meeting_link="Passord: 4711 fra en@kilde.example"), reading)

    assert [issue.value for issue in reading.issues] == ["Passord: *** fra …@…"]
