"""Writes schemes for people and for other systems."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.models import Concept, Mapping, Scheme
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.skos.writing import json_ld, turtle
from knutepunkt.vocabulary.table.writing import written

Format = Literal["skos-ttl", "skos-jsonld", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

WRITERS: dict[Format, Callable[[Vocabulary, str], str]] = {
    "skos-ttl": turtle,
    "skos-jsonld": json_ld,
    "csv": lambda vocabulary, base: written(vocabulary),
}


def exported(form: Format, base: str, scheme_ids: Sequence[str] = ()) -> str:
    """Return the named schemes, or all of them, as text that ``importing`` reads back the same.

    ``base`` is the node's address; SKOS names concepts below it. With named schemes, mappings that
    start in them go along, also those that lead out of them. Raises VocabularyError for a scheme
    that is not here.
    """
    return WRITERS[form](stored(scheme_ids), base)


def stored(scheme_ids: Sequence[str] = ()) -> Vocabulary:
    """Return the named schemes, or all of them, as a vocabulary. Six queries."""
    schemes = Scheme.objects.order_by("id")
    if scheme_ids:
        schemes = schemes.filter(id__in=scheme_ids)
    records = [scheme_record(scheme) for scheme in schemes]
    ids = [record.id for record in records]
    if missing := sorted(set(scheme_ids) - set(ids)):
        raise VocabularyError(
            f"There is no scheme “{missing[0]}”; see `knutepunkt vocabulary list`."
        )
    concepts = Concept.objects.filter(scheme_id__in=ids).select_related("broader")
    concepts = concepts.prefetch_related("labels", "definitions")
    mappings = Mapping.objects.filter(from_concept__scheme_id__in=ids)
    mappings = mappings.select_related("from_concept", "to_concept")
    return Vocabulary(
        schemes=tuple(records),
        concepts=tuple(sorted(concept_record(concept) for concept in concepts)),
        mappings=tuple(sorted(mapping_record(mapping) for mapping in mappings)),
    )


def scheme_record(scheme: Scheme) -> SchemeRecord:
    """Return a scheme's row as a value."""
    return SchemeRecord(
        id=scheme.id,
        kind=scheme.kind,
        author=scheme.author,
        licence=scheme.licence,
        url=scheme.url,
        source=scheme.source,
        title=tuple(sorted(scheme.title.items())),
        description=tuple(sorted(scheme.description.items())),
    )


def concept_record(concept: Concept) -> ConceptRecord:
    """Return a concept with its labels and definitions as a value."""
    labels = [LabelRecord(one.language, one.kind, one.text) for one in concept.labels.all()]
    definitions = [
        DefinitionRecord(one.owner, one.language, one.dated, one.text, one.source)
        for one in concept.definitions.all()
    ]
    return ConceptRecord(
        scheme=concept.scheme_id,
        code=concept.code,
        broader=concept.broader.code if concept.broader else "",
        scope=tuple(sorted(concept.scope.items())),
        labels=tuple(sorted(labels)),
        definitions=tuple(sorted(definitions)),
        left_unmapped=concept.left_unmapped or "",
    )


def mapping_record(mapping: Mapping) -> MappingRecord:
    """Return a mapping's row as a value."""
    return MappingRecord(
        from_scheme=mapping.from_concept.scheme_id,
        from_code=mapping.from_concept.code,
        to_scheme=mapping.to_concept.scheme_id,
        to_code=mapping.to_concept.code,
        author=mapping.author,
        relation=mapping.relation,
        made_on=mapping.made_on,
        note=mapping.note,
    )
