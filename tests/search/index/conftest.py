"""The index knows no database, so neither do its tests."""

from collections.abc import Iterator

import pytest

from knutepunkt.search.index import postings


@pytest.fixture(autouse=True)
def vocabulary_and_no_index() -> None:
    """Nothing of what other tests of searching need."""


@pytest.fixture(autouse=True, scope="package")
def lists_of_both_kinds() -> Iterator[None]:
    """Few groups have lists as bits as well, as otherwise only many have."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "SMALL", 0)
        yield
