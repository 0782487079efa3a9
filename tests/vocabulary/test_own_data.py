"""What comes with Knutepunkt."""

import tomllib

import pytest

from knutepunkt.vocabulary import files
from knutepunkt.vocabulary.records import ConceptRecord, Vocabulary

OWN = [
    "accessibility",
    "format",
    "language",
    "openness",
    "organisation-form",
    "target-group",
    "theme",
    "working-form",
]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return files.read()


def preferred(concept: ConceptRecord) -> set[str]:
    return {label.language for label in concept.labels if label.kind == "preferred"}


def unanswered(vocabulary: Vocabulary, scheme: str) -> list[str]:
    mapped = {(one.from_scheme, one.from_code) for one in vocabulary.mappings}
    return [
        one.code
        for one in vocabulary.concepts
        if one.scheme == scheme and (scheme, one.code) not in mapped and not one.left_unmapped
    ]


def test_our_own_schemes_are_these(vocabulary: Vocabulary) -> None:
    assert [scheme.id for scheme in vocabulary.schemes if scheme.kind == "own"] == OWN


def test_every_scheme_has_a_title_in_three_languages(vocabulary: Vocabulary) -> None:
    lacking = [one.id for one in vocabulary.schemes if {"nb", "nn", "en"} - dict(one.title).keys()]

    assert lacking == []


def test_every_concept_has_a_name_in_three_languages(vocabulary: Vocabulary) -> None:
    lacking = [
        f"{one.scheme}:{one.code}"
        for one in vocabulary.concepts
        if {"nb", "nn", "en"} - preferred(one)
    ]

    assert lacking == []


def test_names_within_an_own_scheme_do_not_repeat(vocabulary: Vocabulary) -> None:
    names = [
        (one.scheme, label.language, label.text.casefold())
        for one in vocabulary.concepts
        for label in one.labels
        if one.scheme in OWN and label.kind == "preferred" and label.language in ("nb", "nn", "en")
    ]

    assert sorted(names) == sorted(set(names))


def test_the_formats_have_the_codes_that_collecting_uses(vocabulary: Vocabulary) -> None:
    codes = [one.code for one in vocabulary.concepts if one.scheme == "format"]

    assert codes == ["correspondence", "hybrid", "in-person", "online", "phone"]


def test_the_87_published_meeting_guide_codes_are_here() -> None:
    # 87: the number of codes in the published list of types, November 2026.
    folder = files.DATA / "meeting-guide"
    published = [folder / f"{name}.toml" for name in ("languages", "meetings", "people", "place")]

    codes = [code for path in published for code in tomllib.loads(path.read_text())]

    assert len(codes) == len(set(codes)) == 87


@pytest.mark.parametrize("scheme", ["meeting-guide", "bmlt"])
def test_every_foreign_code_is_mapped_or_named(vocabulary: Vocabulary, scheme: str) -> None:
    assert unanswered(vocabulary, scheme) == []


def test_no_code_is_both_mapped_and_left_unmapped(vocabulary: Vocabulary) -> None:
    mapped = {(one.from_scheme, one.from_code) for one in vocabulary.mappings}

    both = [
        one.code
        for one in vocabulary.concepts
        if one.left_unmapped and (one.scheme, one.code) in mapped
    ]

    assert both == []


def test_mappings_lead_from_foreign_schemes_to_our_own(vocabulary: Vocabulary) -> None:
    wrong = [
        one for one in vocabulary.mappings if one.from_scheme in OWN or one.to_scheme not in OWN
    ]

    assert wrong == []


def test_languages_of_the_meeting_guide_lead_to_languages(vocabulary: Vocabulary) -> None:
    languages = tomllib.loads((files.DATA / "meeting-guide" / "languages.toml").read_text())

    targets = {
        one.to_scheme
        for one in vocabulary.mappings
        if one.from_scheme == "meeting-guide" and one.from_code in languages
    }

    assert targets == {"language"}
