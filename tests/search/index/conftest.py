"""The index knows no database, so neither do its tests."""

import pytest


@pytest.fixture(autouse=True)
def vocabulary_and_no_index() -> None:
    """Nothing of what other tests of searching need."""
