"""Words are remembered for a while, and none of them for good."""

import gc
import importlib
import inspect
import pickle
import pkgutil
import threading
from functools import _lru_cache_wrapper
from typing import Any

import pytest

from knutepunkt.gazetteer import spots_named
from knutepunkt.search import language, queries
from knutepunkt.search.language import Analyser, Splitter, remembering
from knutepunkt.search.language.kin import themes_of_such
from knutepunkt.search.language.remembering import forget, forget_for_ever
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.whereabouts import places_named, places_told
from knutepunkt.search.query import Query
from knutepunkt.search.suggesting.suggestions import suggestions
from tests.site.made import record, taken_in

TYPED = "qvorgmestringskvekk"


def holding(word: str) -> list[object]:
    """Every dictionary and set of this process that has a word."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, dict | set) and word in one]


@pytest.mark.django_db
def test_what_somebody_typed_is_forgotten() -> None:
    taken_in(record())
    queries.found(Query(text=f"sorg {TYPED}"))
    queries.found(Query(text=TYPED))
    suggestions(TYPED, "nb")
    assert holding(TYPED)  # else this test could not fail

    forget()

    assert holding(TYPED) == []


def test_a_name_is_looked_up_once_and_an_address_remembered_nowhere() -> None:
    forget()
    told = ("Hamar", "Storgata 5, Hamar", "Hamar")

    assert [places_told(one) for one in told] == [spots_named(one) for one in told]
    remembered: Any = places_named
    assert remembered.cache_info()[:2] == (1, 1)  # Hits and misses.


def test_every_function_that_remembers_words_forgets_them() -> None:
    """Those without an argument remember a table, as some do by its own names and codes."""
    rooms = [
        importlib.import_module(f"{language.__name__}.{room.name}")
        for room in pkgutil.iter_modules(language.__path__)
    ]
    remembering_words = {
        value
        for room in rooms
        for value in vars(room).values()
        if isinstance(value, _lru_cache_wrapper) and inspect.signature(value).parameters
    }

    assert remembering_words
    assert remembering_words - set(remembering.functions) == {listed, themes_of_such}


@pytest.mark.parametrize("is_read", [False, True])
def test_what_was_read_from_a_file_forgets_too(is_read: bool) -> None:
    analyser = Analyser(Splitter(["sorg", "gruppe"]))
    if is_read:
        analyser = pickle.loads(pickle.dumps(analyser))  # noqa: S301 - of this very test
    before = analyser.readings("sorggruppa")
    assert analyser.read
    assert analyser.splitter.kept

    forget()

    assert (analyser.read, analyser.splitter.kept) == ({}, {})
    assert analyser.readings("sorggruppa") == before


def test_a_server_forgets_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, times = threading.Event(), []

    def forget() -> None:
        times.append(1)
        if len(times) == 3:
            stop.set()

    monkeypatch.setattr(remembering, "LASTS", 0.001)
    monkeypatch.setattr(remembering, "forget", forget)

    forget_for_ever(stop)

    assert len(times) == 3
