"""Schemes as values: what every format is read into and written from, with no database in sight.

Texts in several languages are (language, text) pairs sorted by language. All tuples are sorted, so
two vocabularies that say the same are equal.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["own", "foreign", "local"]
LabelKind = Literal["preferred", "alternative", "hidden"]
Relation = Literal["exact", "close", "broad", "narrow", "related"]
Texts = tuple[tuple[str, str], ...]

KINDS: tuple[Kind, ...] = ("own", "foreign", "local")
LABEL_KINDS: tuple[LabelKind, ...] = ("preferred", "alternative", "hidden")
RELATIONS: tuple[Relation, ...] = ("exact", "close", "broad", "narrow", "related")


@dataclass(frozen=True, slots=True, order=True)
class SchemeRecord:
    """One scheme and who answers for it. ``source`` is the id of a local scheme's source."""

    id: str
    kind: str
    author: str = ""
    licence: str = ""
    url: str = ""
    source: str = ""
    title: Texts = ()
    description: Texts = ()


@dataclass(frozen=True, slots=True, order=True)
class LabelRecord:
    """One word for a concept; ``language`` is a BCP 47 tag in lower case, ``und`` when unknown."""

    language: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class DefinitionRecord:
    """What one owner says a concept means; ``source`` is an address or empty."""

    owner: str
    language: str
    dated: date
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class ConceptRecord:
    """One term. ``broader`` is a code of the same scheme or empty.

    ``left_unmapped`` is the reason why the term has no mapping, or empty.
    """

    scheme: str
    code: str
    broader: str = ""
    scope: Texts = ()
    labels: tuple[LabelRecord, ...] = ()
    definitions: tuple[DefinitionRecord, ...] = ()
    left_unmapped: str = ""


@dataclass(frozen=True, slots=True, order=True)
class MappingRecord:
    """``from relation to`` reads as in SKOS: with ``broad``, the target is the broader one."""

    from_scheme: str
    from_code: str
    to_scheme: str
    to_code: str
    author: str
    relation: str
    made_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Any number of schemes with their concepts, and the mappings between concepts."""

    schemes: tuple[SchemeRecord, ...] = ()
    concepts: tuple[ConceptRecord, ...] = ()
    mappings: tuple[MappingRecord, ...] = ()
