import json
from datetime import date

import pytest

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.importing import read
from knutepunkt.vocabulary.reading import Reading, Unsigned
from knutepunkt.vocabulary.records import DefinitionRecord, LabelRecord, MappingRecord

DAY = date(2026, 11, 23)
UNSIGNED = Unsigned(on=DAY, author="Kari")
THEIRS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://other.example/needs#> .

<https://other.example/needs> a skos:ConceptScheme ; dcterms:title "Needs"@en .
:grief a skos:Concept ; skos:inScheme <https://other.example/needs> ;
  skos:prefLabel "Grief"@en-GB , "Sorg" ; skos:definition "Missing somebody."@en .
:loss a skos:Concept ; skos:topConceptOf <https://other.example/needs> ; skos:broader :grief .
"""
MATCH = ":grief skos:exactMatch <https://node.example/vocabulary/theme/sorg> ."


def reading(more: str = "", unsigned: Unsigned = UNSIGNED) -> Reading:
    return read((THEIRS + more).encode(), "skos-ttl", unsigned)


def fault(data: bytes, form: str = "skos-ttl") -> str:
    with pytest.raises(VocabularyError) as caught:
        read(data, form, UNSIGNED)  # type: ignore[arg-type]
    return str(caught.value)


def test_a_scheme_without_our_marks_is_foreign_and_named_by_its_address() -> None:
    scheme = reading().vocabulary.schemes[0]

    assert (scheme.id, scheme.kind, scheme.title) == ("needs", "foreign", (("en", "Needs"),))


def test_a_concept_without_a_notation_is_named_by_its_address() -> None:
    concepts = reading().vocabulary.concepts

    assert [(one.code, one.broader) for one in concepts] == [("grief", ""), ("loss", "grief")]


def test_labels_without_a_language_are_undetermined() -> None:
    labels = reading().vocabulary.concepts[0].labels

    assert labels == (
        LabelRecord("en-gb", "preferred", "Grief"),
        LabelRecord("und", "preferred", "Sorg"),
    )


def test_a_plain_definition_belongs_to_whoever_imports_it() -> None:
    definitions = reading().vocabulary.concepts[0].definitions

    assert definitions == (DefinitionRecord("Kari", "en", DAY, "Missing somebody."),)


def test_a_plain_match_belongs_to_whoever_imports_it() -> None:
    mappings = reading(MATCH).vocabulary.mappings

    assert mappings == (MappingRecord("needs", "grief", "theme", "sorg", "Kari", "exact", DAY),)


def test_a_match_without_any_author_is_refused() -> None:
    with pytest.raises(VocabularyError, match="has no author; name one"):
        reading(MATCH, Unsigned(on=DAY))


def test_a_match_that_leads_elsewhere_is_said_aloud() -> None:
    left_out = reading(":grief skos:exactMatch <https://elsewhere.example/Q1> .").left_out

    sentence = (
        "The match of https://other.example/needs#grief with https://elsewhere.example/Q1 "
        "leads out of reach."
    )
    assert left_out == (sentence,)


def test_a_property_without_a_place_is_said_aloud() -> None:
    left_out = reading(':grief skos:example "A widow"@en .').left_out

    assert left_out == (
        "http://www.w3.org/2004/02/skos/core#example has no place here and was left out 1×.",
    )


def test_a_second_broader_concept_is_said_aloud() -> None:
    pain = ":pain a skos:Concept ; skos:inScheme <https://other.example/needs> ."

    left_out = reading(f"{pain} :loss skos:broader :pain .").left_out

    sentence = (
        "The concept https://other.example/needs#loss stands under 2 others; "
        "only the first was kept."
    )
    assert left_out == (sentence,)


@pytest.mark.parametrize(
    "context",
    [
        "https://evil.example/context.jsonld",
        ["https://evil.example/context.jsonld"],
        [{"a": "http://a.example/"}, "context.jsonld"],
        {"@import": "https://evil.example/context.jsonld"},
        {"a": {"@id": "http://a.example/", "@context": "file:///etc/passwd"}},
    ],
)
def test_a_context_elsewhere_is_never_fetched(context: object) -> None:
    data = json.dumps({"@context": context, "@id": "https://a.example/x"}).encode()

    assert fault(data, "skos-jsonld") == (
        "The file asks for a context at another address, which we never fetch; "
        "write the context into the file."
    )


@pytest.mark.parametrize(
    ("form", "data", "start"),
    [
        ("skos-ttl", b"@prefix x", "The file is not Turtle: "),
        ("skos-ttl", b"( " * 100_000, "The file is n"),
        ("skos-ttl", b"", "The file holds no skos:ConceptScheme"),
        ("skos-ttl", b'<a:b> <a:c> "\\uD800" .', "The file "),
        ("skos-jsonld", b"{", "The file is not JSON: "),
        ("skos-jsonld", b"[" * 100_000, "The file is not JSON: "),
        ("skos-jsonld", b'{"@id": 3, "@type": [[]]}', "The file "),
        ("skos-jsonld", b"3", "The file "),
        ("csv", b"a,b\n", "The first row must name the columns "),
        ("csv", b"", "The first row must name the columns "),
        ("csv", b"\xff\xfe", "The file is not UTF-8 at byte 0; save it so."),
    ],
)
def test_a_broken_file_gives_one_sentence(form: str, data: bytes, start: str) -> None:
    sentence = fault(data, form)

    assert (sentence[: len(start)], "\n" in sentence) == (start, False)


def test_an_unsafe_address_is_refused() -> None:
    scheme = '<https://other.example/needs> <urn:knutepunkt:terms:url> "javascript:alert(1)" .'

    with pytest.raises(VocabularyError, match="write one that begins with https://"):
        reading(scheme)
