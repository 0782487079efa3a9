"""HSDS data packages of CSV tables, and the drafts their services become."""

import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.hsds import FORMAT, rows_on_disk
from knutepunkt.collect.formats.hsds.joining import records_of
from knutepunkt.collect.formats.hsds.tables import Package
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


@pytest.fixture
def small_disk() -> Iterator[None]:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, usual[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_full_disk_is_told_to_who_runs_the_node(
    small_disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_on_disk, "CACHE", 100)
    package = Package({"services": [lambda: ({"id": f"s{n}"} for n in range(30_000))]})

    with pytest.raises(CollectError) as caught:
        list(records_of(package))

    assert str(caught.value) == (
        "the disk has no room to join the tables; you: make room, 1 MiB or more."
    )


def test_rows_of_other_separators_and_encodings_are_joined(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("id;name;status\n1;Håp;active\n", "utf-16")
    (tmp_path / "schedules.csv").write_bytes(
        "id,service_id,description\n1,1,På Øya\n".encode("cp1252")
    )

    (raw,) = FORMAT.records(Opened({p.name: p for p in sorted(tmp_path.iterdir())}), Options())

    assert raw == {"service": {
        "id": "1", "name": "Håp", "status": "active",
        "schedules": [{"id": "1", "service_id": "1", "description": "På Øya"}],
    }}  # fmt: skip


def test_rows_of_json_tables_keep_what_no_table_of_text_has(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(
        '{"services.csv": [{"id": 7, "name": "Håp\\ud83d", "minimum_age": 1e400}],'
        ' "cost_options.csv": [{"service_id": 7, "amount": 123456789012345678901}]}'
    )

    (raw,) = FORMAT.records(Opened({"all.json": path}), Options())

    assert raw == {"service": {
        "id": 7, "name": "Håp\ud83d", "minimum_age": float("inf"),
        "cost_options": [{"service_id": 7, "amount": 123456789012345678901}],
    }}  # fmt: skip


def test_organisation_named_twice_is_not_alone_when_a_service_has_it(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("id,name\no1,Lauget\no1,Lauget\no2,Alene\n")
    (tmp_path / "services.csv").write_text("id,name,status,organization_id\ns1,Håp,active,o1\n")

    found = list(FORMAT.records(Opened({p.name: p for p in sorted(tmp_path.iterdir())}), Options()))

    assert [raw[kind]["id"] for raw in found for kind in raw] == ["s1", "o2"]
