"""Reads SKOS, ours or anybody's, into a vocabulary; what it cannot keep it says."""

from collections import Counter
from collections.abc import Mapping

from django.utils.text import slugify
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, SKOS
from rdflib.term import Node

from knutepunkt.vocabulary.checks import check
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.reading import Reading, Unsigned
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    LabelRecord,
    SchemeRecord,
    Texts,
    Vocabulary,
)
from knutepunkt.vocabulary.skos.names import KP, LABELS, MATCHES, last_part
from knutepunkt.vocabulary.skos.statements import definitions, mappings
from knutepunkt.vocabulary.skos.texts import json_ld_graph, turtle_graph
from knutepunkt.vocabulary.skos.values import literals, raw_value, texts, value

Term = tuple[str, str]

READ = {
    RDF.type,
    DCTERMS.identifier,
    DCTERMS.creator,
    DCTERMS.license,
    DCTERMS.title,
    DCTERMS.description,
    KP.kind,
    KP.url,
    KP.source,
    KP.leftUnmapped,
    SKOS.inScheme,
    SKOS.topConceptOf,
    SKOS.notation,
    SKOS.broader,
    SKOS.scopeNote,
    SKOS.definition,
    *LABELS.values(),
    *MATCHES.values(),
}
# They only say again, from the other end or by inference, what is read above.
IGNORED = {
    SKOS.hasTopConcept,
    SKOS.narrower,
    SKOS.narrowerTransitive,
    SKOS.broaderTransitive,
    SKOS.semanticRelation,
    SKOS.mappingRelation,
}


def read_turtle(text: str, unsigned: Unsigned) -> Reading:
    """Return what a Turtle text says. Raises VocabularyError with one sentence."""
    return read(turtle_graph(text), unsigned)


def read_json_ld(text: str, unsigned: Unsigned) -> Reading:
    """Return what a JSON-LD text says. Raises VocabularyError with one sentence."""
    return read(json_ld_graph(text), unsigned)


def read(graph: Graph, unsigned: Unsigned) -> Reading:
    """Return the schemes, concepts and mappings of a graph, checked."""
    schemes = {uri: scheme(graph, uri) for uri in sorted_subjects(graph, SKOS.ConceptScheme)}
    terms = {uri: term(graph, uri, schemes) for uri in sorted_subjects(graph, SKOS.Concept)}
    authors = {one.id: one.author for one in schemes.values()}
    made = [concept(graph, uri, terms, authors, unsigned) for uri in terms]
    mapped, left_out = mappings(graph, terms, authors, unsigned)
    vocabulary = Vocabulary(
        schemes=tuple(sorted(schemes.values())),
        concepts=tuple(sorted(made)),
        mappings=tuple(mapped),
    )
    if not schemes and not mapped:
        raise VocabularyError(
            "The file holds no skos:ConceptScheme and no mapping; check its type."
        )
    check(vocabulary)
    return Reading(vocabulary, (*left_out, *unread(graph, {*schemes, *terms}), *forks(graph)))


def sorted_subjects(graph: Graph, kind: URIRef) -> list[Node]:
    """Return the things of one type, by address."""
    return sorted(set(graph.subjects(RDF.type, kind)), key=str)


def scheme(graph: Graph, uri: Node) -> SchemeRecord:
    """Return a scheme; without our own marks it is foreign and named by its address."""
    title = texts(graph, uri, DCTERMS.title) or first_each(literals(graph, uri, SKOS.prefLabel))
    return SchemeRecord(
        id=value(graph, uri, DCTERMS.identifier) or slugify(last_part(str(uri))),
        kind=value(graph, uri, KP.kind) or "foreign",
        author=value(graph, uri, DCTERMS.creator),
        licence=value(graph, uri, DCTERMS.license),
        url=value(graph, uri, KP.url),
        source=value(graph, uri, KP.source),
        title=title,
        description=texts(graph, uri, DCTERMS.description),
    )


def first_each(pairs: list[tuple[str, str]]) -> Texts:
    """Return one text for each language."""
    return tuple(sorted(dict(reversed(pairs)).items()))


def term(graph: Graph, uri: Node, schemes: Mapping[Node, SchemeRecord]) -> Term:
    """Return a concept's scheme and code; the notation, or else the end of its address."""
    homes = [*graph.objects(uri, SKOS.inScheme), *graph.objects(uri, SKOS.topConceptOf)]
    known = sorted(schemes[home].id for home in homes if home in schemes)
    if not known:
        raise VocabularyError(f"The concept {uri} is in no scheme of the file; add skos:inScheme.")
    return known[0], raw_value(graph, uri, SKOS.notation) or last_part(str(uri))


def concept(
    graph: Graph,
    uri: Node,
    terms: Mapping[Node, Term],
    authors: Mapping[str, str],
    unsigned: Unsigned,
) -> ConceptRecord:
    """Return all that is said of one concept."""
    scheme_id, code = terms[uri]
    labels = {
        LabelRecord(language, kind, text)
        for kind, predicate in LABELS.items()
        for language, text in literals(graph, uri, predicate)
    }
    above = sorted(
        terms[one][1]
        for one in graph.objects(uri, SKOS.broader)
        if one in terms and terms[one][0] == scheme_id
    )
    return ConceptRecord(
        scheme=scheme_id,
        code=code,
        broader=above[0] if above else "",
        scope=texts(graph, uri, SKOS.scopeNote),
        labels=tuple(sorted(labels)),
        definitions=definitions(
            graph, uri, unsigned.author or authors.get(scheme_id, ""), unsigned
        ),
        left_unmapped=value(graph, uri, KP.leftUnmapped),
    )


def unread(graph: Graph, subjects: set[Node]) -> list[str]:
    """Return a sentence for each property of schemes and concepts that has no place here."""
    counts = Counter(
        str(predicate)
        for subject in subjects
        for predicate in graph.predicates(subject)
        if predicate not in READ | IGNORED
    )
    return [
        f"{name} has no place here and was left out {n}×." for name, n in sorted(counts.items())
    ]


def forks(graph: Graph) -> list[str]:
    """Return a sentence for each concept under several others; only the first is kept."""
    counts = Counter(graph.subjects(SKOS.broader))
    return sorted(
        f"The concept {uri} stands under {n} others; only the first was kept."
        for uri, n in counts.items()
        if n > 1
    )
