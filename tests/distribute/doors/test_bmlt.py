"""Asked as programs made for BMLT ask."""

import json
from typing import Any

import msgspec
import pytest
from django.test import Client

from knutepunkt.collect.drafts import OrganisationDraft, Term
from knutepunkt.distribute.formats.bmlt.items import venue as item_venue
from knutepunkt.vocabulary import actions, files
from knutepunkt.vocabulary.models import Concept
from tests.distribute.made import HOUSE, TUESDAYS, at, record, taken_in

pytestmark = pytest.mark.django_db
OSLO = msgspec.structs.replace(HOUSE, city="Oslo", latitude=59.91, longitude=10.75)


def asked(client: Client, switcher: str, **params: object) -> Any:
    response = client.get("/bmlt/client_interface/json/", {"switcher": switcher, **params})
    streamed = getattr(response, "streaming_content", None)
    return json.loads(b"".join(streamed) if streamed else response.content)


def names(client: Client, **params: object) -> list[str]:
    return [one["meeting_name"] for one in asked(client, "GetSearchResults", **params)]


@pytest.fixture
def three(db: None) -> None:
    monday = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=MO", mode="online")
    both = msgspec.structs.replace(at(OSLO), rrule="FREQ=WEEKLY;BYDAY=TU,FR")
    taken_in(record("Tirsdag"), record("Mandag", monday), record("Begge", both))


def test_each_day_of_a_meeting_is_a_meeting(client: Client, three: None) -> None:
    found = asked(client, "GetSearchResults")

    assert [(one["meeting_name"], one["weekday_tinyint"]) for one in found] == [
        ("Tirsdag", "3"), ("Mandag", "2"), ("Begge", "3"), ("Begge", "6"),
    ]  # fmt: skip
    assert len({one["id_bigint"] for one in found}) == 4
    assert {type(value) for one in found for value in one.values()} == {str}


def test_days_are_wanted_or_left_out(client: Client, three: None) -> None:
    assert names(client, weekdays="2") == ["Mandag"]
    assert names(client, **{"weekdays[]": [-3, -6]}) == ["Mandag"]


def test_venues_are_wanted_or_left_out(client: Client, three: None) -> None:
    assert names(client, venue_types="2") == ["Mandag"]
    assert names(client, venue_types="-2", weekdays="3") == ["Tirsdag", "Begge"]


def test_meetings_lie_within_a_radius_or_are_the_nearest(client: Client, three: None) -> None:
    near = {"lat_val": 63.4, "long_val": 10.4}

    assert names(client, geo_width_km=20, **near) == ["Tirsdag"]
    assert names(client, geo_width=-2, **near) == ["Tirsdag", "Begge"]


@pytest.mark.parametrize(
    ("asked_for", "found"),
    [
        ({"StartsAfterH": 18}, ["Sen", "Tidlig"]),
        ({"StartsAfterH": 18, "StartsAfterM": 1}, ["Sen"]),
        ({"StartsBeforeH": "18", "StartsBeforeM": "0"}, ["Tidlig"]),
        ({"EndsBeforeH": 19}, ["Tidlig"]),
        ({"EndsBeforeH": 18, "EndsBeforeM": 59}, []),
        ({"MinDurationM": 61}, ["Sen"]),
        ({"MaxDurationH": 1}, ["Tidlig"]),
        ({"StartsAfterH": "kveld"}, []),
    ],
)
def test_meetings_are_asked_for_by_their_hours(
    client: Client, asked_for: dict[str, object], found: list[str]
) -> None:
    early = msgspec.structs.replace(TUESDAYS, start="18:00", minutes=60)
    late = msgspec.structs.replace(TUESDAYS, start="20:15", minutes=90)
    taken_in(record("Tidlig", early), record("Sen", late))

    assert sorted(names(client, **asked_for)) == found


def test_pages_and_fields(client: Client, three: None) -> None:
    found = asked(client, "GetSearchResults", page_size=2, page_num=2, data_field_key="start_time")

    assert found == [{"start_time": "18:00:00"}, {"start_time": "18:00:00"}]


@pytest.mark.parametrize(
    "params",
    [{"weekdays": "x"}, {"lat_val": "999", "long_val": "1"}, {"SearchString": "sorg"}],
)
def test_a_question_without_sense_has_an_empty_answer(
    client: Client, three: None, params: dict[str, str]
) -> None:
    assert asked(client, "GetSearchResults", **params) == []


def test_a_switcher_nobody_knows_has_an_empty_answer(client: Client) -> None:
    assert asked(client, "GetNothing") == []


def test_formats_used_come_beside_the_meetings(client: Client) -> None:
    actions.load(files.DATA)
    taken_in(record("Åpen", terms=[Term("openness", "open")]), record("Lukket", terms=[]))

    found = asked(client, "GetSearchResults", get_used_formats=1, lang_enum="en")
    listed = asked(client, "GetFormats", lang_enum="en")

    assert [one["formats"] for one in found["meetings"]] == ["OPEN", ""]
    assert [one["key_string"] for one in found["formats"]] == ["OPEN"]
    assert found["formats"][0] in listed
    (id_,) = [one["id"] for one in listed if one["key_string"] == "OPEN"]
    assert names(client, formats=id_) == ["Åpen"]


def test_formats_used_are_told_whatever_is_shown_of_the_meetings(client: Client) -> None:
    actions.load(files.DATA)
    taken_in(record("Åpen", terms=[Term("openness", "open")]))

    found = asked(client, "GetSearchResults", get_used_formats=1, data_field_key="meeting_name")

    assert found["meetings"] == [{"meeting_name": "Åpen"}]
    assert [one["key_string"] for one in found["formats"]] == ["OPEN"]


def test_each_format_is_told_once_in_the_language_asked_for_or_the_servers_own(
    client: Client,
) -> None:
    actions.load(files.DATA)
    every = set(Concept.objects.filter(scheme_id="bmlt").values_list("code", flat=True))
    (server,) = asked(client, "GetServerInfo")

    told = {one: asked(client, "GetFormats", lang_enum=one) for one in ("", "en", "de", "xx")}

    for found in told.values():
        assert sorted(one["key_string"] for one in found) == sorted(every)
        assert {one["lang"] for one in found} <= set(server["langs"].split(","))
    assert told[""] == told["xx"]
    assert {one["key_string"]: one["lang"] for one in told["en"]}["OPEN"] == "en"


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ({"mode": "in-person"}, "1"),
        ({"mode": "online", "place": None}, "2"),
        ({"mode": "hybrid"}, "3"),
        ({"mode": ""}, "1"),
        ({"mode": "", "place": None}, "1"),
        ({"mode": "", "place": None, "dial_in": "21400000"}, "2"),
        ({"mode": "", "online_url": "https://rom.example/"}, "3"),
    ],
)
def test_every_meeting_says_how_people_meet(said: dict[str, Any], venue: str) -> None:
    assert item_venue(msgspec.structs.replace(TUESDAYS, **said)) == venue


def test_organisations_are_service_bodies(client: Client) -> None:
    taken_in(record("Håp", organisation=OrganisationDraft("Lauget")))

    (meeting,) = asked(client, "GetSearchResults")
    (body,) = asked(client, "GetServiceBodies")

    assert (body["name"], body["id"]) == ("Lauget", meeting["service_body_bigint"])
    assert names(client, services=body["id"]) == ["Håp"]


def test_the_server_tells_its_version(client: Client) -> None:
    (told,) = asked(client, "GetServerInfo")

    assert told["versionInt"] == "3000000"


def test_an_answer_that_is_known_is_not_sent_again(client: Client, three: None) -> None:
    params = {"switcher": "GetSearchResults", "weekdays": "3"}
    first = client.get("/bmlt/client_interface/json/", params)

    again = client.get(
        "/bmlt/client_interface/json/", params, headers={"If-None-Match": first["ETag"]}
    )

    assert again.status_code == 304


@pytest.mark.parametrize("name", ["page_size", "page_num"])
def test_a_page_farther_than_any_number_of_the_machine_is_empty_or_whole(
    client: Client, three: None, name: str
) -> None:
    found = names(client, **{"page_size": "2", name: "9" * 20})

    assert len(found) == (4 if name == "page_size" else 0)
