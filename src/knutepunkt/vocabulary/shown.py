"""Concepts and schemes as plain tables, for the terminal and for JSON."""

from typing import Any

from knutepunkt.vocabulary import queries
from knutepunkt.vocabulary.models import Concept
from knutepunkt.vocabulary.uses import uses_of


def schemes_listed() -> list[dict[str, Any]]:
    """Each scheme with its id, kind, title by language, author, licence and number of concepts."""
    counts = queries.concept_counts()
    return [
        {
            "id": scheme.id,
            "kind": scheme.kind,
            "title": scheme.title,
            "author": scheme.author,
            "licence": scheme.licence,
            "concepts": counts.get(scheme.id, 0),
        }
        for scheme in queries.schemes()
    ]


def unmapped_listed() -> list[dict[str, Any]]:
    """Each unmapped term with its labels and how often it is used, by scheme and code."""
    terms = list(queries.unmapped_terms())
    uses = uses_of([term.pk for term in terms])
    return [
        {
            "scheme": term.scheme_id,
            "code": term.code,
            "labels": sorted({label.text for label in term.labels.all()}),
            "uses": uses[term.pk],
        }
        for term in terms
    ]


def concept_shown(concept: Concept) -> dict[str, Any]:
    """All that is known of one concept."""
    labels: dict[str, dict[str, list[str]]] = {}
    for label in queries.labels_of(concept):
        labels.setdefault(label.language, {}).setdefault(label.kind, []).append(label.text)
    return {
        "scheme": concept.scheme_id,
        "code": concept.code,
        "broader": concept.broader.code if concept.broader else None,
        "narrower": [one.code for one in queries.narrower_of(concept)],
        "scope": concept.scope,
        "labels": labels,
        "mappings": mappings_shown(concept),
        "left_unmapped": concept.left_unmapped,
    }


def mappings_shown(concept: Concept) -> list[dict[str, str]]:
    """Every mapping that a concept takes part in, with its author and day."""
    return [
        {
            "from": str(mapping.from_concept),
            "relation": mapping.relation,
            "to": str(mapping.to_concept),
            "author": mapping.author,
            "made_on": mapping.made_on.isoformat(),
            "note": mapping.note,
        }
        for mapping in queries.mappings_of(concept)
    ]
