"""The index knows no database, so neither do its tests."""

from collections.abc import Iterator

import pytest

from knutepunkt.search.index import counting, lists, postings, writing


@pytest.fixture(autouse=True)
def vocabulary_and_no_index() -> None:
    """Nothing of what other tests of searching need."""


@pytest.fixture(autouse=True, scope="package")
def lists_of_both_kinds() -> Iterator[None]:
    """Few groups have lists as bits, and are counted, as otherwise only many are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "SMALL", 0)
        patch.setattr(counting, "A_SET", 1)
        patch.setattr(counting, "ALIKE", 1)
        patch.setattr(counting, "SAMPLE", 1)
        patch.setattr(counting, "NEARLY", 2)
        patch.setattr(writing, "MANY_ALIKE", 1)
        patch.setattr(lists, "BEGUN", 0)
        patch.setattr(lists, "UNITED", 2)
        patch.setattr(lists, "SOUGHT", 2)
        patch.setattr(lists, "UNPACKED", 2)
        yield
