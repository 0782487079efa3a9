"""One answer at a time in a process, and nobody slow who holds up the others."""

import io
import os
import threading
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from knutepunkt import serving
from knutepunkt.distribute.searching import views as searching
from knutepunkt.site import straight
from knutepunkt.site.writing import keeping
from knutepunkt.turns import turn

BODY = b'{"text": "sorg"}'


def is_free() -> bool:
    """Whether another thread could begin."""
    found: list[bool] = []

    def look() -> None:
        if is_mine := turn.acquire(blocking=False):
            turn.release()
        found.append(is_mine)

    looker = threading.Thread(target=look)
    looker.start()
    looker.join()
    return found[0]


def an_answer(seen: list[bool]) -> Callable[..., HttpResponse]:
    def view(*_: object) -> HttpResponse:
        seen.append(is_free())
        return HttpResponse("found")

    return view


class SlowBody(io.BytesIO):
    """What a client sends, which says whether others could begin while it came."""

    def __init__(self, seen: list[bool]) -> None:
        super().__init__(BODY)
        self.seen = seen

    def read(self, size: int | None = -1) -> bytes:
        self.seen.append(is_free())
        return super().read(size)


def test_an_answer_on_the_site_has_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(straight, "results", an_answer(seen))

    assert Client().get("/treff/whatever").content == b"found"
    assert seen == [False]
    assert is_free()


def test_a_page_that_is_kept_is_written_out_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(keeping, "state_of", lambda: None)

    keeping.kept(an_answer(seen))(RequestFactory().get("/"))

    assert seen == [False]
    assert is_free()


def test_a_search_has_its_turn_but_not_while_its_question_comes_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering: list[bool] = []
    reading: list[bool] = []

    def answer(_: object, *, has_reasons: bool) -> bytes:
        answering.append(is_free())
        return b"{}"

    monkeypatch.setattr(searching, "answer", answer)
    monkeypatch.setattr(searching, "query_of", lambda asked: asked)
    request = RequestFactory().post(
        "/api/search",
        content_type="application/json",
        **{"wsgi.input": SlowBody(reading), "CONTENT_LENGTH": str(len(BODY))},
    )

    assert searching.search(request).status_code == 200
    assert answering == [False]
    assert reading
    assert all(reading)
    assert is_free()


def test_a_fault_gives_the_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> HttpResponse:
        raise RuntimeError

    monkeypatch.setattr(straight, "results", breaks)

    with pytest.raises(RuntimeError):
        Client().get("/treff/whatever")
    assert is_free()


@pytest.mark.parametrize(("has", "processes"), [(1, 1), (2, 2), (64, 4)])
def test_a_node_has_a_process_for_each_core_up_to_four(
    monkeypatch: pytest.MonkeyPatch, has: int, processes: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(has)))

    assert serving.cores() == processes
    command = serving.server("127.0.0.1", 8000, serving.cores())
    assert command[command.index("--workers") + 1] == str(processes)


def test_a_process_that_is_killed_is_replaced_and_the_others_go_on() -> None:
    assert "--respawn-failed-workers" in serving.server("127.0.0.1", 8000, 2)


def test_where_the_system_does_not_say_what_may_be_used_there_is_a_process_for_each_core(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 3)

    assert serving.cores() == 3
