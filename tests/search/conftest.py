"""A small vocabulary and an empty index for every test that searches."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knutepunkt.search import following, queries
from knutepunkt.vocabulary import actions


@pytest.fixture(autouse=True)
def vocabulary_and_no_index(db: None) -> Iterator[None]:
    del db
    actions.load(Path(__file__).parent / "words")
    shutil.rmtree(following.folder(), ignore_errors=True)
    queries.lexicon_of.cache_clear()
    queries.spellers_of.cache_clear()
    yield
    shutil.rmtree(following.folder(), ignore_errors=True)
