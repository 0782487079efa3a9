"""Each test has a directory and an index of its own, and a visitor who keeps no cookies."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.site import ended, limits
from knutepunkt.vocabulary.actions import load
from tests.site.made import load_words


@pytest.fixture(autouse=True)
def own_index(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def full_buckets() -> None:
    limits.buckets.cache_clear()
    limits.reading.cache_clear()


@pytest.fixture(autouse=True)
def names_of_ended_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ended, "names", ended.Names())


@pytest.fixture
def words(db: None) -> None:
    load_words()


@pytest.fixture
def with_all_words(db: None) -> Client:
    load()
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def seeker(words: None) -> Client:
    return Client(enforce_csrf_checks=True)
