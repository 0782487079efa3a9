"""The vocabulary as CSV: one row for each thing that is said. docs/reference/vocabulary.md.

``what`` says what a row tells; the columns it does not need stay empty. A cell that a spreadsheet
would take for a formula begins with an apostrophe, which reading takes off again.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from knutepunkt.vocabulary.records import (
    ConceptRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)

COLUMNS = (
    "what",
    "scheme",
    "code",
    "language",
    "value",
    "to_scheme",
    "to_code",
    "author",
    "date",
    "note",
)
FORMULA = ("=", "+", "-", "@", "\t", "'")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its fields in the order of the columns."""

    what: str
    scheme: str
    code: str = ""
    language: str = ""
    value: str = ""
    to_scheme: str = ""
    to_code: str = ""
    author: str = ""
    date: str = ""
    note: str = ""

    def cells(self) -> list[str]:
        """The row's texts, guarded against being run as formulas."""
        return [guarded(getattr(self, column)) for column in COLUMNS]


def guarded(text: str) -> str:
    """Return the text so that no spreadsheet runs it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """Return the text as it was before it was guarded."""
    return text.removeprefix("'")


def written(vocabulary: Vocabulary) -> str:
    """Return the vocabulary as CSV with a header, commas, every cell quoted and CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows(row.cells() for row in rows(vocabulary))
    return out.getvalue()


def rows(vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield schemes, concepts and mappings in that order."""
    for scheme in vocabulary.schemes:
        yield from scheme_rows(scheme)
    for concept in vocabulary.concepts:
        yield from concept_rows(concept)
    for mapping in vocabulary.mappings:
        yield mapping_row(mapping)


def scheme_rows(scheme: SchemeRecord) -> Iterator[Row]:
    """Yield what a scheme says of itself; its kind opens it."""
    yield Row("scheme", scheme.id, value=scheme.kind)
    for name in ("author", "licence", "url", "source"):
        if value := getattr(scheme, name):
            yield Row(name, scheme.id, value=value)
    for language, text in scheme.title:
        yield Row("title", scheme.id, language=language, value=text)
    for language, text in scheme.description:
        yield Row("description", scheme.id, language=language, value=text)


def concept_rows(concept: ConceptRecord) -> Iterator[Row]:
    """Yield a concept with the code above it as its value, then all that is said of it."""
    scheme, code = concept.scheme, concept.code
    yield Row("concept", scheme, code, value=concept.broader)
    for label in concept.labels:
        yield Row(label.kind, scheme, code, label.language, label.text)
    for language, text in concept.scope:
        yield Row("scope", scheme, code, language, text)
    if concept.left_unmapped:
        yield Row("left_unmapped", scheme, code, value=concept.left_unmapped)
    for one in concept.definitions:
        yield Row(
            "definition",
            scheme,
            code,
            one.language,
            one.text,
            author=one.owner,
            date=one.dated.isoformat(),
            note=one.source,
        )


def mapping_row(mapping: MappingRecord) -> Row:
    """Return a mapping; its relation says what the row tells."""
    return Row(
        mapping.relation,
        mapping.from_scheme,
        mapping.from_code,
        to_scheme=mapping.to_scheme,
        to_code=mapping.to_code,
        author=mapping.author,
        date=mapping.made_on.isoformat(),
        note=mapping.note,
    )
