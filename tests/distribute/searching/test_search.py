"""The search for applications: what it finds, how it pages, and what it says of bad questions."""

import base64
import json
from typing import Any

import numpy as np
import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft, PlaceDraft
from knutepunkt.distribute.api import door
from knutepunkt.search.answering.facets import leave_largest
from knutepunkt.vocabulary.models import Concept, Label
from tests.distribute.made import GRIEF, HOUSE, PARENTS, at, record, taken_in, unpublish

pytestmark = pytest.mark.django_db
OSLO = PlaceDraft(name="Huset", address="Gata 1", postal_code="0150", city="Oslo", country="NO")


@pytest.fixture(autouse=True)
def plenty(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    door.buckets.cache_clear()


def forged(kilometres: float) -> str:
    row = [29_900_000, "distance", kilometres, 1, 1, [], None]
    return base64.urlsafe_b64encode(json.dumps(row).encode()).decode().rstrip("=")


def post(asked: object, path: str = "/api/search") -> Any:
    return Client().post(path, json.dumps(asked), content_type="application/json")


def found(**asked: Any) -> Any:
    response = post(asked)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def names(**asked: Any) -> list[str]:
    return [item["name"] for item in found(**asked)["items"]]


def test_an_empty_question_finds_everything() -> None:
    taken_in(record("Håp"), record("Mot"))

    answer = found()

    assert (answer["total"], answer["cursor"], answer["suggestions"]) == (2, None, [])


def test_a_group_found_tells_all_of_itself() -> None:
    (group,) = taken_in(record("Håp", organisation=OrganisationDraft("Forbundet", key="f")))

    (item,) = found(point=[63.41234, 10.38765], language="en")["items"]

    (meeting,) = item.pop("meetings")
    assert item == {
        "id": str(group.uid), "name": "Håp", "organisation": "Forbundet", "themes": [],
        "state": "active", "format": "in-person", "meeting": 0,
        "place": "Eksempelhuset, Eksempelgata 1, 7011 Trondheim", "distance_km": 0.0,
        "url": f"http://127.0.0.1:8000/gruppe/{group.uid}", "confirmed_on": None,
        "updated_on": "2026-10-01", "is_fictitious": False,
    }  # fmt: skip
    assert (meeting["when"], meeting["rrule"], meeting["start"], meeting["format"]) == (
        "Tuesdays at 18:00–19:30", "FREQ=WEEKLY;BYDAY=TU", "18:00", "in-person",
    )  # fmt: skip


def test_every_field_restricts(words: None) -> None:
    evening = at(HOUSE, start="19:00", rrule="FREQ=WEEKLY;BYDAY=WE")
    taken_in(
        record("Sorg", terms=(GRIEF,), fee="gratis"), record("Turgruppe", evening),
        record("Oslo", at(OSLO)), record("Nett", at(None, mode="online"), state="full"),
    )  # fmt: skip
    organisation = taken_in(record("Eid", organisation=OrganisationDraft("Forbundet", key="f")))[0]

    assert names(text="turgruppe") == ["Turgruppe"]
    assert names(concepts=["theme:grief"]) == ["Sorg"]
    assert names(concepts=["theme:loss"]) == ["Sorg"]
    assert names(place="Oslo", within=20) == ["Oslo"]
    assert names(point=[59.91, 10.75], within=20) == ["Oslo"]
    assert names(box=[59, 10, 60, 11]) == ["Oslo"]
    assert names(municipalities=["0301"]) == ["Oslo"]
    assert names(counties=["03"]) == ["Oslo"]
    assert names(weekdays=["WE"]) == ["Turgruppe"]
    assert names(begins={"from": "18:30", "until": "20:00"}) == ["Turgruppe"]
    assert names(formats=["online"]) == ["Nett"]
    assert names(states=["full"]) == ["Nett"]
    assert names(fees=["free"]) == ["Sorg"]
    assert names(organisations=[str(organisation.organisation.uid)]) == ["Eid"]
    assert found(sources=["eksempel"])["total"] == 5
    assert names(confirmed_since="2026-01-01") == []
    assert found(days=7, zone="America/New_York")["total"] == 5


def test_pages_go_on_after_a_hit_and_end() -> None:
    taken_in(*(record(f"Gruppe {number}") for number in range(5)))

    pages, cursor = [], ""
    while cursor is not None:
        answer = found(sort="name", limit=2, cursor=cursor)
        pages.append([item["name"] for item in answer["items"]])
        cursor = answer["cursor"]

    assert pages == [["Gruppe 0", "Gruppe 1"], ["Gruppe 2", "Gruppe 3"], ["Gruppe 4"]]


def test_a_facet_is_counted_without_its_own_restriction(words: None) -> None:
    taken_in(record("Sorg", terms=(GRIEF,)), record("Foreldre", terms=(PARENTS,)))

    answer = found(concepts=["theme:grief"])

    assert answer["total"] == 1
    assert answer["facets"]["theme"] == {"grief": 1, "loss": 1, "parents": 1}
    assert answer["facets"]["weekday"] == {"TU": 1}
    assert found(facets=False)["facets"] == {}


def test_a_word_misspelt_is_corrected_and_said(words: None) -> None:
    taken_in(record("Fyrlykta", terms=(PARENTS,)))

    answer = found(text="parants")

    assert [item["name"] for item in answer["items"]] == ["Fyrlykta"]
    assert [one["said"] for one in answer["understood"]["corrected"]] == ["parants"]


def test_names_without_end_can_be_paged_through() -> None:
    endless = [f"{letter} {'ж' * 2000}" for letter in "abc"]
    taken_in(*map(record, endless))

    pages, cursor = [], ""
    while cursor is not None:
        answer = found(sort="name", limit=1, cursor=cursor)
        pages += [item["name"] for item in answer["items"]]
        cursor = answer["cursor"]

    assert sorted(pages) == endless


def test_an_answer_in_northern_sami_tells_times_in_bokmal(words: None) -> None:
    Label.objects.create(
        concept=Concept.objects.get(code="grief"), language="se", kind="preferred", text="Moraš"
    )
    taken_in(record("Håp", terms=(GRIEF,)))

    (item,) = found(language="se")["items"]

    assert (item["themes"], item["meetings"][0]["when"]) == (["Moraš"], "Tirsdager kl. 18.00–19.30")


def test_a_search_in_vain_suggests_other_ways() -> None:
    taken_in(record("Håpet i Trondheim"))

    answer = found(text="håpe", states=["full"])

    assert answer["total"] == 0
    assert [one["text"] for one in answer["suggestions"]] == ["Håpet i Trondheim"]


def test_what_is_typed_is_completed() -> None:
    taken_in(record("Håpet i Trondheim"))

    answer = json.loads(post({"text": "håp"}, "/api/suggest").content)

    assert [(one["kind"], one["text"]) for one in answer["suggestions"]] == [
        ("group", "Håpet i Trondheim")
    ]


@pytest.mark.parametrize(
    ("asked", "field", "sentence"),
    [
        ({"limit": 101}, "limit", "limit: expected a whole number <= 100"),
        ({"limit": "5"}, "limit", "limit: expected a whole number, got a text"),
        ({"colour": 1}, "colour", "there is no field “colour” here"),
        ({"weekdays": ["XX"]}, "weekdays",
         "weekdays: expected FR or MO or SA or SU or TH or TU or WE, got 'XX'"),
        ({"sort": "size"}, "sort",
         "sort: expected distance or name or next-meeting or relevance, got 'size'"),
        ({"language": "x" * 90}, "language",
         f"language: expected en or nb or nn or se, got '{'x' * 40}"),
        ({"box": 5}, "box", "box: expected a list, got a whole number"),
        ({"days": "5"}, "days", "days: expected a whole number, got a text"),
        ({"begins": {"from": "25:00", "until": "20:00"}}, "begins",
         "begins: expected a time of day such as 17:00"),
        ({"place": "Oslo", "point": [60, 10]}, "point", "point: give a place or a point, not both"),
        ({"within": 5}, "within", "a distance needs a point to be measured from"),
        ({"box": [2, 1, 1, 2]}, "box", "a box is south, west, north, east in degrees"),
        ({"sort": "distance"}, "sort", "to sort by distance takes a point to measure from"),
        ({"zone": "../../etc/passwd"}, "zone",
         "zone: a name such as Europe/Oslo, from the IANA time zone database"),
        ({"place": "Trondhjemm"}, "place", None),
        ({"concepts": ["theme:x"]}, "concepts",
         "concepts: there is no concept “theme:x”; see /feeds/vocabularies.json"),
        ({"municipalities": ["9999"]}, "municipalities",
         "municipalities: there is no code “9999” in use in Norway"),
        ({"cursor": "x"}, "cursor", "the cursor is not one that an answer gave"),
        ({"cursor": forged(10**400), "sort": "distance", "place": "Oslo"}, "cursor",
         "the cursor is not one that an answer gave"),
        ({"cursor": forged(float("nan")), "sort": "distance", "place": "Oslo"}, "cursor",
         "the cursor is not one that an answer gave"),
        ({"confirmed_since": "yesterday"}, "confirmed_since", None),
        ([1], None, "the body: expected an object, got a list"),
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_a_problem_that_names_the_field(
    asked: object, field: str | None, sentence: str | None
) -> None:
    response = post(asked)

    told = json.loads(response.content)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert told.get("field") == field
    assert sentence is None or told["detail"] == sentence


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"text=sorg", "application/x-www-form-urlencoded", 415),
        (b'{"text": "' + b"x" * 30_000 + b'"}', "application/json", 413),
        (b'{"text": "\xff"}', "application/json", 400),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(body: bytes, kind: str, status: int) -> None:
    response = Client().post("/api/search", body, content_type=kind)

    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")


def test_an_address_holds_themes_and_places_alone(words: None) -> None:
    taken_in(record("Sorg", terms=(GRIEF,)), record("Foreldre", terms=(PARENTS,)))

    themed = Client().get("/api/search", {"theme": "grief", "municipality": "5001", "limit": "5"})
    typed = Client().get("/api/search", {"text": "sorg"})

    assert [item["name"] for item in json.loads(themed.content)["items"]] == ["Sorg"]
    assert json.loads(typed.content)["field"] == "text"
    assert "ETag" in themed


def test_what_is_asked_is_neither_kept_nor_told_on() -> None:
    response = post({"text": "noe jeg ikke vil at noen skal se"})

    assert response["Cache-Control"] == "no-store"
    assert "ikke vil" not in str(response.headers) + json.dumps(
        json.loads(response.content)["cursor"]
    )


def test_an_unpublished_group_is_never_found() -> None:
    hidden, _ = taken_in(record("Skjult"), record("Synlig"))
    unpublish(hidden)

    assert names() == ["Synlig"]


def test_the_largest_counts_stand_in_the_order_they_were_in() -> None:
    counts = np.array([1, 3, 2, 2])

    leave_largest(counts, 2)

    assert counts.tolist() == [0, 3, 2, 0]


def test_what_is_left_out_is_not_found(words: None) -> None:
    taken_in(record("Sorg", terms=(GRIEF,)), record("Mot"))

    assert names(without=["theme:loss"]) == ["Mot"]


def test_what_the_text_leaves_out_is_told(words: None) -> None:
    taken_in(record("Sorg", terms=(GRIEF,)), record("Mot"))

    answer = found(text="anything but grief")

    assert [item["name"] for item in answer["items"]] == ["Mot"]
    assert answer["understood"]["left_out"] == ["grief"]


def test_what_the_text_restricts_by_is_told(words: None) -> None:
    taken_in(record("Sorg", terms=(GRIEF,)))

    read = found(text="free grief group on tuesday after 17")["understood"]

    assert [read[key] for key in ("weekdays", "begins", "formats", "places", "fees")] == [
        ["TU"], "17:00-23:59", [], [], ["free", "unknown"],
    ]  # fmt: skip
