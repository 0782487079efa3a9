"""One of several processes leads, and the next takes over when it is gone."""

import shutil
from pathlib import Path

from knutepunkt.search.indexing.leading import Lead


def test_one_leads_for_as_long_as_it_lives(tmp_path: Path) -> None:
    one, other = Lead(tmp_path), Lead(tmp_path)
    assert [one.is_ours(), other.is_ours(), one.is_ours()] == [True, False, True]

    one.give_up()

    assert [other.is_ours(), one.is_ours()] == [True, False]


def test_who_leads_removes_what_the_one_before_left(tmp_path: Path) -> None:
    (tmp_path / "joined-1.draft").touch()
    (tmp_path / "1.seg").touch()

    assert Lead(tmp_path).is_ours()

    assert not (tmp_path / "joined-1.draft").exists()
    assert (tmp_path / "1.seg").exists()


def test_the_lead_is_taken_anew_when_the_folder_was_removed(tmp_path: Path) -> None:
    one, other = Lead(tmp_path / "index"), Lead(tmp_path / "index")
    assert one.is_ours()
    shutil.rmtree(tmp_path / "index")

    assert [other.is_ours(), one.is_ours()] == [True, False]
