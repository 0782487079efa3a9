"""Labels and spellers that were worked out before are taken in, and only when they may be."""

import pickle
from pathlib import Path

import grimp
import pytest
from pytest_django import Settings

from knutepunkt.search import ready
from knutepunkt.search.language import matching, words
from knutepunkt.search.lexicon import lexicon
from knutepunkt.search.ready import NAME, WRITTEN_BY, made_ready
from knutepunkt.vocabulary.models import Label


def recognised(folder: Path, text: str) -> set[str]:
    ready.forget()
    known = lexicon()
    labels = made_ready(known, folder).labels
    return {
        known.code_of(id_)
        for match in matching.matches(labels, labels.read(words(text)))
        for id_ in match.concepts
    }


def test_what_was_kept_reads_texts_as_before(tmp_path: Path) -> None:
    before = recognised(tmp_path, "drikker for mye")
    written = (tmp_path / NAME).stat().st_mtime_ns

    after = recognised(tmp_path, "drikker for mye")

    assert (before, after) == ({"alkohol"}, {"alkohol"})
    assert (tmp_path / NAME).stat().st_mtime_ns == written


def test_a_new_label_is_known_at_once(tmp_path: Path) -> None:
    assert recognised(tmp_path, "kvernsplint") == set()
    label = Label.objects.filter(concept__code="ensomhet", kind="alternative").first()
    assert label is not None

    label.text = "kvernsplint"
    label.save()

    assert recognised(tmp_path, "kvernsplint") == {"ensomhet"}


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    before = recognised(tmp_path, "angst")
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[:-100] + bytes(100))

    after = recognised(tmp_path, "angst")

    assert after == before
    assert len((tmp_path / NAME).read_bytes()) == len(whole)
    assert ready.kept(tmp_path / NAME, ready.key_of(lexicon())) is not None


class Trap:
    """What does harm as soon as it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return pytest.fail, ("somebody else's file was read",)


def test_what_others_sealed_is_never_read(tmp_path: Path, settings: Settings) -> None:
    key = ready.key_of(lexicon())
    body = key + pickle.dumps(Trap())
    settings.SECRET_KEY = "somebody else's"
    (tmp_path / NAME).write_bytes(ready.seal_of(body) + body)
    settings.SECRET_KEY = "our own"

    assert ready.kept(tmp_path / NAME, key) is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert recognised(tmp_path / "file", "angst") == recognised(tmp_path, "angst")


def test_all_code_by_which_groups_are_written_makes_the_index_anew() -> None:
    writers = ("gazetteer", "search", "directory.disclosure")
    documents = "knutepunkt.search.indexing.documents"
    used = grimp.build_graph("knutepunkt").find_upstream_modules(documents)
    told = {name.removeprefix("knutepunkt.") for name in used | {documents}}

    unlisted = [
        name
        for name in sorted(told)
        if name.startswith(writers)
        and not f"{name.replace('.', '/')}.py".startswith(WRITTEN_BY)
        and name not in ("search", "search.index")
    ]

    assert unlisted == []
