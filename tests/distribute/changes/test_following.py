"""A copy that applies what changed holds what a whole export holds, line for line."""

import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.api import door
from knutepunkt.distribute.changes import reading
from knutepunkt.distribute.exporting import export
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice
from tests.distribute.made import record, taken_in, unpublish, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def plenty(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    door.buckets.cache_clear()


def follow(copy: dict[str, bytes], since: str, limit: int = 2) -> str:
    """Apply everything that changed to a copy; returns where to go on from."""
    is_more = True
    while is_more:
        response = Client().get("/api/changes", {"since": since, "limit": limit})
        assert response.status_code == 200, response.content
        _, *lines = response.content.splitlines()
        for line in lines[:-1]:
            told = json.loads(line)
            if told.get("gone"):
                copy.pop(told["key"], None)
            else:
                copy[told["key"]] = line
        last = json.loads(lines[-1])
        since, is_more = last["cursor"], last["more"]
    return since


def whole(path: Path) -> list[bytes]:
    """The records of a whole export."""
    export(format_named("ndjson"), path, Choice())
    return sorted(path.read_bytes().splitlines()[1:])


def test_a_copy_ends_equal_with_a_whole_export(tmp_path: Path) -> None:
    owner, copy = OrganisationDraft("Forbundet", key="f"), dict[str, bytes]()
    taken_in(*(record(f"Gruppe {n}", organisation=owner if n % 2 else None) for n in range(7)))
    cursor = follow(copy, "")

    gone, _ = taken_in(record("Borte"), record("Skjult"))
    cursor = follow(copy, cursor)
    taken_in(record("Gruppe 1", fee="50 kr", organisation=owner), record("Ny"))
    withdraw(gone)
    follow(copy, cursor)

    assert sorted(copy.values()) == whole(tmp_path / "all.ndjson")
    assert str(gone.uid) not in copy


def test_an_answer_tells_of_an_organisation_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH", 2)
    owner = OrganisationDraft("Forbundet", key="f")
    taken_in(*(record(f"Gruppe {number}", organisation=owner) for number in range(5)))

    lines = Client().get("/api/changes").content.splitlines()[1:-1]

    keys = [json.loads(line)["key"] for line in lines]
    assert (len(keys), len(set(keys))) == (6, 6)


def test_nothing_new_is_an_empty_answer_with_the_same_cursor() -> None:
    taken_in(record("Håp"))
    cursor = follow({}, "")

    assert follow({}, cursor) == cursor


def test_an_unpublished_group_is_never_told() -> None:
    group, _ = taken_in(record("Skjult"), record("Synlig"))
    unpublish(group)

    copy = dict[str, bytes]()
    follow(copy, "")

    assert [json.loads(line)["group"]["name"] for line in copy.values()] == ["Synlig"]


def test_a_cursor_of_another_directory_is_refused() -> None:
    response = Client().get("/api/changes", {"since": "bm9wZQ"})

    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
