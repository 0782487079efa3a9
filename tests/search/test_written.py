"""The JSON of an answer: what is kept of a group, and what is filled in."""

from datetime import UTC, datetime

import msgspec
import pytest

from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.search.written import as_json
from tests.people import ONLINE, TUESDAYS, known, record

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE = (63.75, 11.3)


def items(**asked: object) -> list[dict[str, object]]:
    query = msgspec.convert({"now": MONDAY, **asked}, Query)
    items: list[dict[str, object]] = as_json(found(query), query)["items"]
    return items


@pytest.mark.parametrize("name", ['Håp "og" mot', "Kaffe \\0 kake", "a\\u0000b", "Tab\ther", "😀"])
def test_a_name_of_any_signs_is_told_as_it_is(name: str) -> None:
    known(record("1", name))

    (item,) = items(point=HERE)

    assert (item["name"], item["meeting"]) == (name, 0)


def test_each_meeting_has_its_own_next_beginning() -> None:
    by_agreement = msgspec.structs.replace(ONLINE, rrule="", start="", timezone="")
    abroad = msgspec.structs.replace(TUESDAYS, timezone="America/New_York")
    known(record("1", "Fyrlykta", by_agreement, abroad, ONLINE))

    (item,) = items(weekdays=("TH",))

    meetings = item["meetings"]
    assert isinstance(meetings, list)
    assert [meeting["next"] for meeting in meetings] == [
        None, "2026-11-24T18:00:00-05:00", "2026-11-26T20:00:00+01:00",
    ]  # fmt: skip
    assert (item["meeting"], item["distance_km"]) == (2, None)


def test_a_meeting_on_unknown_days_has_no_next_beginning() -> None:
    each_other = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    from_a_day = msgspec.structs.replace(each_other, first_on="2026-11-17")
    known(record("1", "Fyrlykta", each_other, from_a_day))

    (item,) = items()

    meetings = item["meetings"]
    assert isinstance(meetings, list)
    assert [meeting["next"] for meeting in meetings] == [None, "2026-12-01T18:00:00+01:00"]


def test_what_is_kept_of_a_group_holds_nothing_of_the_question() -> None:
    known(record("1", "Fyrlykta"))

    near, far, again = items(point=HERE), items(point=(59.9, 10.7)), items(point=HERE)

    assert near == again
    assert near[0] | {"distance_km": far[0]["distance_km"]} == far[0]
    assert near[0]["distance_km"] != far[0]["distance_km"]


def test_every_language_has_its_own_words() -> None:
    known(record("1", "Fyrlykta"))

    told = [items(language=tag)[0]["meetings"] for tag in ("nb", "en", "nb")]

    assert [meetings[0]["when"] for meetings in told if isinstance(meetings, list)] == [
        "Tirsdager kl. 18.00–20.00", "Tuesdays at 18:00–20:00", "Tirsdager kl. 18.00–20.00",
    ]  # fmt: skip
