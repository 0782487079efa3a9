"""A cursor holds in the history it was given in, and in no other of the same numbers."""

import base64
import json
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client
from pytest_django import Settings

from knutepunkt.directory import editions
from knutepunkt.directory.models import Edition, Mark, Node
from knutepunkt.distribute.api import door
from tests.distribute.made import record, taken_in

pytestmark = pytest.mark.django_db
Rows = dict[type[models.Model], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def plenty(settings: Settings) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    door.buckets.cache_clear()


def copied() -> Rows:
    """A backup of all tables."""
    known = [one for one in apps.get_models(include_auto_created=True) if one._meta.managed]
    return {one: list(one._base_manager.values()) for one in known}


def restore(rows: Rows) -> None:
    """Put a backup in the place of what is there."""
    for model in rows:
        model._base_manager.all()._raw_delete(connection.alias)  # type: ignore[attr-defined]
    for model, kept in rows.items():
        model._base_manager.bulk_create(model(**row) for row in kept)


def asked(since: str = "", limit: int = 100) -> tuple[int, str]:
    """The status of an answer, and its cursor."""
    response = Client().get("/api/changes", {"since": since, "limit": limit})
    if response.status_code != 200:
        return response.status_code, ""
    return 200, json.loads(response.content.splitlines()[-1])["cursor"]


def test_a_cursor_of_what_a_restore_lost_is_forgotten() -> None:
    taken_in(record("Håp"))
    backup = copied()
    taken_in(record("Tapt"))
    _, cursor = asked()
    restore(backup)

    assert asked(cursor)[0] == 410


def test_the_same_number_written_anew_does_not_make_it_valid() -> None:
    taken_in(record("Håp"))
    backup = copied()
    taken_in(record("Tapt"))
    _, cursor = asked()
    restore(backup)
    taken_in(record("Ny"))
    taken_in(record("Nyere"))

    assert asked(cursor)[0] == 410


def test_a_cursor_from_before_the_backup_goes_on() -> None:
    taken_in(record("Håp"))
    _, cursor = asked()
    backup = copied()
    taken_in(record("Tapt"))
    restore(backup)
    taken_in(record("Ny"))

    assert asked(cursor)[0] == 200


def test_a_place_among_old_changes_knows_what_was_latest_when_it_was_told() -> None:
    taken_in(record("Håp"))
    taken_in(record("Mot"))
    backup = copied()
    taken_in(record("Tapt"))
    _, half = asked(limit=1)
    restore(backup)
    taken_in(record("Ny"))

    assert asked(half)[0] == 410


def test_two_nodes_begun_from_one_copy_are_told_apart() -> None:
    taken_in(record("Håp"))
    copy = copied()
    taken_in(record("Mot"))
    _, cursor = asked()
    first = copied()
    restore(copy)
    taken_in(record("Tro"))
    _, other = asked()

    at_second = asked(cursor)[0], asked(other)[0]
    restore(first)
    at_first = asked(cursor)[0], asked(other)[0]

    assert (at_second, at_first) == ((410, 200), (200, 410))


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ([1, 1, 2**62], 410),  # as older versions told it
        ([1, 1, 1, 1, 1], 410),
        ([9, 1, 1, 0, 0], 410),
        ([1, 1, 10**30, 1, 1], 400),
        ([1, 1, -1, 1, 1], 400),
        (["1", 1, 1, 1, 1], 400),
        ([1, 1, 1, 1, 1, 1, 1, 1], 410),
    ],
)
def test_a_cursor_that_is_not_ours_is_told_so(place: list[object], status: int) -> None:
    taken_in(record("Håp"))
    body = json.dumps([str(Node.objects.get_or_create(pk=1)[0].uid), *place]).encode()

    assert asked(base64.urlsafe_b64encode(body).decode())[0] == status


def test_whoever_stayed_away_for_long_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "TIDY_EVERY", 1)
    monkeypatch.setattr(editions, "MARKS_KEPT", 2)
    taken_in(record("Håp"))
    _, old = asked()
    taken_in(record("Mot"))
    _, young = asked()

    taken_in(record("Tro"))

    assert (asked(old)[0], asked(young)[0]) == (410, 200)
    assert Mark.objects.count() == 2


def test_every_edition_has_a_mark_of_its_own() -> None:
    taken_in(record("Håp"))
    taken_in(record("Mot"))

    latest = Edition.objects.get().number
    marks = dict(Mark.objects.values_list("edition", "mark"))
    assert {latest, latest - 1} <= marks.keys()
    assert marks[latest] != marks[latest - 1]
