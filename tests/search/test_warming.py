"""What a process reads before the first question comes."""

from threading import Event

import pytest

from knutepunkt.search import queries, warming
from knutepunkt.search.indexing import following
from knutepunkt.search.query import Query
from knutepunkt.search.warming import warm
from tests.people import known, record


@pytest.fixture(autouse=True)
def own_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    # A process begins in a thread of its own; here it would close the test's connection.
    monkeypatch.setattr(warming.connections, "close_all", lambda: None)


def test_the_words_are_read_before_anybody_asks() -> None:
    known(record("1", "Fyrlykta"))
    following.reindex()
    queries.lexicon_of.cache_clear()

    warm(Event())
    before = queries.lexicon_of.cache_info()
    queries.asked(Query("fyrlykta"))

    assert queries.lexicon_of.cache_info().misses == before.misses == 1


def test_a_process_begins_where_there_is_no_index_yet() -> None:
    warm(Event())

    assert queries.found(Query()).total == 0


def test_a_fault_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("hemmelig")

    monkeypatch.setattr(warming, "asked", broken)
    caplog.set_level("INFO")

    warm(Event())

    assert [one.getMessage() for one in caplog.records] == [
        "the first question will take longer: RuntimeError"
    ]
