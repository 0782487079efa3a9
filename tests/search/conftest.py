"""A small vocabulary and an empty index for every test that searches."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from knutepunkt.search import queries
from knutepunkt.search.indexing import following
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.texts import understood
from knutepunkt.vocabulary import actions
from tests.search.language.known import Nothing
from tests.search.whole import Reading, spellers, whole_lexicon


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


@pytest.fixture
def meaning_of(words: Lexicon) -> Reading:
    """What a text asks for by the whole vocabulary, where no group is known, on a Wednesday."""
    spelled = spellers(words)
    return lambda text: understood(text, words, Nothing(), spelled, date(2026, 11, 25))
