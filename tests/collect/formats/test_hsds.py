"""HSDS: services in JSON, and the drafts they become."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.hsds import FORMAT
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLES = Path(__file__).parent / "samples" / "hsds"
PAGE = json.loads((SAMPLES / "page.json").read_text())


def raws_of(tmp_path: Path, **texts: str) -> list[Any]:
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return list(FORMAT.records(Opened({name: tmp_path / name for name in texts}), Options()))


def read(raw: Any) -> RecordDraft:
    return FORMAT.read(raw, Reading(Options()))


def group(draft: RecordDraft) -> Any:
    assert draft.group is not None
    return draft.group


def test_schedules_of_the_service_hold_where_no_other_does() -> None:
    meetings = read({"service": PAGE["contents"][0]}).meetings

    assert [(m.key, m.rrule, m.mode) for m in meetings] == [
        ("sl9/c8", "FREQ=WEEKLY;BYDAY=SU", "hybrid"),
        ("sl8/c9", "FREQ=WEEKLY;BYDAY=SA", "in-person"),
    ]


def test_locations_without_schedules_are_by_agreement() -> None:
    links = [{"id": number, "location": {"id": number, "name": number}} for number in "ab"]

    draft = read({"service": {"id": "s", "name": "Lykta", "service_at_locations": links}})

    assert [(m.key, m.rrule, m.first_on) for m in draft.meetings] == [("a", "", ""), ("b", "", "")]


def test_attending_type_in_a_few_words_tells_how_people_meet(tmp_path: Path) -> None:
    schedules = [{"id": words, "byday": "MO", "freq": "WEEKLY", "attending_type": words}
                 for words in ("By video", "In-person or virtual")]  # fmt: skip
    service = {"id": "1", "name": "Alfa", "status": "active", "organization": {"name": "Beta"},
               "schedules": schedules}  # fmt: skip

    (raw,) = raws_of(tmp_path, service=json.dumps(service))

    assert [meeting.mode for meeting in read(raw).meetings] == ["online", "hybrid"]


def test_page_is_opened(tmp_path: Path) -> None:
    (raw,) = raws_of(tmp_path, page=json.dumps(PAGE))

    service = group(read(raw))
    assert (service.name, service.uid, service.url) == (
        "Morgenlykta", "22222222-aaaa-4bbb-8ccc-000000000002", "https://lykta.example/morgen",
    )  # fmt: skip


def test_single_service_is_a_feed_of_one(tmp_path: Path) -> None:
    found = raws_of(tmp_path, one=json.dumps(PAGE["contents"][0]))

    assert [raw["service"]["name"] for raw in found] == ["Morgenlykta"]


def test_lines_are_read_one_by_one(tmp_path: Path) -> None:
    line = json.dumps(PAGE["contents"][0])

    found = raws_of(tmp_path, lines=f"{line}\n\n{line}\n")

    assert len(found) == 2


def test_object_of_tables_is_a_package(tmp_path: Path) -> None:
    tables = {"services.csv": [{"id": "s", "name": "Lykta", "organization_id": "o"}],
              "organizations.csv": [{"id": "o", "name": "Stien"}]}  # fmt: skip

    (raw,) = raws_of(tmp_path, tables=json.dumps(tables))

    assert read(raw).organisation == OrganisationDraft("Stien", key="o")


def test_organisation_with_services_gives_each_service(tmp_path: Path) -> None:
    owner = {"id": "o", "name": "Stien", "website": "https://stien.example",
             "services": [{"id": "s", "name": "A"}, {"id": "t", "name": "B"}]}  # fmt: skip

    drafts = [read(raw) for raw in raws_of(tmp_path, full=json.dumps(owner))]

    assert [(draft.key, draft.organisation and draft.organisation.key) for draft in drafts] == [
        ("s", "o"), ("t", "o"),
    ]  # fmt: skip


def test_service_at_location_is_a_record_of_its_services_group(tmp_path: Path) -> None:
    link = {"id": "sl", "service": {"id": "s", "name": "A"}, "location": {"id": "l", "name": "B"}}

    draft = read(raws_of(tmp_path, link=json.dumps([link]))[0])

    assert (draft.key, group(draft).key, draft.meetings[0].key) == (
        "service_at_location:sl", "s", "sl",
    )  # fmt: skip


def test_organisations_in_a_file_beside_are_joined(tmp_path: Path) -> None:
    services = [{"id": "s", "name": "A", "organization_id": "o", "status": "active"}]
    owners = [{"id": "o", "name": "Stien", "website": ""}, {"id": "p", "name": "C", "website": ""}]

    found = raws_of(tmp_path, services=json.dumps(services), owners=json.dumps(owners))

    drafts = [read(raw) for raw in found]
    assert [(draft.key, draft.organisation and draft.organisation.name) for draft in drafts] == [
        ("s", "Stien"), ("organization:p", "C"),
    ]  # fmt: skip


def test_organisations_without_ids_are_not_lost(tmp_path: Path) -> None:
    tables = {"services.csv": [{"id": "s", "name": "A"}], "organizations.csv": [{"name": "Stien"}]}

    found = raws_of(tmp_path, tables=json.dumps(tables))

    assert [next(iter(raw)) for raw in found] == ["service", "organization"]


def test_attribute_goes_to_the_table_it_names(tmp_path: Path) -> None:
    tables = {
        "services.csv": [{"id": "1", "name": "A"}],
        "locations.csv": [{"id": "1", "name": "B"}],
        "service_at_location.csv": [{"id": "1", "service_id": "1", "location_id": "1"}],
        "attributes.csv": [{"id": "1", "link_id": "1", "link_entity": "location", "value": "x"}],
    }

    draft = read(raws_of(tmp_path, tables=json.dumps(tables))[0])

    assert (group(draft).terms, draft.meetings[0].terms) == ((), (Term("local", "x"),))


def test_locations_alone_say_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(CollectError) as caught:
        raws_of(tmp_path, x=json.dumps([{"id": "l", "name": "A", "location_type": "physical"}]))

    assert str(caught.value) == (
        "this holds locations, but no services or organisations; you: give the services as well."
    )


def test_empty_page_holds_nothing(tmp_path: Path) -> None:
    found = raws_of(tmp_path, page=json.dumps(PAGE | {"contents": []}))

    assert found == []


@pytest.mark.parametrize(
    ("scheme", "identifier", "legal_id"),
    [("NO-BRC", "999 999 999", "999999999"), ("", "999999999", "999999999"),
     ("GB-COH", "999999999", ""), ("NO-BRC", "999999998", "")],
)  # fmt: skip
def test_legal_id_is_a_norwegian_number_only(scheme: str, identifier: str, legal_id: str) -> None:
    identifiers = [{"identifier_scheme": scheme, "identifier": identifier}]
    owner = {"id": "o", "name": "Stien", "organization_identifiers": identifiers}

    organisation = read({"organization": owner}).organisation

    assert organisation is not None
    assert organisation.legal_id == legal_id


def test_services_are_recognised() -> None:
    sample = Sample("x.json", "json", tuple(PAGE["contents"]), top=PAGE)

    assert FORMAT.recognise((sample,)) == "records have the fields of HSDS services"


def test_tables_are_recognised_by_their_names() -> None:
    samples = [Sample(f"data/{name}.csv", "table") for name in ("services", "organizations")]

    assert FORMAT.recognise(tuple(samples)) == "2 tables have names of HSDS"


def test_other_feeds_are_not_recognised() -> None:
    record = {"slug": "a", "name": "A", "day": 1, "time": "19:00", "types": ["O"]}
    samples = (Sample("x.json", "json", (record,), top=[record]), Sample("services.csv", "table"))

    assert FORMAT.recognise(samples) == ""


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.sampled_from(["id", "name", "location", "schedules", "byday"]), inner,
                      max_size=2),
    max_leaves=4,
)  # fmt: skip
FIELDS = sorted({*PAGE["contents"][0], "languages", "attributes", "cost_options", "phones",
                 "contacts", "minimum_age", "last_modified", "holiday_schedules", "locations",
                 "organization_id", "fees", "program", "taxonomy_ids"})  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), JUNK, max_size=6))
def test_reading_never_fails_but_by_rejecting(fields: dict[str, object]) -> None:
    try:
        draft = read({"service": PAGE["contents"][0] | fields})
    except RecordRejected:
        return

    assert len(draft.meetings) >= 1


@given(st.dictionaries(st.sampled_from(["service", "organization", "orphans", "notices"]), JUNK))
def test_records_of_any_shape_are_read_or_rejected(raw: dict[str, object]) -> None:
    try:
        draft = read(raw)
    except RecordRejected:
        return

    assert draft.group is not None or draft.organisation is not None


def test_item_that_is_no_object_costs_itself_alone(tmp_path: Path) -> None:
    found = raws_of(tmp_path, page=json.dumps([PAGE["contents"][0], 7]))

    with pytest.raises(RecordRejected, match="this is no record"):
        read(found[1])
    assert group(read(found[0])).name == "Morgenlykta"
