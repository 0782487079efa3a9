"""Reads scheme data from a folder of TOML files into a vocabulary.

Each folder below ``data`` holds one scheme: ``scheme.toml`` and any number of files of concepts.
``mappings`` holds the mappings. docs/reference/vocabulary.md describes both shapes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from knutepunkt.vocabulary.checks import (
    LANGUAGE,
    check,
    check_concept,
    check_mapping,
    check_scheme,
    refuse,
)
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    LabelKind,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.toml_values import (
    Table,
    named,
    parse,
    refuse_unknown,
    rows_of,
    text_of,
    texts_of,
    words_of,
)

DATA = Path(__file__).resolve().parent / "data"
MAPPINGS = "mappings"
PLAIN_KEYS = {"id", "kind", "author", "licence", "url"}
SCHEME_KEYS = PLAIN_KEYS | {"title", "description"}
CONCEPT_KEYS = {"broader", "scope", "also", "typed"}
MAPPING_KEYS = {"from", "relation", "to", "note"}
WORDS: dict[str, LabelKind] = {"also": "alternative", "typed": "hidden"}

Term = tuple[str, str]


def read(folder: Path = DATA) -> Vocabulary:
    """Return everything the folder says, sorted.

    Raises VocabularyError with one sentence that names the file, the concept and the remedy.
    """
    schemes: list[SchemeRecord] = []
    concepts: dict[Term, ConceptRecord] = {}
    for path in sorted(folder.glob("*/scheme.toml")):
        schemes.append(read_scheme(path))
        read_concepts(schemes[-1].id, path.parent, concepts)
    if not schemes:
        refuse(f"The folder {folder}", "holds no schemes", "name one with <scheme>/scheme.toml")
    mappings: list[MappingRecord] = []
    for path in sorted((folder / MAPPINGS).glob("*.toml")):
        mappings += read_mappings(path, concepts)
    vocabulary = Vocabulary(
        schemes=tuple(sorted(schemes, key=lambda scheme: scheme.id)),
        concepts=tuple(concepts[term] for term in sorted(concepts)),
        mappings=tuple(sorted(mappings)),
    )
    check(vocabulary)
    return vocabulary


def read_scheme(path: Path) -> SchemeRecord:
    """Return what a ``scheme.toml`` says; the id must be the folder's name."""
    table = parse(path)
    with named(path):
        refuse_unknown("The scheme", table, SCHEME_KEYS)
        plain = {key: text_of("The scheme", table, key) for key in PLAIN_KEYS}
        scheme = SchemeRecord(
            **plain,
            title=texts_of("The scheme", table, "title"),
            description=texts_of("The scheme", table, "description"),
        )
        check_scheme(scheme)
        if scheme.id != path.parent.name:
            refuse("The scheme", "is not named after its folder", f"write {path.parent.name}")
    return scheme


def read_concepts(scheme: str, folder: Path, concepts: dict[Term, ConceptRecord]) -> None:
    """Add the concepts of every file in a scheme's folder, then check where broader leads."""
    home: dict[Term, Path] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "scheme.toml":
            continue
        for code, table in parse(path).items():
            with named(path):
                concept = read_concept(scheme, code, table)
                if first := home.get((scheme, code)):
                    refuse(f"The concept “{code}”", f"is already in {first.name}", "keep one")
            home[scheme, code] = path
            concepts[scheme, code] = concept
    for term, path in home.items():
        broader = concepts[term].broader
        if broader and (scheme, broader) not in home:
            with named(path):
                refuse(f"The concept “{term[1]}”", f"is under “{broader}”", "which must exist")


def read_concept(scheme: str, code: str, table: object) -> ConceptRecord:
    """Return one concept's table as a checked value."""
    what = f"The concept “{code}”"
    if not isinstance(table, dict):
        refuse(what, "is not a table", "write [code] on a line of its own")
    languages = {key for key in table if key not in CONCEPT_KEYS}
    if unknown := sorted(key for key in languages if not LANGUAGE.fullmatch(key)):
        refuse(what, f"has the unknown key “{unknown[0]}”", "see docs/reference/vocabulary.md")
    labels = [LabelRecord(key, "preferred", text_of(what, table, key)) for key in languages]
    for key, kind in WORDS.items():
        labels += words_of(what, table, key, kind)
    concept = ConceptRecord(
        scheme=scheme,
        code=code,
        broader=text_of(what, table, "broader"),
        scope=texts_of(what, table, "scope"),
        labels=tuple(sorted(labels)),
    )
    check_concept(concept)
    return concept


def read_mappings(path: Path, concepts: dict[Term, ConceptRecord]) -> list[MappingRecord]:
    """Return a file's mappings, and write its reasons for leaving terms unmapped into concepts."""
    table = parse(path)
    with named(path):
        refuse_unknown("The file", table, {"author", "made_on", "mapping", "unmapped"})
        author, made_on = text_of("The file", table, "author"), table.get("made_on")
        if type(made_on) is not date:
            refuse("The file", "has no date made_on", "write made_on = 2026-11-23")
        for row in rows_of(table, "unmapped"):
            refuse_unknown("An unmapped term", row, {"code", "reason"})
            term = term_of(row, "code", concepts)
            reason = text_of(f"The term “{row['code']}”", row, "reason")
            if not reason:
                refuse(f"The term “{row['code']}”", "is left unmapped", "give the reason")
            concepts[term] = replace(concepts[term], left_unmapped=reason)
        return [read_mapping(row, author, made_on, concepts) for row in rows_of(table, "mapping")]


def read_mapping(
    row: Table, author: str, made_on: date, concepts: Mapping[Term, ConceptRecord]
) -> MappingRecord:
    """Return one row of a mapping file as a checked value."""
    refuse_unknown("A mapping", row, MAPPING_KEYS)
    origin, target = term_of(row, "from", concepts), term_of(row, "to", concepts)
    mapping = MappingRecord(
        *origin,
        *target,
        author=author,
        relation=text_of("A mapping", row, "relation"),
        made_on=made_on,
        note=text_of("A mapping", row, "note"),
    )
    check_mapping(mapping)
    return mapping


def term_of(row: Table, key: str, concepts: Mapping[Term, ConceptRecord]) -> Term:
    """Return ("scheme", "code") from "scheme:code"; the code may hold colons."""
    written = text_of("A row", row, key)
    scheme, _, code = written.partition(":")
    if (scheme, code) not in concepts:
        refuse(f"The term “{written}”", "is not in the data", "mend it or add the concept")
    return scheme, code
