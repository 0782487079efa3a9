"""Writes a vocabulary in bulk: reads what is there, and writes only the difference."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model
from django.utils import timezone as clock

from knutepunkt.vocabulary.models import Concept, Definition, Label, LastWrite, Mapping, Scheme
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.written import Written

Term = tuple[str, str]
Ids = dict[Term, int]


def write(vocabulary: Vocabulary, *, prune: bool) -> Written:
    """Make the database say what a checked vocabulary says, in a few queries.

    The labels of each given concept become exactly those given; its definitions and its reason for
    being left unmapped are added or corrected, never taken away. With ``prune``, mappings that the
    same authors once made from the same schemes and that are no longer given are removed. Concepts
    are never removed: groups may carry them.
    """
    done = write_schemes(vocabulary.schemes)
    done += write_concepts(vocabulary.concepts)
    ids = ids_of_terms(vocabulary)
    done += write_labels(vocabulary.concepts, ids)
    done += write_definitions(vocabulary.concepts, ids)
    mappings, left_out = mappings_with_both_ends(vocabulary.mappings, ids)
    done += write_mappings(mappings, ids, prune=prune)
    if done.is_any:
        stamp()
        count_rows()
    return done + Written(left_out=tuple(left_out))


def stamp() -> None:
    """Note that the vocabulary is written now; part of the transaction that writes it.

    Holds the row until that ends. Whoever also takes an edition takes it before, so that two never
    wait for each other.
    """
    now = clock.now()
    if not LastWrite.objects.filter(pk=1).update(written_at=now):
        # Another may make the row at the same time; both then say nearly the same.
        LastWrite.objects.bulk_create([LastWrite(pk=1, written_at=now)], ignore_conflicts=True)


def count_rows() -> None:
    """Let PostgreSQL count the rows now, part of the transaction that writes them.

    It may hold that the tables are empty until it looks by itself, a minute later, and then puts
    thousands of labels and concepts together one by one: seconds for what takes milliseconds.
    """
    if connection.vendor == "postgresql":
        tables = ", ".join(model._meta.db_table for model in (Scheme, Concept, Label, Mapping))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")


def write_schemes(records: Iterable[SchemeRecord]) -> Written:
    """Create and correct schemes."""
    wanted = {record.id: record for record in records}
    old = Scheme.objects.in_bulk(list(wanted))
    new = [Scheme(id=id_, **scheme_values(wanted[id_])) for id_ in wanted if id_ not in old]
    changed = [row for row in old.values() if take_on(row, scheme_values(wanted[row.id]))]
    Scheme.objects.bulk_create(new)
    if changed:
        Scheme.objects.bulk_update(changed, list(scheme_values(wanted[changed[0].id])))
    return Written(created=len(new), changed=len(changed))


def scheme_values(record: SchemeRecord) -> dict[str, object]:
    """Return a scheme's columns apart from its key."""
    return {
        "kind": record.kind,
        "title": dict(record.title),
        "description": dict(record.description),
        "author": record.author,
        "licence": record.licence,
        "url": record.url,
        "source": record.source,
    }


def write_concepts(records: Iterable[ConceptRecord]) -> Written:
    """Create concepts, then correct what they say and where they stand."""
    wanted = {(record.scheme, record.code): record for record in records}
    rows = concepts_of({scheme for scheme, _ in wanted})
    new = [Concept(scheme_id=term[0], code=term[1]) for term in wanted if term not in rows]
    new_terms = {(row.scheme_id, row.code) for row in new}
    for row in Concept.objects.bulk_create(new):
        rows[row.scheme_id, row.code] = row
    changed = [
        rows[term]
        for term, record in wanted.items()
        if take_on(rows[term], concept_values(record, rows))
    ]
    if changed:
        Concept.objects.bulk_update(changed, ["broader", "scope", "left_unmapped"])
    corrected = [row for row in changed if (row.scheme_id, row.code) not in new_terms]
    return Written(created=len(new), changed=len(corrected))


def concepts_of(schemes: set[str]) -> dict[Term, Concept]:
    """Return every concept of some schemes by its term."""
    found = Concept.objects.filter(scheme_id__in=schemes)
    return {(row.scheme_id, row.code): row for row in found}


def concept_values(record: ConceptRecord, rows: dict[Term, Concept]) -> dict[str, object]:
    """Return what a concept's row should hold; a reason once given stays when none is given."""
    broader = rows.get((record.scheme, record.broader)) if record.broader else None
    values: dict[str, object] = {
        "broader_id": broader.pk if broader else None,
        "scope": dict(record.scope),
    }
    if record.left_unmapped:
        values["left_unmapped"] = record.left_unmapped
    return values


def take_on(row: Model, values: dict[str, object]) -> bool:
    """Set the values that a row does not hold yet, and say whether there were any."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def ids_of_terms(vocabulary: Vocabulary) -> Ids:
    """Return the keys of every concept in the schemes that the vocabulary speaks of."""
    schemes = {record.scheme for record in vocabulary.concepts}
    for mapping in vocabulary.mappings:
        schemes |= {mapping.from_scheme, mapping.to_scheme}
    found = Concept.objects.filter(scheme_id__in=schemes)
    return {
        (scheme, code): id_ for id_, scheme, code in found.values_list("id", "scheme_id", "code")
    }


def write_labels(records: Iterable[ConceptRecord], ids: Ids) -> Written:
    """Make each concept's labels those given; old ones go first, so a preferred one can change."""
    wanted = {
        (ids[record.scheme, record.code], label) for record in records for label in record.labels
    }
    given = {ids[record.scheme, record.code] for record in records}
    schemes = {record.scheme for record in records}
    old = {
        (row.concept_id, LabelRecord(row.language, row.kind, row.text)): row.pk
        for row in Label.objects.filter(concept__scheme_id__in=schemes)
        if row.concept_id in given
    }
    stale = [id_ for key, id_ in old.items() if key not in wanted]
    if stale:
        Label.objects.filter(id__in=stale).delete()
    new = [
        Label(concept_id=concept, language=label.language, kind=label.kind, text=label.text)
        for concept, label in sorted(wanted - old.keys())
    ]
    Label.objects.bulk_create(new)
    return Written(created=len(new), removed=len(stale))


def write_definitions(records: Iterable[ConceptRecord], ids: Ids) -> Written:
    """Add definitions and correct those that an owner gave for the same language and day."""
    wanted = {
        (ids[record.scheme, record.code], one.owner, one.language, one.dated): one
        for record in records
        for one in record.definitions
    }
    found = Definition.objects.filter(concept_id__in={key[0] for key in wanted})
    old = {(row.concept_id, row.owner, row.language, row.dated): row for row in found}
    new, changed = [], []
    for key, one in wanted.items():
        values: dict[str, object] = {"text": one.text, "source": one.source}
        if row := old.get(key):
            if take_on(row, values):
                changed.append(row)
        else:
            concept, owner, language, dated = key
            new.append(
                Definition(
                    concept_id=concept,
                    owner=owner,
                    language=language,
                    dated=dated,
                    text=one.text,
                    source=one.source,
                )
            )
    Definition.objects.bulk_create(new)
    if changed:
        Definition.objects.bulk_update(changed, ["text", "source"])
    return Written(created=len(new), changed=len(changed))


def mappings_with_both_ends(
    records: Iterable[MappingRecord], ids: Ids
) -> tuple[list[MappingRecord], list[str]]:
    """Part mappings whose two concepts exist from those that lack one, said as sentences."""
    whole: list[MappingRecord] = []
    left_out: list[str] = []
    for one in records:
        ends = [(one.from_scheme, one.from_code), (one.to_scheme, one.to_code)]
        missing = [f"“{scheme}:{code}”" for scheme, code in ends if (scheme, code) not in ids]
        if missing:
            left_out.append(
                f"A mapping by {one.author} needs {' and '.join(missing)}, which is not here; "
                "import that scheme first."
            )
        else:
            whole.append(one)
    return whole, left_out


def write_mappings(records: list[MappingRecord], ids: Ids, *, prune: bool) -> Written:
    """Create and correct mappings; with ``prune`` also remove their authors' old ones."""
    wanted = {
        (ids[one.from_scheme, one.from_code], ids[one.to_scheme, one.to_code], one.author): one
        for one in records
    }
    found = Mapping.objects.filter(
        author__in={one.author for one in records},
        from_concept__scheme_id__in={one.from_scheme for one in records},
    )
    old = {(row.from_concept_id, row.to_concept_id, row.author): row for row in found}
    new = [
        Mapping(from_concept_id=key[0], to_concept_id=key[1], author=key[2], **mapping_values(one))
        for key, one in wanted.items()
        if key not in old
    ]
    changed = [
        row
        for key, row in old.items()
        if key in wanted and take_on(row, mapping_values(wanted[key]))
    ]
    stale = [row.pk for key, row in old.items() if key not in wanted] if prune else []
    Mapping.objects.bulk_create(new)
    if changed:
        Mapping.objects.bulk_update(changed, ["relation", "made_on", "note"])
    if stale:
        Mapping.objects.filter(id__in=stale).delete()
    return Written(created=len(new), changed=len(changed), removed=len(stale))


def mapping_values(record: MappingRecord) -> dict[str, object]:
    """Return a mapping's columns apart from its key."""
    return {"relation": record.relation, "made_on": record.made_on, "note": record.note}
