"""What the doctor sees that a command line in a test cannot show: the tests may be run by root."""

import os
from pathlib import Path

import pytest
from pytest_django import Settings

from knutepunkt import doctor
from knutepunkt.search.indexing import following


@pytest.mark.parametrize("room", ["", "index"])
def test_a_folder_that_cannot_be_written_to_is_told(
    room: str, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA, shut = tmp_path, tmp_path / room
    following.folder().mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: path != shut)

    found = [one.told for one in doctor.data_folder() if one.remedy and "chmod" not in one.remedy]

    assert found == [f"{shut} cannot be written to"]
