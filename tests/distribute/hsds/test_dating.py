"""Whoever has an answer is told so as long as it is the same, and not a write longer."""

import math
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone as clock

from knutepunkt.collect.models import Source
from knutepunkt.distribute.api import door
from knutepunkt.distribute.api.exports import AT_ONCE
from knutepunkt.distribute.handing import here
from knutepunkt.vocabulary.actions import take_in_term
from tests.distribute.made import GRIEF, record, taken_in

pytestmark = pytest.mark.django_db
API = "/api/hsds/v3/"
ANSWERS = ["services", "services?format=ndjson", "taxonomy_terms", "taxonomies?format=ndjson"]


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch, words: None) -> None:
    """A directory whose last write lies seconds back, in a node that has its id."""
    taken_in(record("Håp", terms=[GRIEF]))
    here()
    monkeypatch.setattr(door.time, "time", lambda: 4e9)


def asked(address: str, **headers: str) -> Any:
    """An answer that is read to its end."""
    answer = Client().get(API + address, headers=headers)
    answer.getvalue()
    return answer


def hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.mark.parametrize("address", ANSWERS)
@pytest.mark.parametrize(
    ("validator", "condition"),
    [("ETag", "if-none-match"), ("Last-Modified", "if-modified-since")],
)
def test_what_is_known_is_not_sent_again(
    old: None, address: str, validator: str, condition: str
) -> None:
    first = asked(address)

    again = asked(address, **{condition: first[validator]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert (again["ETag"], again["Vary"]) == (first["ETag"], "Accept-Encoding")


@pytest.mark.parametrize("packing", ["gzip", "identity"])
@pytest.mark.parametrize(
    "address", [*(API + one for one in ANSWERS), "/api/openapi.json", "/feeds/groups.ics",
                "/feeds/vocabularies.json"]
)  # fmt: skip
def test_what_is_known_has_the_tag_of_the_whole_answer(
    old: None, address: str, packing: str
) -> None:
    taken = {"accept-encoding": packing}

    first = Client().get(address, headers=taken)
    first.getvalue()
    again = Client().get(address, headers={**taken, "if-none-match": first["ETag"]})

    assert (again.status_code, again["ETag"]) == (304, first["ETag"])


@pytest.mark.parametrize("address", ANSWERS)
def test_new_words_move_the_date(old: None, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    first = asked(address)
    hour_later(monkeypatch)
    take_in_term("local-eksempel", "egen", "Et eget ord")

    again = asked(address, **{"if-modified-since": first["Last-Modified"]})

    assert again.status_code == 200


@pytest.mark.parametrize("address", ANSWERS[:2])
def test_a_changed_directory_is_another_answer(old: None, address: str) -> None:
    first = asked(address)
    taken_in(record("Tro"), source="andre")

    again = asked(address, **{"if-none-match": first["ETag"]})

    assert again.status_code == 200


def test_a_source_of_another_name_makes_a_service_another(
    old: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"services/{asked('services').json()['contents'][0]['id']}"
    first = asked(address)
    hour_later(monkeypatch)
    Source.objects.update(name="Et annet navn")

    again = asked(address, **{"if-modified-since": first["Last-Modified"]})

    assert again.status_code == 200


def test_a_second_in_which_more_may_be_written_is_not_told(words: None) -> None:
    taken_in(record("Håp"))

    assert "Last-Modified" not in asked("services").headers


@pytest.mark.parametrize("asked_for", ["search=h%C3%A5p", "postcode=7011"])
def test_what_the_index_finds_is_known_by_its_own_bytes_alone(old: None, asked_for: str) -> None:
    page, lines = asked(f"services?{asked_for}"), asked(f"services?{asked_for}&format=ndjson")

    assert [("ETag" in one, "Last-Modified" in one) for one in (page, lines)] == [
        (True, False), (False, False),
    ]  # fmt: skip


def test_a_write_while_an_answer_is_read_is_later_than_its_date(
    monkeypatch: pytest.MonkeyPatch, words: None
) -> None:
    taken_in(record("Håp"))
    written = math.ceil(clock.now().timestamp())
    moments = iter([written - 0.1, written + 1.1])
    monkeypatch.setattr(door.time, "time", lambda: next(moments))

    assert "Last-Modified" not in asked("services").headers


def test_lines_that_are_known_hold_up_nobody(old: None) -> None:
    first = asked("services?format=ndjson")

    again = [
        asked("services?format=ndjson", **{"if-none-match": first["ETag"]})
        for _ in range(AT_ONCE + 1)
    ]

    assert [one.status_code for one in again] == [304] * (AT_ONCE + 1)
