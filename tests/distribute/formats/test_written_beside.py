"""What formats write beside the file lies in no folder: nothing is left of it, however they end."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.formats.base import Account
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice
from tests.distribute.made import record, taken_in


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["bmlt", "hsds-csv"])
def test_no_folder_holds_what_is_half_written(
    name: str, words: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(record("Håp", organisation=OrganisationDraft("Lauget")), record("Mot"))
    form, beside, found = format_named(name), tmp_path / "beside", []
    beside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(beside))

    def looking(items: Iterable[object]) -> Iterator[object]:
        for item in items:
            found.append(list(beside.iterdir()))
            yield item

    groups = looking(form.items(Choice()))
    count = sum(1 for _ in looking(form.chunks(groups, frame_for(Choice()), Account())))

    assert found == [[]] * (2 + count)
