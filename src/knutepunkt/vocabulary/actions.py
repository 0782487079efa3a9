"""Changes to the vocabulary. Each either happens whole or not at all."""

from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from knutepunkt.vocabulary import checks, files
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.models import Concept, Definition, Label, Mapping, Scheme
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.signals import vocabulary_changed
from knutepunkt.vocabulary.writing import stamp, write
from knutepunkt.vocabulary.written import Written

UNKNOWN_LANGUAGE = "und"


def load(path: Path = files.DATA) -> Written:
    """Write the scheme data of a folder; what is already there is not written again.

    Raises VocabularyError, naming the file, before anything is written.
    """
    return written(files.read(path), prune=True)


def take_in(vocabulary: Vocabulary) -> Written:
    """Write a vocabulary that an import has read and checked; nothing is removed but labels.

    What it cannot take in, such as a mapping to a scheme that is not here, is said in ``left_out``.
    """
    return written(vocabulary, prune=False)


def written(vocabulary: Vocabulary, *, prune: bool) -> Written:
    """Write a vocabulary and, when anything is new, tell the rooms downstream."""
    with transaction.atomic():
        done = write(vocabulary, prune=prune)
        if done.is_any:
            transaction.on_commit(tell)
    return done


def tell() -> None:
    """Send the news that the vocabulary has changed."""
    vocabulary_changed.send(sender=Scheme)


@transaction.atomic
def take_in_term(
    scheme_id: str, code: str, label: str = "", *, source: str = "", language: str = ""
) -> Concept:
    """Return the concept for a term as a source wrote it, kept as a new one when it is unknown.

    Whatever is unknown (``local`` terms, codes that a foreign scheme or one of our own does not
    have) joins the source's local scheme: a foreign scheme stays what its owner made it. New terms
    then stand among ``queries.unmapped_terms()``. Raises VocabularyError when the code is empty or
    cannot be kept.
    """
    known = Concept.objects.filter(scheme_id=scheme_id, code=code).first()
    if known is None:
        scheme = home_of_new_terms(scheme_id, source)
        checks.check_concept(ConceptRecord(scheme.id, code))
        known, is_new = Concept.objects.get_or_create(scheme=scheme, code=code)
        if is_new:
            stamp()
    if words := checks.CONTROL.sub(" ", label)[: checks.LONGEST["label"]].strip():
        keep_label(known, words, language or UNKNOWN_LANGUAGE)
    return known


def home_of_new_terms(scheme_id: str, source: str) -> Scheme:
    """Return the source's local scheme; the id may name one of several that a source has."""
    part = slugify(source) or "unnamed"
    local = scheme_id.strip("-") if scheme_id.startswith("local-") else f"local-{part}"
    checks.check_scheme(SchemeRecord(local, "local", source=source))
    found, _ = Scheme.objects.get_or_create(id=local, defaults={"kind": "local", "source": source})
    return found


def keep_label(concept: Concept, text: str, language: str) -> None:
    """Add a source's word to a foreign or local term; schemes of our own keep their own words."""
    if concept.scheme.kind == "own" or concept.labels.filter(text=text).exists():
        return
    first = not concept.labels.filter(language=language, kind="preferred").exists()
    kind = "preferred" if first else "alternative"
    _, is_new = Label.objects.get_or_create(
        concept=concept, language=language, kind=kind, text=text
    )
    if is_new:
        stamp()


@transaction.atomic
def map_concepts(
    origin: Concept, relation: str, target: Concept, *, author: str, made_on: date, note: str = ""
) -> Mapping:
    """Record an author's mapping, in place of the author's earlier one between the same two.

    ``origin relation target`` reads as in SKOS: with ``broad``, the target is the broader one.
    Raises VocabularyError without an author, with an unknown relation or from a term to itself.
    """
    checks.check_mapping(
        MappingRecord(
            origin.scheme_id, origin.code, target.scheme_id, target.code,
            author, relation, made_on, note,
        )
    )  # fmt: skip
    mapping, _ = Mapping.objects.update_or_create(
        from_concept=origin,
        to_concept=target,
        author=author,
        defaults={"relation": relation, "made_on": made_on, "note": note},
    )
    stamp()
    transaction.on_commit(tell)
    return mapping


@transaction.atomic
def leave_unmapped(concept: Concept, reason: str) -> None:
    """Record why a term needs no mapping, which takes it off the list of unmapped terms."""
    if not reason.strip():
        raise VocabularyError(f"“{concept}” cannot be left unmapped without a reason; give one.")
    concept.left_unmapped = reason.strip()
    concept.save(update_fields=["left_unmapped"])
    stamp()


@transaction.atomic
def define(
    concept: Concept, language: str, text: str, *, owner: str, dated: date, source: str = ""
) -> Definition:
    """Add an owner's definition beside the others; the same owner, language and day corrects it.

    Raises VocabularyError without text or owner, or with an address that is not http(s).
    """
    record = DefinitionRecord(owner, language, dated, text, source)
    checks.check_definitions(
        f"“{concept}”", ConceptRecord(concept.scheme_id, concept.code, definitions=(record,))
    )
    definition, _ = Definition.objects.update_or_create(
        concept=concept,
        owner=owner,
        language=language,
        dated=dated,
        defaults={"text": text, "source": source},
    )
    stamp()
    return definition
