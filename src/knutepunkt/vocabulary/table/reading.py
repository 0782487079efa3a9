"""Reads the vocabulary's CSV back. docs/reference/vocabulary.md describes the columns."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from knutepunkt.vocabulary.checks import check
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.reading import Reading, Unsigned, clean, day
from knutepunkt.vocabulary.records import (
    LABEL_KINDS,
    RELATIONS,
    ConceptRecord,
    DefinitionRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.table.writing import COLUMNS, Row, unguarded

SCHEME_FIELDS = ("author", "licence", "url", "source")
EXACT = {"scheme", "code", "to_scheme", "to_code"}


@dataclass
class Draft:
    """What has been read so far, by the keys that later rows refer to."""

    schemes: dict[str, dict[str, Any]] = field(default_factory=dict)
    concepts: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    mappings: list[MappingRecord] = field(default_factory=list)


def read(text: str, unsigned: Unsigned) -> Reading:
    """Return what a CSV says. Raises VocabularyError naming the row that cannot be read.

    ``unsigned`` is not used: in a CSV every mapping and definition names its author.
    """
    draft = Draft()
    for number, row in numbered_rows(text):
        try:
            take(row, draft)
        except VocabularyError as error:
            raise VocabularyError(f"Row {number}: {error}") from error
    vocabulary = Vocabulary(
        schemes=tuple(sorted(scheme(id_, values) for id_, values in draft.schemes.items())),
        concepts=tuple(sorted(concept(key, said) for key, said in draft.concepts.items())),
        mappings=tuple(sorted(draft.mappings)),
    )
    check(vocabulary)
    return Reading(vocabulary)


def numbered_rows(text: str) -> Iterator[tuple[int, Row]]:
    """Yield the line on which each row ends, and the row."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        if sorted(header) != sorted(COLUMNS):
            raise VocabularyError(f"The first row must name the columns {', '.join(COLUMNS)}.")
        for cells in reader:
            if any(cells):
                yield reader.line_num, row_of(header, cells, reader.line_num)
    except csv.Error as error:
        raise VocabularyError(f"Row {reader.line_num} is not CSV: {error}.") from error


def row_of(header: list[str], cells: list[str], number: int) -> Row:
    """Return the cells as a row; codes and ids stay letter by letter."""
    if len(cells) != len(COLUMNS):
        raise VocabularyError(f"Row {number} has {len(cells)} cells; it needs {len(COLUMNS)}.")
    values = {name: unguarded(cell) for name, cell in zip(header, cells, strict=True)}
    exact = EXACT | ({"value"} if values["what"] == "concept" else set())
    return Row(**{name: v if name in exact else clean(v) for name, v in values.items()})


def take(row: Row, draft: Draft) -> None:
    """Add what one row says to what has been read so far."""
    key = (row.scheme, row.code)
    if row.what == "scheme":
        put_once(draft.schemes, row.scheme, {"kind": row.value, "title": [], "description": []})
    elif row.what == "concept":
        empty = {"broader": row.value, "labels": [], "scope": [], "definitions": []}
        put_once(draft.concepts, key, empty)
    elif row.what in RELATIONS:
        draft.mappings.append(mapping(row))
    elif row.what in ("title", "description", *SCHEME_FIELDS):
        say_of_scheme(row, draft.schemes.get(row.scheme))
    else:
        say_of_concept(row, draft.concepts.get(key))


def put_once(place: dict[Any, dict[str, Any]], key: object, value: dict[str, Any]) -> None:
    """Put a value under a key that must be new."""
    if key in place:
        raise VocabularyError(f"“{key}” comes twice; keep one.")
    place[key] = value


def say_of_scheme(row: Row, said: dict[str, Any] | None) -> None:
    """Add an author, licence, address, source, title or description to its scheme."""
    if said is None:
        raise VocabularyError(f"“{row.scheme}” has no row of its own above; add one.")
    if row.what in SCHEME_FIELDS:
        said[row.what] = row.value
    else:
        said[row.what].append((row.language, row.value))


def say_of_concept(row: Row, said: dict[str, Any] | None) -> None:
    """Add a label, scope, definition or reason to its concept."""
    if said is None:
        raise VocabularyError(f"“{row.scheme}:{row.code}” has no row of its own above; add one.")
    if row.what in LABEL_KINDS:
        said["labels"].append(LabelRecord(row.language, row.what, row.value))
    elif row.what == "scope":
        said["scope"].append((row.language, row.value))
    elif row.what == "definition":
        dated = day(row.date, "The definition")
        said["definitions"].append(
            DefinitionRecord(row.author, row.language, dated, row.value, row.note)
        )
    elif row.what == "left_unmapped":
        said["left_unmapped"] = row.value
    else:
        raise VocabularyError(f"“{row.what}” is not something a row can tell; see the reference.")


def mapping(row: Row) -> MappingRecord:
    """Return a row whose ``what`` is a relation as a mapping."""
    return MappingRecord(
        from_scheme=row.scheme,
        from_code=row.code,
        to_scheme=row.to_scheme,
        to_code=row.to_code,
        author=row.author,
        relation=row.what,
        made_on=day(row.date, "The mapping"),
        note=row.note,
    )


def scheme(id_: str, said: dict[str, Any]) -> SchemeRecord:
    """Return a scheme with its texts sorted."""
    return SchemeRecord(id=id_, **sorted_lists(said))


def concept(key: tuple[str, str], said: dict[str, Any]) -> ConceptRecord:
    """Return a concept with its labels, scope and definitions sorted."""
    return ConceptRecord(scheme=key[0], code=key[1], **sorted_lists(said))


def sorted_lists(said: dict[str, Any]) -> dict[str, Any]:
    """Return the values with every list as a sorted tuple."""
    return {
        name: tuple(sorted(value)) if isinstance(value, list) else value
        for name, value in said.items()
    }
