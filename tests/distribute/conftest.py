"""Each test has a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from knutepunkt.distribute.api import door
from knutepunkt.distribute.described.sample import GROUP, HERE
from knutepunkt.distribute.described.words import VOCABULARY
from knutepunkt.distribute.handing import stated
from knutepunkt.vocabulary import actions
from tests.distribute.answering import Node
from tests.distribute.made import load_words, taken_in


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def full_buckets() -> None:
    door.buckets.cache_clear()


@pytest.fixture
def words(db: None) -> None:
    load_words()


@pytest.fixture
def node(db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Node]:
    # A server may close its connection between requests; the one that holds this test must stay.
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.KNUTEPUNKT_API_RATE = 1e9
    actions.take_in(VOCABULARY)
    taken_in(stated(GROUP, HERE))
    with Node() as found:
        yield found
