"""Each test has a data folder of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from knutepunkt.distribute.api import door
from tests.distribute.made import load_words


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
