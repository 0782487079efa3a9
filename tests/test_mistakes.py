"""What a node says of its own faults."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from django.test import Client

from knutepunkt.distribute.searching import views
from knutepunkt.mistakes import Place

SECRET = "what somebody typed"


@pytest.fixture
def told() -> Iterator[StringIO]:
    """What the node writes of requests."""
    handlers = logging.getLogger("django.request").handlers
    (handler,) = (one for one in handlers if isinstance(one.formatter, Place))
    assert isinstance(handler, logging.StreamHandler)
    before = handler.setStream(written := StringIO())
    yield written
    handler.setStream(before)


@pytest.mark.django_db
def test_of_a_fault_only_kind_and_place_are_told(
    told: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_query: object, *, has_reasons: bool) -> bytes:
        raise IndexError(SECRET)

    monkeypatch.setattr(views, "answer", fail)
    client = Client(raise_request_exception=False)

    answer = client.post("/api/search", {"text": SECRET}, "application/json")

    assert answer.status_code == 500
    assert "IndexError in distribute/searching/views.py, line" in told.getvalue()
    assert SECRET not in told.getvalue()
    assert "/api/search" not in told.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nothing-here", "/api/nothing"])
def test_an_answer_that_says_no_is_no_fault(address: str, told: StringIO) -> None:
    assert Client().get(address).status_code == 404

    assert told.getvalue() == ""
