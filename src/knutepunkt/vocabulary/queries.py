"""Questions about the vocabulary."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from django.db.models import Count, FilteredRelation, Q, QuerySet

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.models import Concept, Definition, Label, LastWrite, Mapping, Scheme

Lexeme = tuple[int, str, str, str, str, str]
# A concept's id and code, and the language and text of one of its preferred labels, if it has any.
Labelled = tuple[int, str, str | None, str | None]

CARRIES_FORWARD = ("exact", "close", "broad")
CARRIES_BACK = ("exact", "close", "narrow")
NEXT_BEST = ("nb", "nn", "en")
LABELLED = ("id", "code", "name__language", "name__text")
# Beyond this many ids it is cheaper to read every row than to name the ids in the query.
FEW = 500


def last_written() -> datetime | None:
    """The moment of the latest write to the vocabulary; None where nothing has been written."""
    return LastWrite.objects.filter(pk=1).values_list("written_at", flat=True).first()


def schemes() -> QuerySet[Scheme]:
    """Every scheme: our own, then local, then foreign ones, by id."""
    return Scheme.objects.order_by("-kind", "id")


def concept_counts() -> dict[str, int]:
    """How many concepts each scheme that has any holds."""
    rows = Concept.objects.values_list("scheme_id").annotate(Count("id")).order_by()
    return dict(rows)


def concept(scheme: str, code: str) -> Concept:
    """The concept with this code, case and all. Raises VocabularyError when there is none."""
    found = Concept.objects.select_related("scheme").filter(scheme_id=scheme, code=code).first()
    if found is None:
        raise VocabularyError(
            f"There is no concept “{code}” in the scheme “{scheme}”; "
            "see `knutepunkt vocabulary list` for the schemes."
        )
    return found


def labels_of(concept: Concept) -> list[Label]:
    """A concept's labels, by language, the preferred one first, then by text."""
    order = {"preferred": 0, "alternative": 1, "hidden": 2}
    labels = list(concept.labels.all())
    return sorted(labels, key=lambda label: (label.language, order[label.kind], label.text))


def names_of(concept_ids: Iterable[int], language: str) -> dict[int, str]:
    """What to call each concept in a language, in one query.

    Without a preferred label there: Bokmål, Nynorsk, English, any language by tag, then the code.
    """
    rows = preferred(Concept.objects.filter(id__in=set(concept_ids)))
    return best_names(rows.values_list(*LABELLED), language)


class NamedConcept(NamedTuple):
    """A concept as a page tells it. ``title`` is its scheme's, by language."""

    id: int
    scheme: str
    code: str
    kind: str
    title: dict[str, str]
    name: str


def with_names(concepts: QuerySet[Concept]) -> QuerySet[Concept, tuple[Any, ...]]:
    """Concepts, once for each of their names, by scheme and code: the rows for ``named``."""
    told = preferred(concepts).order_by("scheme_id", "code")
    return told.values_list(*LABELLED, "scheme_id", "scheme__kind", "scheme__title")


def named(rows: Collection[Sequence[Any]], language: str) -> list[NamedConcept]:
    """Concepts with what to call them in a language, in the order of their rows."""
    names = best_names(((*row[:4],) for row in rows), language)
    found = {
        id_: NamedConcept(id_, scheme, code, kind, title, names[id_])
        for id_, code, _tag, _text, scheme, kind, title in rows
    }
    return list(found.values())


def preferred(concepts: QuerySet[Concept]) -> QuerySet[Concept]:
    """Concepts, once for each preferred label, which is there as ``name``."""
    return concepts.annotate(name=FilteredRelation("labels", condition=Q(labels__kind="preferred")))


def best_names(rows: Iterable[Labelled], language: str) -> dict[int, str]:
    """The label that reads best in a language, of those each concept has."""
    wanted = (language, *NEXT_BEST)
    best: dict[int, tuple[int, str, str]] = {}
    for id_, code, tag, text in rows:
        place = wanted.index(tag) if tag in wanted else len(wanted)
        rank = (place, tag or "", text or code)
        best[id_] = min(best.get(id_, rank), rank)
    return {id_: rank[2] for id_, rank in best.items()}


def narrower_of(concept: Concept, *, transitive: bool = False) -> list[Concept]:
    """The concepts right below one, or with ``transitive`` all below it, by code level by level.

    One query per level.
    """
    found: list[Concept] = []
    level = [concept]
    while level:
        level = list(Concept.objects.filter(broader__in=level).order_by("code"))
        found += level
        if not transitive:
            break
    return found


def mappings_of(concept: Concept) -> QuerySet[Mapping]:
    """Every mapping from or to a concept, with both ends fetched, oldest first."""
    either = Q(from_concept=concept) | Q(to_concept=concept)
    return (
        Mapping.objects.filter(either)
        .select_related("from_concept", "to_concept")
        .order_by("made_on", "id")
    )


def counterparts(concept_ids: Iterable[int]) -> dict[int, set[int]]:
    """For each concept, the concepts of our own schemes that it may be searched by. Two queries.

    A mapping carries a term to its exact, close or broader counterpart, whichever end it was
    written from; narrower and related ones promise too much. One mapping is one step: steps are
    not chained. A concept of our own is its own counterpart. Every id asked for is a key.
    """
    found: dict[int, set[int]] = {id_: set() for id_ in concept_ids}
    for id_ in ours_among(found):
        found[id_].add(id_)
    for origin, from_kind, target, to_kind, relation in mappings_touching(found):
        if origin in found and to_kind == "own" and relation in CARRIES_FORWARD:
            found[origin].add(target)
        if target in found and from_kind == "own" and relation in CARRIES_BACK:
            found[target].add(origin)
    return found


def ours_among(ids: Collection[int]) -> set[int]:
    """Those of the concepts that belong to schemes of our own."""
    ours = Concept.objects.filter(scheme__kind="own")
    if len(ids) <= FEW:
        ours = ours.filter(id__in=ids)
    return set(ours.values_list("id", flat=True)).intersection(ids)


def mappings_touching(ids: Collection[int]) -> Iterator[tuple[int, str, int, str, str]]:
    """Mappings as (from id, from kind, to id, to kind, relation); all of them for many ids."""
    rows = Mapping.objects.all()
    if len(ids) <= FEW:
        rows = rows.filter(Q(from_concept__in=ids) | Q(to_concept__in=ids))
    kinds = ("from_concept__scheme__kind", "to_concept__scheme__kind")
    yield from rows.values_list("from_concept_id", kinds[0], "to_concept_id", kinds[1], "relation")


def unmapped_terms() -> QuerySet[Concept]:
    """Foreign and local terms that nobody has mapped or left unmapped for a reason.

    By scheme and code, with schemes and labels fetched.
    """
    open_terms = Q(mappings_out=None, mappings_in=None, left_unmapped=None)
    return (
        Concept.objects.filter(open_terms)
        .exclude(scheme__kind="own")
        .select_related("scheme")
        .prefetch_related("labels")
        .order_by("scheme_id", "code")
    )


def definitions_of(concept: Concept, on: date) -> list[Definition]:
    """All definitions of a concept in an order that prefers none.

    The order turns over from day to day; it depends on the date and the ids alone.
    """
    return sorted(concept.definitions.all(), key=lambda one: turn(on, one.pk))


def turn(on: date, id_: int | str) -> bytes:
    """The place of one among equals in the order of a day."""
    return sha256(f"{on.isoformat()}:{id_}".encode()).digest()


def lexicon() -> list[Lexeme]:
    """Every label as (concept id, scheme id, code, language, kind, text), in one query."""
    rows = Label.objects.order_by("concept_id", "id")
    return list(
        rows.values_list(
            "concept_id", "concept__scheme_id", "concept__code", "language", "kind", "text"
        )
    )
