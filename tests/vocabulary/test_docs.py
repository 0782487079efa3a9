from pathlib import Path

import pytest

from knutepunkt.vocabulary.commands import vocabulary
from knutepunkt.vocabulary.export import FORMATS
from knutepunkt.vocabulary.files import read
from knutepunkt.vocabulary.records import RELATIONS
from knutepunkt.vocabulary.table.writing import COLUMNS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "vocabulary.md"


@pytest.fixture(scope="module")
def reference() -> str:
    return REFERENCE.read_text(encoding="utf-8")


def test_every_scheme_is_in_the_reference(reference: str) -> None:
    assert [one.id for one in read().schemes if f"| `{one.id}` |" not in reference] == []


def test_the_reference_counts_each_scheme_right(reference: str) -> None:
    # Themes grow by many hands; the reference points to the command instead.
    vocabulary = read()
    sizes = {
        one.id: sum(concept.scheme == one.id for concept in vocabulary.concepts)
        for one in vocabulary.schemes
        if one.id != "theme"
    }

    rows = [line.split(" | ") for line in reference.splitlines() if line.startswith("| `")]
    said = {row[0].strip("| `"): row[-1].rstrip(" |") for row in rows}

    assert {id_: said.get(id_) for id_ in sizes} == {id_: str(n) for id_, n in sizes.items()}


def test_every_format_is_in_the_reference(reference: str) -> None:
    assert [form for form in FORMATS if f"| `{form}` |" not in reference] == []


def test_every_command_is_in_the_reference(reference: str) -> None:
    names = vocabulary.commands

    assert [one for one in names if f"| `knutepunkt vocabulary {one}" not in reference] == []


def test_every_column_and_relation_is_in_the_reference(reference: str) -> None:
    assert [one for one in (*COLUMNS, *RELATIONS) if f"`{one}`" not in reference] == []
