"""HSDS data packages of CSV tables, and the drafts their services become."""

from pathlib import Path
from typing import Any

import pytest

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.formats.hsds import FORMAT
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLES = Path(__file__).parent / "samples" / "hsds"
SERVICE = "11111111-aaaa-4bbb-8ccc-000000000001"


def folder(name: str) -> list[Any]:
    paths = sorted(path for path in (SAMPLES / name).rglob("*") if path.is_file())
    named = {path.relative_to(SAMPLES).as_posix(): path for path in paths}
    return list(FORMAT.records(Opened(named), Options()))


def read(raw: Any) -> RecordDraft:
    return FORMAT.read(raw, Reading(Options()))


def group(draft: RecordDraft) -> Any:
    assert draft.group is not None
    return draft.group


def test_package_holds_services_then_lone_organisations_then_orphans() -> None:
    kinds = [next(iter(raw)) for raw in folder("package")]

    assert kinds == ["service"] * 3 + ["organization"] * 2 + ["orphans"] * 2


def test_service_is_a_group_in_its_own_words() -> None:
    service = group(read(folder("package")[0]))

    assert (service.name, service.key, service.uid) == ("Kveldslykta", SERVICE, SERVICE)
    assert service.own_words == (("", "For deg som sover dårlig,\nog for pårørende"),)
    assert (service.how_to_join, service.minimum_age, service.accessibility) == (
        "Ring først", 18, "Rampe",
    )  # fmt: skip
    assert service.fee == "Gratis\nKaffe: 20 NOK, per kveld (2026-01-01 – 2026-12-31)"


def test_terms_keep_taxonomy_and_code() -> None:
    service = group(read(folder("package")[0]))

    assert service.terms == (
        Term("local:tx1", "S-1", "Søvnvansker"),
        Term("language", "se", "Nordsamisk"),
    )


def test_each_schedule_at_its_location_is_a_meeting() -> None:
    meetings = read(folder("package")[0]).meetings

    assert [(m.key, m.rrule, m.start, m.minutes, m.mode) for m in meetings] == [
        ("sl1/c1", "FREQ=WEEKLY;BYDAY=TU,TH", "18:00", 90, "in-person"),
        ("sl2/c2", "FREQ=MONTHLY;BYDAY=-1MO", "19:00", 60, "online"),
    ]


def test_place_shows_the_physical_address_only() -> None:
    place = read(folder("package")[0]).meetings[0].place

    assert place is not None
    assert (place.name, place.address, place.region, place.notes) == (
        "Naustet", "Bryggegata 2, 7010 Trondheim", "Trøndelag", "Ved brygga\nBuss 3",
    )  # fmt: skip


def test_virtual_location_is_a_link_without_its_password() -> None:
    meeting = read(folder("package")[0]).meetings[1]

    assert (meeting.place, meeting.online_url, meeting.online_notes) == (
        None, "https://rom.example/j/5", "Skjermrommet",
    )  # fmt: skip


def test_contacts_are_private() -> None:
    service = group(read(folder("package")[0]))

    assert service.contacts == (
        ("assurer_email", "sjekk@lykta.example"),
        ("phone", "+47 00 00 00 00, voice"),
        ("attention", "En Person"),
        ("postal_address",
         "En Person, Privatveien 9, Trondheim, 7020, NO, postal"),
    )  # fmt: skip


def test_what_has_no_place_is_kept_without_persons() -> None:
    draft = read(folder("package")[0])

    assert draft.extra == (
        ("alert", "Stengt i uke 28"),
        ("organization.alternate_name", "Lykta"),
        ("attributes", "Søvnvansker: mest om natten"),
        ("languages", "Nordsamisk: Tolk ved behov"),
        ("schedule.valid_to", "2027-01-01"),
    )


def test_organisation_has_its_number_and_its_parent() -> None:
    draft = read(folder("package")[0])

    assert draft.organisation == OrganisationDraft(
        name="Lyktestiftelsen",
        key="o1",
        legal_id="999999999",
        parent_key="o2",
        parent_name="Landsforbundet Lykt",
        own_words=(("", "Vi tenner lys."),),
        url="https://lykta.example",
        contacts=(("email", "post@lykta.example"),),
    )


def test_dates_of_change_and_of_assurance_stand_apart() -> None:
    drafts = [read(raw) for raw in folder("package")[:2]]

    assert [(draft.said_on, draft.confirmed_on) for draft in drafts] == [
        ("2026-03-02T10:00:00+00:00", "2026-03-01"), ("2025-05-05", ""),
    ]  # fmt: skip


def test_status_becomes_the_state_of_group_and_meetings() -> None:
    drafts = [read(raw) for raw in folder("package")[:3]]

    states = [(group(draft).state, draft.meetings[0].state) for draft in drafts]
    assert states == [("active", "active"), ("paused", "paused"), ("ended", "ended")]


def test_service_of_a_missing_organisation_keeps_its_id() -> None:
    draft = read(folder("package")[2])

    assert (draft.organisation, draft.extra) == (None, (("organization_id", "o9"),))


def test_organisation_without_services_is_a_record_of_its_own() -> None:
    draft = read(folder("package")[4])

    assert (draft.key, draft.group, draft.meetings) == ("organization:o3", None, ())
    assert draft.organisation == OrganisationDraft(
        "Ensom Forening", key="o3", own_words=(("", "Har ingen tilbud ennå."),),
        url="https://ensom.example",
    )  # fmt: skip
    assert draft.extra == (("organization.tax_id", "12345"),)


def test_rows_without_a_parent_are_rejected_by_table() -> None:
    with pytest.raises(RecordRejected) as caught:
        read(folder("package")[-1])

    assert caught.value.value == "c3"
    assert caught.value.problem == (
        "1 of the rows of schedules point to nothing in the package; "
        "they were left out (the first is named)"
    )


def test_unused_locations_and_unknown_tables_are_counted() -> None:
    reading = Reading(Options())

    FORMAT.read(folder("package")[0], reading)

    counted = {key: count for key, count in reading.notices.items() if key.endswith("left out")}
    assert counted == {
        "locations that no service uses were left out": 1,
        "the table egen_tabell is none of HSDS's; it was left out": 1,
    }


def test_package_of_1_1_is_read_one_folder_down() -> None:
    (raw,) = folder("older")

    draft = read(raw)
    assert [(m.rrule, m.start, m.minutes, m.except_on) for m in draft.meetings] == [
        ("FREQ=WEEKLY;BYDAY=MO", "09:00", 90, ("2026-12-24", "2026-12-25")),
        ("FREQ=WEEKLY;BYDAY=SU", "09:30", 210, ("2026-12-24", "2026-12-25")),
    ]
    assert group(draft).terms == (
        Term("local:Egen liste", "tur", "Friluft"), Term("language", "Norsk", "Norsk"),
    )  # fmt: skip
    assert draft.extra == (
        ("eligibility", "voksne"),
        ("holiday_schedules", "false, 10:00, 11:00, 2026-12-31, 2026-12-31"),
    )
