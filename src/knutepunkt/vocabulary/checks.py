"""What must hold for scheme data whatever it is read from; each fault is one sentence."""

import re
from collections.abc import Iterable, Mapping
from typing import NoReturn

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.records import (
    KINDS,
    LABEL_KINDS,
    RELATIONS,
    ConceptRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)

SCHEME_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
# Tab and line break are text; the other control characters are leftovers that break XML and logs.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LONGEST = {"code": 200, "label": 300, "author": 200, "licence": 100, "address": 500}


def refuse(what: str, problem: str, remedy: str) -> NoReturn:
    """Raise the one sentence that says what is wrong and what mends it."""
    raise VocabularyError(f"{what} {problem}; {remedy}.")


def check_text(what: str, name: str, text: str, *, longest: int | None = None) -> None:
    """Refuse control characters, surrounding blanks and texts beyond the column's length."""
    check_letters(what, name, text, longest=longest)
    if text != text.strip():
        refuse(what, f"has blanks around its {name} “{text.strip()}”", "remove them")


def check_letters(what: str, name: str, text: str, *, longest: int | None = None) -> None:
    """Refuse control characters and texts beyond the column's length; blanks may stay."""
    if CONTROL.search(text):
        refuse(what, f"has a control character in its {name}", "remove it")
    if longest and len(text) > longest:
        refuse(what, f"has a {name} of {len(text)} characters", f"keep it to {longest}")


def check_language(what: str, language: str) -> None:
    """Refuse what is not a BCP 47 tag in lower case."""
    if not LANGUAGE.fullmatch(language) or len(language) > 35:
        refuse(what, f"names the language “{language}”", "write a BCP 47 tag such as nb or en")


def check_texts(what: str, name: str, texts: Iterable[tuple[str, str]]) -> None:
    """Refuse empty texts, and two texts for one language."""
    seen: set[str] = set()
    for language, text in texts:
        check_language(what, language)
        check_text(what, f"{name}.{language}", text)
        if not text or language in seen:
            refuse(what, f"needs exactly one {name} in “{language}”", "write one or leave it out")
        seen.add(language)


def check_address(what: str, address: str) -> None:
    """Refuse addresses that a page could not link to in safety."""
    check_text(what, "address", address, longest=LONGEST["address"])
    if address and not ADDRESS.fullmatch(address):
        refuse(what, f"has the address “{address[:80]}”", "write one that begins with https://")


def check_scheme(scheme: SchemeRecord) -> None:
    """Refuse a scheme with a bad id, kind, address or text."""
    what = f"The scheme “{scheme.id}”"
    if not SCHEME_ID.fullmatch(scheme.id) or len(scheme.id) > 100:
        refuse(what, "has an id we cannot use", "write small letters, digits and single hyphens")
    if scheme.kind not in KINDS:
        refuse(what, f"is of the kind “{scheme.kind}”", f"choose {', '.join(KINDS)}")
    if scheme.source and scheme.kind != "local":
        refuse(what, "names a source although it is not local", "leave the source out")
    check_text(what, "author", scheme.author, longest=LONGEST["author"])
    check_text(what, "licence", scheme.licence, longest=LONGEST["licence"])
    check_text(what, "source", scheme.source, longest=100)
    check_address(what, scheme.url)
    check_texts(what, "title", scheme.title)
    check_texts(what, "description", scheme.description)


def check_concept(concept: ConceptRecord) -> None:
    """Refuse a concept whose code, labels, scope or definitions cannot be kept."""
    what = f"The concept “{concept.scheme}:{concept.code}”"
    if not concept.code:
        refuse(what, "has no code", "give it one")
    # A code stays as its scheme writes it, blanks and all.
    check_letters(what, "code", concept.code, longest=LONGEST["code"])
    check_text(what, "left_unmapped", concept.left_unmapped)
    check_texts(what, "scope", concept.scope)
    check_labels(what, concept)
    check_definitions(what, concept)


def check_labels(what: str, concept: ConceptRecord) -> None:
    """Refuse unknown kinds, empty or repeated labels and two preferred ones in a language."""
    if len(set(concept.labels)) != len(concept.labels):
        refuse(what, "has the same label twice", "remove one")
    for label in concept.labels:
        check_language(what, label.language)
        check_text(what, f"{label.kind} label", label.text, longest=LONGEST["label"])
        if not label.text:
            refuse(what, f"has an empty label in “{label.language}”", "write it or leave it out")
        if label.kind not in LABEL_KINDS:
            refuse(what, f"has a label of the kind “{label.kind}”", "see the reference")
    preferred = [label.language for label in concept.labels if label.kind == "preferred"]
    if len(set(preferred)) != len(preferred):
        refuse(what, "has two preferred labels in one language", "make one an alternative")


def check_definitions(what: str, concept: ConceptRecord) -> None:
    """Refuse definitions without owner or text, and two from one owner, language and day."""
    keys = [(one.owner, one.language, one.dated) for one in concept.definitions]
    if len(set(keys)) != len(keys):
        refuse(what, "has two definitions by one owner, language and day", "keep one")
    for definition in concept.definitions:
        check_language(what, definition.language)
        check_text(what, "definition", definition.text)
        check_text(what, "definition's owner", definition.owner, longest=LONGEST["author"])
        check_address(what, definition.source)
        if not definition.text or not definition.owner:
            refuse(what, "has a definition without text or owner", "write both")


def check_mapping(mapping: MappingRecord) -> None:
    """Refuse mappings without an author, to themselves or with an unknown relation."""
    ends = [(mapping.from_scheme, mapping.from_code), (mapping.to_scheme, mapping.to_code)]
    what = "The mapping “{}:{}” to “{}:{}”".format(*ends[0], *ends[1])
    check_text(what, "author", mapping.author, longest=LONGEST["author"])
    check_text(what, "note", mapping.note)
    if not mapping.author:
        refuse(what, "has no author", "name who made it")
    if mapping.relation not in RELATIONS:
        refuse(what, f"has the relation “{mapping.relation}”", f"choose {', '.join(RELATIONS)}")
    if ends[0] == ends[1]:
        refuse(what, "leads back to itself", "name two concepts")


def check_tree(scheme: str, broader: Mapping[str, str]) -> None:
    """Refuse circles. ``broader`` leads from each code to the code above it, or to empty."""
    settled: set[str] = set()
    for code in broader:
        path: set[str] = set()
        here = code
        while here and here not in settled:
            if here in path:
                refuse(f"The concept “{scheme}:{here}”", "stands above itself", "mend broader")
            path.add(here)
            here = broader.get(here, "")
        settled |= path


def check_once(vocabulary: Vocabulary) -> None:
    """Refuse a scheme, a concept or one author's mapping that comes twice."""
    names = [f"The scheme “{scheme.id}”" for scheme in vocabulary.schemes]
    names += [f"The concept “{one.scheme}:{one.code}”" for one in vocabulary.concepts]
    names += [
        f"The mapping “{one.from_scheme}:{one.from_code}” to “{one.to_scheme}:{one.to_code}”"
        f" by {one.author}"
        for one in vocabulary.mappings
    ]
    seen: set[str] = set()
    for name in names:
        if name in seen:
            refuse(name, "comes twice", "keep one")
        seen.add(name)


def check(vocabulary: Vocabulary) -> None:
    """Raise VocabularyError at the first fault in a vocabulary read from anywhere."""
    check_once(vocabulary)
    for scheme in vocabulary.schemes:
        check_scheme(scheme)
    trees: dict[str, dict[str, str]] = {scheme.id: {} for scheme in vocabulary.schemes}
    for concept in vocabulary.concepts:
        check_concept(concept)
        if concept.scheme not in trees:
            refuse(f"The concept “{concept.scheme}:{concept.code}”", "has no scheme", "add it")
        trees[concept.scheme][concept.code] = concept.broader
    for mapping in vocabulary.mappings:
        check_mapping(mapping)
    for scheme_id, broader in trees.items():
        check_tree(scheme_id, broader)
