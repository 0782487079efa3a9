"""Schemes as taxonomies and concepts as terms, each with every definition somebody has given it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.parameters import Asked
from knutepunkt.distribute.hsds.rows import Row, told
from knutepunkt.distribute.hsds.terms import taxonomy_id, term_id
from knutepunkt.distribute.published import public_concepts, public_schemes
from knutepunkt.vocabulary.models import Concept, Definition, Label, Scheme
from knutepunkt.vocabulary.skos.names import concept_uri, scheme_uri

ENCODE = msgspec.json.Encoder().encode
FIRST = ("nb", "nn", "en")


def in_words(texts: dict[str, str]) -> str:
    """A text in the first language there is, Bokmål first; "" for none."""
    return next((texts[tag] for tag in (*FIRST, *sorted(texts)) if texts.get(tag)), "")


def taxonomy(scheme: Scheme) -> Row:
    """A scheme as a taxonomy."""
    row = {
        "id": taxonomy_id(scheme.pk),
        "name": in_words(scheme.title) or scheme.pk,
        "description": in_words(scheme.description),
    }
    return row | told({"uri": scheme.url or str(scheme_uri(settings.KNUTEPUNKT_BASE_URI,
                                                           scheme.pk))})  # fmt: skip


def term(concept: Concept) -> Row:
    """A concept. HSDS has one name and one description; more definitions stand in its metadata."""
    names = {
        label.language: label.text for label in concept.labels.all() if label.kind == "preferred"
    }
    id_ = term_id(concept.scheme_id, concept.code)
    row = {
        "id": id_,
        "code": concept.code,
        "name": in_words(names) or concept.code,
        "description": in_words(concept.scope),
        "taxonomy": concept.scheme_id,
        "taxonomy_id": taxonomy_id(concept.scheme_id),
        "taxonomy_detail": taxonomy(concept.scheme),
        "term_uri": str(concept_uri(settings.KNUTEPUNKT_BASE_URI, concept.scheme_id, concept.code)),
        "metadata": [definition(id_, one) for one in concept.definitions.all()],
    }
    above = concept.broader
    return row | told({"parent_id": term_id(above.scheme_id, above.code) if above else ""})


def definition(term_: str, one: Definition) -> Row:
    """What one owner says a concept means; none is preferred."""
    return {
        "id": id_of(term_, "definition", one.owner, one.language, one.dated.isoformat()),
        "resource_id": term_,
        "resource_type": "taxonomy_term",
        "last_action_date": one.dated.isoformat(),
        "last_action_type": "defined",
        "field_name": f"definition/{one.language}",
        "previous_value": "",
        "replacement_value": one.text,
        "updated_by": one.owner,
    }


def fetched(ids: Iterable[int]) -> list[Concept]:
    """Concepts with all that ``term`` reads, in the order of the ids. Four queries."""
    rows = Concept.objects.select_related("scheme", "broader").prefetch_related(
        "labels", "definitions"
    )
    found = rows.in_bulk(list(ids))
    return [found[id_] for id_ in ids if id_ in found]


def all_taxonomies() -> list[Row]:
    """Every taxonomy anybody may see."""
    return [taxonomy(scheme) for scheme in public_schemes()]


def state() -> tuple[Any, ...]:
    """Changes whenever a concept comes or goes."""
    return tuple(Concept.objects.aggregate(Count("id"), Max("id")).values())


@lru_cache(maxsize=2)
def numbers(known: tuple[Any, ...]) -> dict[str, int]:
    """The database's number of each term, by its UUID, as of one state of the vocabulary."""
    del known
    rows = Concept.objects.values_list("id", "scheme_id", "code")
    return {term_id(scheme, code): id_ for id_, scheme, code in rows}


def number_of(term_: str) -> int | None:
    """The database's number of a term; None when there is no such term."""
    return numbers(state()).get(term_)


def scheme_of(taxonomy_: str) -> str | None:
    """The scheme with the UUID of a taxonomy."""
    ids = public_schemes().values_list("pk", flat=True)
    return next((id_ for id_ in ids if taxonomy_id(id_) == taxonomy_), None)


def chosen(asked: Asked) -> QuerySet[Concept]:
    """The public concepts that a request asks for."""
    found = public_concepts()
    if asked.taxonomy_id:
        found = found.filter(scheme_id=scheme_of(asked.taxonomy_id) or "")
    if asked.top_only:
        found = found.filter(broader=None)
    if asked.parent_id:
        found = found.filter(broader_id=number_of(asked.parent_id) or 0)
    if asked.search:
        labels = Label.objects.filter(text__icontains=asked.search).exclude(kind="hidden")
        found = found.filter(Exists(labels.filter(concept=OuterRef("pk"))))
    return found


def bodies(rows: Sequence[tuple[int]]) -> list[bytes]:
    """The JSON of some concepts, given by their numbers."""
    return [ENCODE(term(concept)) for concept in fetched([number for (number,) in rows])]
