"""A small vocabulary and an empty index for every test that searches."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from knutepunkt.search import following, queries
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.vocabulary import actions
from tests.search.whole import whole_lexicon


@pytest.fixture(scope="session")
def words(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Lexicon:
    """The lexicon of all of the vocabulary, for tests that read questions and search nothing."""
    del django_db_setup
    with django_db_blocker.unblock():
        return whole_lexicon()


@pytest.fixture(autouse=True)
def vocabulary_and_no_index(db: None) -> Iterator[None]:
    del db
    actions.load(Path(__file__).parent / "words")
    shutil.rmtree(following.folder(), ignore_errors=True)
    queries.lexicon_of.cache_clear()
    queries.spellers_of.cache_clear()
    yield
    shutil.rmtree(following.folder(), ignore_errors=True)
