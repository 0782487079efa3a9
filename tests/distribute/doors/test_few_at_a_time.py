"""Whole exports leave room for everybody else: few at a time, at whichever door."""

import fcntl
import gc
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.test import Client

from knutepunkt.distribute.api.exports import AT_ONCE
from knutepunkt.distribute.doors import finished
from tests.distribute.made import record, taken_in

pytestmark = pytest.mark.django_db
WHOLE = [
    "/api/hsds/v3/services?format=ndjson",
    "/api/hsds/v3/services?format=ndjson&full=true",
    "/api/hsds/v3/taxonomy_terms?format=ndjson",
    "/bmlt/client_interface/json/?switcher=GetSearchResults",
]


@contextmanager
def running(address: str, times: int = 1) -> Iterator[list[Any]]:
    """Exports whose clients have not read to the end, until they hang up."""
    begun = [Client().get(address) for _ in range(times)]
    yield begun
    # As in a server, but for the connection to the database, in whose transaction the test runs.
    request_finished.disconnect(close_old_connections)
    for one in begun:
        one.close()
    request_finished.connect(close_old_connections)


def refusal(address: str) -> tuple[int, str, bool, str]:
    """The status, kind, whether it says when to come again, and whose turn it is."""
    answer = Client().get(address)
    told = json.loads(answer.content)["detail"]
    return (answer.status_code, answer["Content-Type"], answer["Retry-After"].isdecimal(),
            told.rpartition("; ")[2])  # fmt: skip


@pytest.mark.parametrize("address", WHOLE)
def test_one_export_too_many_is_told_to_come_again(address: str) -> None:
    taken_in(record("Håp"))
    with running(WHOLE[-1]):
        pass  # so that its file is there, and only the answer is left to be given

    with running(WHOLE[0], AT_ONCE):
        found = refusal(address)

    assert found == (503, "application/problem+json", True, "ask again in half a minute")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", [WHOLE[0], WHOLE[-1]])
def test_a_client_that_hangs_up_makes_room(address: str, words: None) -> None:
    taken_in(record("Håp"), record("Lys"))

    with running(address, AT_ONCE) as begun:
        next(iter(begun[0].streaming_content))

    with running(address, AT_ONCE) as again:
        assert [one.status_code for one in again] == [200] * AT_ONCE


@pytest.mark.parametrize("address", WHOLE)
def test_an_export_that_is_read_makes_room_by_itself(address: str) -> None:
    taken_in(record("Håp"))

    read = [len(b"".join(Client().get(address).streaming_content)) for _ in range(AT_ONCE + 1)]  # type: ignore[attr-defined]

    assert read == [read[0]] * (AT_ONCE + 1)


def test_an_answer_that_is_dropped_makes_room() -> None:
    for _ in range(AT_ONCE + 1):
        assert Client().get(WHOLE[0]).status_code == 200
        gc.collect()


def test_pages_are_answered_while_exports_run() -> None:
    taken_in(record("Håp"))

    with running(WHOLE[0], AT_ONCE):
        pages = [
            Client().get("/api/hsds/v3/services?per_page=500"),
            Client().get(f"{WHOLE[-1]}&page_size=10"),
        ]

    assert [one.status_code for one in pages] == [200, 200]


def test_a_feed_that_cannot_be_written_soon_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finished, "PATIENCE", 0.0)
    finished.folder().mkdir(parents=True, exist_ok=True)

    with ExitStack() as others:
        for number in range(finished.WORKERS):
            path = finished.folder() / f".worker-{number}"
            held = others.enter_context(path.open("w"))
            fcntl.flock(held, fcntl.LOCK_EX)
        found = refusal("/feeds/groups.csv")

    assert found == (503, "application/problem+json", True, "you: ask again soon.")
    assert Client().get("/feeds/groups.csv").status_code == 200


def test_a_feed_is_waited_for_by_few_threads_of_a_process() -> None:
    taken_in(record("Håp"))

    with finished.THREADS, finished.THREADS:
        late = Client().get("/feeds/groups.csv")

    assert (late.status_code, late["Retry-After"]) == (503, "10")
    assert Client().get("/feeds/groups.csv").status_code == 200
