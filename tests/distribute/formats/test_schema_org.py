"""Events as schema.org shapes them: which property a thing may have, and which values it takes."""

import json
import re
from typing import Any

import msgspec
import pytest

from knutepunkt.collect.drafts import OrganisationDraft
from tests.distribute.made import GRIEF, HOUSE, TUESDAYS, at, record, taken_in
from tests.distribute.reading import raw_of

pytestmark = pytest.mark.django_db
DATE = r"\d{4}-\d\d-\d\d"
TEXT = r"(?s).+"
HTTP = r"https?://\S+"
SCHEMA = "https://schema.org/"
PLACES = ("Place", "VirtualLocation")
# A pattern of texts and numbers, or the types of things. Source: schema.org, each type's own page.
MAY: dict[str, dict[str, Any]] = {
    "Organization": {
        "@id": r"urn:uuid:.{36}", "name": TEXT, "description": TEXT, "url": HTTP, "sameAs": HTTP,
        "keywords": TEXT, "parentOrganization": ("Organization",), "identifier": TEXT,
    },
    "Event": {
        "@id": r"urn:uuid:.{36}", "name": TEXT, "description": TEXT, "url": HTTP,
        "startDate": rf"{DATE}(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?",
        "endDate": rf"{DATE}T\d\d:\d\d:\d\d[+-]\d\d:\d\d", "eventSchedule": ("Schedule",),
        "eventAttendanceMode": f"{SCHEMA}(Offline|Online|Mixed)EventAttendanceMode",
        "eventStatus": f"{SCHEMA}Event(Postponed|Scheduled)", "location": PLACES,
        "organizer": (None,), "typicalAgeRange": r"\d*-\d*",
    },
    "Schedule": {
        "repeatFrequency": r"P\d+[DWMY]", "repeatCount": r"\d+", "startDate": DATE,
        "endDate": DATE, "startTime": r"\d\d:\d\d", "endTime": r"\d\d:\d\d",
        "duration": r"PT\d+M", "scheduleTimezone": r"\w+/\w+", "exceptDate": DATE,
        "byDay": rf"{SCHEMA}\w+day|-?[1-5]?(MO|TU|WE|TH|FR|SA|SU)",
        "byMonth": r"[1-9]|1[0-2]", "byMonthDay": r"[1-9]|[12]\d|3[01]",
    },
    "Place": {"name": TEXT, "address": ("PostalAddress",), "geo": ("GeoCoordinates",)},
    "PostalAddress": {"streetAddress": TEXT, "postalCode": TEXT, "addressLocality": TEXT,
                      "addressCountry": r"[A-Z]{2}"},
    "GeoCoordinates": {"latitude": r"-?\d+\.\d+", "longitude": r"-?\d+\.\d+"},
    "VirtualLocation": {"url": HTTP},
}  # fmt: skip
MUST = {
    "Organization": {"name"}, "Event": {"name", "startDate", "eventStatus", "url"},
    "Schedule": {"startDate", "scheduleTimezone"}, "Place": {"name"}, "VirtualLocation": {"url"},
}  # fmt: skip


def faults(thing: dict[str, Any]) -> list[str]:
    """What schema.org would not have of a thing and of all within it."""
    kind = thing.get("@type")
    if kind is None:
        return [] if thing.keys() == {"@id"} else [f"{thing} has no type"]
    found = [f"{kind} lacks {name}" for name in MUST.get(kind, set()) - thing.keys()]
    for name, values in thing.items():
        allowed = r"\w+" if name == "@type" else MAY[kind].get(name)
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                if not isinstance(allowed, tuple) or value.get("@type") not in allowed:
                    found.append(f"{kind}.{name}: {value}")
                found += faults(value)
            elif not isinstance(allowed, str) or not re.fullmatch(allowed, str(value)):
                found.append(f"{kind}.{name}: {value}")
    return found


def graph() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(raw_of("jsonld"))["@graph"]
    return found


def schedules(rrule: str, **said: Any) -> Any:
    taken_in(record("Håp", msgspec.structs.replace(TUESDAYS, rrule=rrule, **said)))
    (event,) = (one for one in graph() if one["@type"] == "Event")
    return event.get("eventSchedule")


def test_every_kind_of_meeting_has_the_shape_search_engines_look_for(words: None) -> None:
    area = msgspec.structs.replace(HOUSE, disclosure="area")
    hidden = msgspec.structs.replace(HOUSE, disclosure="hidden")
    room = {"online_url": "https://rom.example/1"}
    owner = OrganisationDraft("Lauget", legal_id="974760673", url="https://lauget.example")
    taken_in(
        record("Sted", terms=[GRIEF], organisation=owner, minimum_age=18, url="https://h.example"),
        record("Område", at(area), own_words=[["nb", "Vi møtes."]]),
        record("Skjult", at(hidden), state="paused"),
        record("Nett", at(None, mode="online", **room)),
        record("Begge", at(HOUSE, mode="hybrid", **room)),
        record("Dag", at(HOUSE, start="", minutes=None, first_on="2026-12-01", rrule="")),
        record("Unntak", at(HOUSE, first_on="2027-01-05", except_on=("2027-01-12",),
                            also_on=("2027-01-14",), last_on="2027-06-01")),
    )  # fmt: skip

    found = graph()

    assert [fault for thing in found for fault in faults(thing)] == []
    assert [one["@type"] for one in found] == ["Organization", "Event"] * 7


def test_the_first_and_the_third_tuesday_of_a_month() -> None:
    assert schedules("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,3")["byDay"] == ["1TU", "3TU"]


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=YEARLY;BYWEEKNO=1,3,5;BYDAY=WE",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
    ],
)
def test_a_rule_that_schema_org_cannot_say_is_not_said_wrongly(rrule: str) -> None:
    assert schedules(rrule) is None


def test_a_day_besides_the_rule_is_a_schedule_of_its_own() -> None:
    ruled, extra = schedules("FREQ=WEEKLY;BYDAY=TU", also_on=("2027-01-14",))

    assert (ruled["repeatFrequency"], ruled["startTime"]) == ("P1W", "18:00")
    assert extra == {
        "@type": "Schedule", "startDate": "2027-01-14", "endDate": "2027-01-14",
        "startTime": "18:00", "endTime": "19:30", "duration": "PT90M",
        "scheduleTimezone": "Europe/Oslo",
    }  # fmt: skip


def test_days_without_a_rule_are_all_told() -> None:
    found = schedules("", first_on="2027-01-05", also_on=("2027-01-14", "2027-02-01"))

    assert [one["startDate"] for one in found] == ["2027-01-05", "2027-01-14", "2027-02-01"]
