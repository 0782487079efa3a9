"""The theme scheme as it lies in its TOML files, read without Django."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "src/knutepunkt/vocabulary/data/theme"
FILES = sorted(path for path in FOLDER.glob("*.toml") if path.name != "scheme.toml")
LANGUAGES = ("nb", "nn", "en")
KEYS = {"nb", "nn", "en", "se", "broader", "scope", "also", "typed"}
WORD_KINDS = ("also", "typed")

Concept = dict[str, Any]
TABLES: dict[Path, dict[str, Concept]] = {path: tomllib.loads(path.read_text()) for path in FILES}
CONCEPTS = {code: concept for table in TABLES.values() for code, concept in table.items()}


def words(concept: Concept, language: str) -> list[str]:
    return [word for kind in WORD_KINDS for word in concept.get(kind, {}).get(language, [])]


def labels(concept: Concept) -> Iterator[tuple[str, str]]:
    for language in (*LANGUAGES, "se"):
        for text in (concept.get(language), *words(concept, language)):
            if text is not None:
                yield language, text.casefold()


def repeated(values: list[Any]) -> list[Any]:
    return [value for value, times in Counter(values).items() if times > 1]


def test_there_are_at_least_120_concepts_under_at_least_14_themes() -> None:
    themes = [code for code, concept in CONCEPTS.items() if "broader" not in concept]

    assert len(CONCEPTS) >= 120
    assert len(themes) >= 14


def test_no_code_stands_in_two_files() -> None:
    assert repeated([code for table in TABLES.values() for code in table]) == []


def test_a_file_holds_the_theme_it_is_named_after_and_what_is_directly_under_it() -> None:
    strays = [
        code
        for path, table in TABLES.items()
        for code, concept in table.items()
        if concept.get("broader") != (None if code == path.stem else path.stem)
    ]

    assert strays == []


def test_every_file_has_a_theme_with_something_under_it() -> None:
    assert [p.name for p, table in TABLES.items() if p.stem not in table or len(table) == 1] == []


def test_codes_are_lower_case_ascii_slugs() -> None:
    odd = [
        code
        for code in CONCEPTS
        if not all(part.isascii() and part.isalnum() and part.islower() for part in code.split("-"))
    ]

    assert odd == []


def test_concepts_have_no_unknown_keys() -> None:
    assert {code: concept.keys() - KEYS for code, concept in CONCEPTS.items()} == {
        code: set() for code in CONCEPTS
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_name_and_a_scope(language: str) -> None:
    lacking = [
        code
        for code, concept in CONCEPTS.items()
        if not concept.get(language) or not concept.get("scope", {}).get(language)
    ]

    assert lacking == []


# The floors: what one concept must have, and the mean over all, by language.
@pytest.mark.parametrize(
    ("language", "each", "average"), [("nb", 8, 12), ("nn", 4, 4), ("en", 5, 5)]
)
def test_there_are_enough_everyday_words(language: str, each: int, average: int) -> None:
    counts = {code: len(words(concept, language)) for code, concept in CONCEPTS.items()}

    assert {code: count for code, count in counts.items() if count < each} == {}
    assert mean(counts.values()) >= average


def test_texts_are_neither_empty_nor_padded() -> None:
    texts = [text for concept in CONCEPTS.values() for _, text in labels(concept)]
    texts += [text for concept in CONCEPTS.values() for text in concept["scope"].values()]

    assert [text for text in texts if not text or text != " ".join(text.split())] == []


def test_no_concept_has_the_same_label_twice_in_a_language() -> None:
    twice = {code: repeated(list(labels(concept))) for code, concept in CONCEPTS.items()}

    assert {code: found for code, found in twice.items() if found} == {}


def test_no_two_concepts_share_a_preferred_label() -> None:
    names = [
        name
        for concept in CONCEPTS.values()
        for name in {concept[key].casefold() for key in (*LANGUAGES, "se") if key in concept}
    ]

    assert repeated(names) == []


def test_no_everyday_word_is_the_preferred_label_of_another_concept() -> None:
    owner = {c[key].casefold(): code for code, c in CONCEPTS.items() for key in LANGUAGES}

    taken = [
        (code, text)
        for code, concept in CONCEPTS.items()
        for _, text in labels(concept)
        if owner.get(text, code) != code
    ]

    assert taken == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_word_is_typed_for_a_theme_only_in_letter_pairs_for_another(language: str) -> None:
    """Whoever types pairs for å, æ and ø is read as writing those, unless the pairs are a word."""
    written = {
        word for concept in CONCEPTS.values()
        for said, text in labels(concept) if said == language for word in text.split()
    }  # fmt: skip
    pairs = {"aa": "å", "ae": "æ", "oe": "ø"}
    respelled = {word: re.sub("aa|ae|oe", lambda found: pairs[found[0]], word) for word in written}

    names = {"aa", "saa", "slaa"}
    twice = {word for word, other in respelled.items() if word != other in written}
    assert twice - names - {"boer", "broer"} == set()
