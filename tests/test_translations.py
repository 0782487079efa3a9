"""The check that every text is translated."""

from pathlib import Path

import pytest

pytest.importorskip("babel", reason="Babel is not in .venv; run make setup")
from scripts.check_translations import catalogue, compiled, faults

TRANSLATE = "you: translate it in that file, then run make messages"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "django.po"


def write(po: Path, entry: str) -> None:
    po.write_text(HEAD + entry, encoding="utf-8")
    po.with_suffix(".mo").write_bytes(compiled(catalogue(po)))


def test_a_whole_catalogue_passes(po: Path) -> None:
    write(po, 'msgid "Søk"\nmsgstr "Søk"\n')

    assert list(faults(po, {("Søk", None)})) == []


def test_an_untranslated_text_is_named(po: Path) -> None:
    write(po, 'msgid "Søk"\nmsgstr ""\n')

    assert list(faults(po, set())) == [f"{po}: «Søk» has no translation; {TRANSLATE}."]


def test_a_plural_needs_all_its_forms(po: Path) -> None:
    write(po, 'msgid "gruppe"\nmsgid_plural "grupper"\nmsgstr[0] "gruppe"\nmsgstr[1] ""\n')

    assert list(faults(po, set())) == [f"{po}: «gruppe» has no translation; {TRANSLATE}."]


def test_a_fuzzy_text_is_named(po: Path) -> None:
    write(po, '#, fuzzy\nmsgid "Søk"\nmsgstr "Leit"\n')

    assert list(faults(po, set())) == [f"{po}: «Søk» is marked fuzzy; {TRANSLATE}."]


def test_a_text_the_catalogue_lacks_is_named(po: Path) -> None:
    write(po, "")

    assert list(faults(po, {("Søk", None)})) == [
        f"{po}: «Søk» is not there; you: run make messages."
    ]


def test_a_compiled_catalogue_that_is_behind_is_named(po: Path) -> None:
    write(po, 'msgid "Søk"\nmsgstr "Søk"\n')
    po.write_text(HEAD + 'msgid "Søk"\nmsgstr "Leit"\n', encoding="utf-8")

    assert list(faults(po, set())) == [
        f"{po.with_suffix('.mo')} is not what django.po says; you: run make messages."
    ]
