"""The HSDS 3.0 API: every address, every parameter, and the answers to what makes no sense."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft, PlaceDraft, RecordDraft
from knutepunkt.directory.models import Group
from knutepunkt.distribute.api import door
from knutepunkt.distribute.hsds.terms import taxonomy_id, term_id
from tests.distribute.hsds import official
from tests.distribute.made import (
    GRIEF,
    HOUSE,
    NOW,
    PARENTS,
    TUESDAYS,
    at,
    record,
    taken_in,
    unpublish,
)

pytestmark = pytest.mark.django_db
API = "/api/hsds/v3/"


@pytest.fixture(autouse=True)
def plenty(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    door.buckets.cache_clear()


def get(path: str, **asked: Any) -> Any:
    response = Client().get(API + path, asked)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def post(path: str, **asked: Any) -> Any:
    response = Client().post(API + path, json.dumps(asked), content_type="application/json")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def names(page: Any) -> list[str]:
    return [one["name"] for one in page["contents"]]


def lines(response: HttpResponse) -> list[Any]:
    body = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return [json.loads(line) for line in body.splitlines()]


def owner(name: str = "Eksempelforbundet") -> OrganisationDraft:
    return OrganisationDraft(name=name, key=name)


def test_root_names_version_profile_and_description() -> None:
    assert get("") == {
        "version": "3.0",
        "profile": "http://127.0.0.1:8000/api/hsds/v3/profile",
        "openapi_url": "http://127.0.0.1:8000/api/openapi.json",
    }


def test_a_page_is_framed_as_the_specification_says() -> None:
    taken_in(*(record(f"Gruppe {number}") for number in range(5)))

    page = get("services", page=2, per_page=2)

    assert {name: page[name] for name in page if name != "contents"} == {
        "total_items": 5, "total_pages": 3, "page_number": 2, "size": 2,
        "first_page": False, "last_page": False, "empty": False,
    }  # fmt: skip
    assert names(page) == ["Gruppe 2", "Gruppe 3"]


def test_an_empty_directory_is_an_empty_page() -> None:
    page = get("services")

    assert (page["total_items"], page["empty"], page["contents"]) == (0, True, [])


def test_all_services_come_as_lines() -> None:
    taken_in(record("Håp"), record("Mot"))

    response = Client().get(API + "services", {"format": "ndjson", "full": "true"})

    assert response["Content-Type"] == "application/x-ndjson"
    assert [one["name"] for one in lines(response)] == ["Håp", "Mot"]


@official.needed
def test_every_answer_is_valid_by_the_official_schemas(words: None) -> None:
    taken_in(record("Håp", organisation=owner(), terms=(GRIEF,)), record("Mot"))
    kinds = {
        "services": "compiled/service", "organizations": "compiled/organization",
        "service_at_locations": "compiled/service_at_location", "taxonomies": "taxonomy",
        "taxonomy_terms": "taxonomy_term",
    }  # fmt: skip

    faults = []
    for path, schema in kinds.items():
        for one in get(path)["contents"]:
            faults += official.faults(f"{schema}_list" if "/" in schema else schema, one)
            faults += official.faults(schema, get(f"{path}/{one['id']}"))
        if "/" in schema:
            for one in get(path, full="true")["contents"]:
                faults += official.faults(schema, one)

    assert faults == []


@pytest.mark.parametrize("ask", [get, post])
def test_services_are_chosen_by_organization(ask: Any) -> None:
    group, _ = taken_in(record("Håp", organisation=owner()), record("Mot"))

    found = ask("services", organization_id=str(group.organisation.uid))

    assert names(found) == ["Håp"]


def test_services_are_chosen_by_term_and_taxonomy(words: None) -> None:
    taken_in(record("Håp", terms=(GRIEF,)), record("Mot", terms=(PARENTS,)), record("Ro"))

    assert names(get("services", taxonomy_term_id=term_id("theme", "grief"))) == ["Håp"]
    assert names(get("services", taxonomy_id=taxonomy_id("theme"))) == ["Håp", "Mot"]
    assert names(get("services", taxonomy_id=str(uuid4()))) == []


def test_services_are_chosen_by_the_moment_of_change() -> None:
    taken_in(record("Gammel", said_on="2026-01-01"), record("Ny", said_on="2026-09-01"))

    assert names(get("services", modified_after="2026-09-01T00:00:00Z")) == ["Ny"]


def test_a_service_whose_source_tells_no_moment_changed_when_it_was_taken_in() -> None:
    taken_in(record("Uten dato", said_on=""), record("Gammel", said_on="2026-01-01"))
    at, after = NOW.isoformat(), (NOW + timedelta(seconds=1)).isoformat()

    assert names(get("services", modified_after=at)) == ["Uten dato"]
    assert names(get("services", modified_after=after)) == []


def test_services_are_chosen_by_age() -> None:
    taken_in(record("Barn", maximum_age=12), record("Voksne", minimum_age=18), record("Alle"))

    assert names(get("services", minimum_age=18)) == ["Voksne", "Alle"]
    assert names(get("services", maximum_age=12)) == ["Barn", "Alle"]


def test_services_are_chosen_by_day_and_time() -> None:
    taken_in(
        record("Kveld", at(None, start="18:00", minutes=90)),
        record("Morgen", at(None, start="09:00", minutes=60, rrule="FREQ=MONTHLY;BYDAY=1MO")),
        record("Daglig", at(None, start="12:00", minutes=60, rrule="FREQ=DAILY")),
        record("Mars", at(None, start="", rrule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1")),
    )

    assert names(get("services", day="MO")) == ["Morgen", "Daglig"]
    assert names(get("services", day="tuesday")) == ["Kveld", "Daglig"]
    assert names(post("services", day="MO")) == ["Morgen", "Daglig"]
    assert len(get("service_at_locations", day="MO")["contents"]) == 0
    assert names(get("services", start_time="12:00")) == ["Kveld", "Daglig"]
    assert names(get("services", end_time="13:00")) == ["Morgen", "Daglig"]
    assert names(get("services", day="TU", start_time="17:00", end_time="19:30")) == ["Kveld"]


def test_minimal_services_tell_only_which_there_are() -> None:
    (group,) = taken_in(record("Håp", said_on="2026-09-01"))

    assert get("services", minimal="true")["contents"] == [
        {"id": str(group.uid), "name": "Håp", "status": "active",
         "last_modified": "2026-09-01T00:00:00Z"}
    ]  # fmt: skip


def test_meetings_near_a_postcode_are_found_by_distance() -> None:
    oslo = PlaceDraft(name="Huset", address="Gata 1", postal_code="0150", city="Oslo", country="NO")
    taken_in(record("Nær", at(HOUSE)), record("Fjern", at(oslo)))

    near = get("service_at_locations", postcode="7011", proximity="5000")

    assert [one["service"]["name"] for one in near["contents"]] == ["Nær"]


def test_search_finds_by_text() -> None:
    taken_in(record("Sorggruppa"), record("Foreldretreff"))

    assert names(post("services", search="sorggruppa")) == ["Sorggruppa"]


def test_search_sees_every_group_however_many(words: None) -> None:
    taken_in(*(record(f"Sorggruppe {number}") for number in range(1005)))

    page = post("services", search="sorggruppe", per_page=2, page=503)

    assert (page["total_items"], names(page)) == (1005, ["Sorggruppe 1004"])


def test_modified_after_counts_in_its_own_zone() -> None:
    taken_in(record("Håp", said_on="2026-09-01"))

    assert names(get("services", modified_after="2026-09-01T02:00:00+02:00")) == ["Håp"]
    assert names(get("services", modified_after="2026-09-01T00:00:00-01:00")) == []
    assert names(get("services", modified_after="2026-09-01")) == ["Håp"]


def test_a_page_far_beyond_the_last_is_empty() -> None:
    taken_in(record("Håp"))

    page = get("services", page=10**9, per_page=500)

    assert (page["empty"], page["contents"], page["last_page"]) == (True, [], True)


def test_a_body_says_what_it_means_and_a_form_may_leave_fields_empty() -> None:
    taken_in(record("Håp"))
    body = json.dumps({"organization_id": None})

    refused = Client().post(API + "services", body, content_type="application/json")

    assert json.loads(refused.content)["field"] == "organization_id"
    assert names(get("services", organization_id="", page="")) == ["Håp"]


def test_an_organization_names_its_services_and_tells_them_whole_when_asked() -> None:
    (group,) = taken_in(record("Håp", organisation=owner()))
    path = f"organizations/{group.organisation.uid}"

    assert get(path)["services"] == [{"id": str(group.uid), "name": "Håp", "status": "active"}]
    assert get(path, full_service="true")["services"] == [get(f"services/{group.uid}")]


def test_terms_are_chosen_by_place_in_the_taxonomy(words: None) -> None:
    top = get("taxonomy_terms", taxonomy_id=taxonomy_id("theme"), top_only="true")
    below = get("taxonomy_terms", parent_id=term_id("theme", "loss"))

    assert [one["code"] for one in top["contents"]] == ["loss", "parents"]
    assert [one["code"] for one in below["contents"]] == ["grief"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"page": "0"}, "page: a whole number from 1 to 1000000000"),
        ({"per_page": "501"}, "per_page is at most 500; ask for further pages, or for ndjson"),
        ({"full": "perhaps"}, "full: true or false"),
        ({"organization_id": "x"}, "organization_id: a UUID"),
        ({"proximity": "5"}, "proximity is measured from a postcode; give one"),
        ({"day": "someday"}, "day: a weekday such as MO or Monday"),
        ({"postcode": "9999999", "proximity": "1"},
         "this node knows no such postcode; it knows those of Norway"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_a_problem_in_one_sentence(
    asked: dict[str, str], sentence: str
) -> None:
    response = Client().get(API + "services", asked)

    assert response["Content-Type"] == "application/problem+json"
    assert json.loads(response.content) == {
        "type": "about:blank", "title": "Bad Request", "status": 400, "detail": sentence,
        "field": next(iter(asked)),
    }  # fmt: skip


def test_unknown_parameters_are_said_to_be_unknown() -> None:
    response = Client().get(API + "taxonomies", {"colour": "red"})

    assert json.loads(response.content)["detail"] == (
        "there is no parameter “colour” here; there are format, page, per_page, search"
    )


@pytest.mark.parametrize(
    "path", ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"]
)
def test_what_is_not_there_is_a_problem(path: str) -> None:
    response = Client().get(f"{API}{path}/{uuid4()}")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_other_sites_may_ask_without_a_key() -> None:
    response = Client().options(API + "services")

    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, POST, HEAD, OPTIONS"


def test_an_answer_known_already_is_not_sent_again() -> None:
    (group,) = taken_in(record("Håp"))
    first = Client().get(f"{API}services/{group.uid}")

    again = Client().get(f"{API}services/{group.uid}", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_changed_group_has_another_tag() -> None:
    (group,) = taken_in(record("Håp", fee="gratis"))
    first = Client().get(f"{API}services/{group.uid}")
    taken_in(record("Håp", fee="50 kr"))

    again = Client().get(f"{API}services/{group.uid}", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, json.loads(again.content)["fees_description"]) == (200, "50 kr")


def test_an_unpublished_group_is_at_no_address() -> None:
    group, _ = taken_in(record("Skjult", organisation=owner("Skjult eier")), record("Synlig"))
    unpublish(group)

    assert names(get("services")) == ["Synlig"]
    assert names(get("organizations")) == []
    assert len(get("service_at_locations")["contents"]) == 1
    assert Client().get(f"{API}services/{group.uid}").status_code == 404


def test_a_client_that_asks_too_much_is_told_when_to_come_again(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 0.1
    door.buckets.cache_clear()

    answers = [Client().get(API) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1]["Retry-After"] == "10"


def test_a_meeting_is_found_by_the_id_of_its_service_at_a_location() -> None:
    taken_in(record("Håp"))
    one = get("service_at_locations")["contents"][0]

    found = get(f"service_at_locations/{one['id']}")

    assert found["schedules"][0]["id"] == str(Group.objects.get().meetings.get().uid)
    assert UUID(found["id"]) != UUID(found["schedules"][0]["id"])


def test_each_list_asks_the_database_as_often_for_many_as_for_one(
    django_assert_max_num_queries: Any,
) -> None:
    taken_in(*(record(f"Gruppe {number}", organisation=owner()) for number in range(30)))

    with django_assert_max_num_queries(18):
        get("services", full="true", per_page=30)


def test_recorded_days_off_travel_with_the_schedule() -> None:
    meeting = msgspec.structs.replace(TUESDAYS, except_on=("2026-12-22",))
    (group,) = taken_in(RecordDraft("r", msgspec.structs.replace(record("Håp").group, key="r"),
                                    (meeting,)))  # fmt: skip

    found = get(f"services/{group.uid}")["service_at_locations"][0]["schedules"][0]

    fact = json.loads(found["attributes"][0]["value"])
    assert (fact["except_on"], found["byday"], found["opens_at"]) == (["2026-12-22"], "TU", "18:00")
