"""Each test collects into a data folder of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.intake.feeds import Feed


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture
def feed(tmp_path: Path) -> Feed:
    return Feed(tmp_path / "feed.json")
