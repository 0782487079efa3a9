"""The vocabulary as SKOS, in Turtle and JSON-LD.

A mapping stands twice: as the plain match that any SKOS tool reads, and as an rdf:Statement that
names its author and day. A definition is a resource of its own with owner, day and source, as the
SKOS primer's advanced documentation pattern has it.
"""

import io
import json
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS, XSD
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.skos.names import (
    KP,
    LABELS,
    MATCHES,
    PREFIXES,
    concept_uri,
    scheme_uri,
    statement_uri,
)


class OneLineTurtle(TurtleSerializer):
    """Turtle with every text on one line.

    The library's triple quotes lose a backslash before a final quotation mark; JSON's escapes are
    Turtle's too.
    """

    topClasses = [SKOS.ConceptScheme, SKOS.Concept]  # noqa: N815 - the library's name

    def label(self, node: Node, position: int) -> str:
        if not isinstance(node, Literal):
            return super().label(node, position)
        text = json.dumps(str(node), ensure_ascii=False)
        if node.language:
            return f"{text}@{node.language}"
        return f"{text}^^{self.label(node.datatype, position)}" if node.datatype else text


def turtle(vocabulary: Vocabulary, base: str) -> str:
    """Return the vocabulary as Turtle, the same text for the same vocabulary."""
    out = io.BytesIO()
    OneLineTurtle(graph(vocabulary, base)).serialize(out)
    return out.getvalue().decode().strip("\n") + "\n"


def json_ld(vocabulary: Vocabulary, base: str) -> str:
    """Return the vocabulary as JSON-LD with its context inline, sorted."""
    text = graph(vocabulary, base).serialize(format="json-ld", context=PREFIXES)
    document = json.loads(text)
    nodes = document.get("@graph", [document] if "@id" in document else [])
    in_place = sorted((in_order(node) for node in nodes), key=lambda node: str(node["@id"]))
    whole = {"@context": PREFIXES, "@graph": in_place}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def in_order(node: Any) -> Any:
    """Return a JSON-LD node with its lists of values sorted; RDF knows no order."""
    if isinstance(node, dict):
        return {key: in_order(value) for key, value in node.items() if key != "@context"}
    if isinstance(node, list):
        return sorted(
            (in_order(one) for one in node), key=lambda one: json.dumps(one, sort_keys=True)
        )
    return node


def graph(vocabulary: Vocabulary, base: str) -> Graph:
    """Return the vocabulary as an RDF graph with concepts named below the node's address."""
    made = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    for scheme in vocabulary.schemes:
        add_scheme(made, scheme, base)
    for concept in vocabulary.concepts:
        add_concept(made, concept, base)
    for mapping in vocabulary.mappings:
        add_mapping(made, mapping, base)
    return made


def add_texts(made: Graph, subject: URIRef, texts: dict[URIRef, str]) -> None:
    """Say each text that is not empty, without a language."""
    for predicate, text in texts.items():
        if text:
            made.add((subject, predicate, Literal(text)))


def add_scheme(made: Graph, scheme: SchemeRecord, base: str) -> None:
    """Say what a scheme is called and who answers for it."""
    subject = scheme_uri(base, scheme.id)
    made.add((subject, RDF.type, SKOS.ConceptScheme))
    add_texts(
        made,
        subject,
        {
            DCTERMS.identifier: scheme.id,
            KP.kind: scheme.kind,
            DCTERMS.creator: scheme.author,
            DCTERMS.license: scheme.licence,
            KP.url: scheme.url,
            KP.source: scheme.source,
        },
    )
    for language, text in scheme.title:
        made.add((subject, DCTERMS.title, Literal(text, lang=language)))
    for language, text in scheme.description:
        made.add((subject, DCTERMS.description, Literal(text, lang=language)))


def add_concept(made: Graph, concept: ConceptRecord, base: str) -> None:
    """Say a concept's code, labels, scope, place in the scheme and definitions."""
    subject = concept_uri(base, concept.scheme, concept.code)
    made.add((subject, RDF.type, SKOS.Concept))
    made.add((subject, SKOS.inScheme, scheme_uri(base, concept.scheme)))
    add_texts(made, subject, {SKOS.notation: concept.code, KP.leftUnmapped: concept.left_unmapped})
    if concept.broader:
        made.add((subject, SKOS.broader, concept_uri(base, concept.scheme, concept.broader)))
    for label in concept.labels:
        made.add((subject, LABELS[label.kind], Literal(label.text, lang=label.language)))
    for language, text in concept.scope:
        made.add((subject, SKOS.scopeNote, Literal(text, lang=language)))
    for definition in concept.definitions:
        add_definition(made, subject, definition, base)


def add_definition(made: Graph, subject: URIRef, one: DefinitionRecord, base: str) -> None:
    """Say what an owner takes a concept to mean, with the owner and the day."""
    day = one.dated.isoformat()
    node = statement_uri(base, "definition", subject, one.owner, one.language, day)
    made.add((subject, SKOS.definition, node))
    made.add((node, RDF.value, Literal(one.text, lang=one.language)))
    made.add((node, DCTERMS.date, Literal(day, datatype=XSD.date)))
    add_texts(made, node, {DCTERMS.creator: one.owner, DCTERMS.source: one.source})


def add_mapping(made: Graph, one: MappingRecord, base: str) -> None:
    """Say a match, and who made it on which day."""
    origin = concept_uri(base, one.from_scheme, one.from_code)
    target = concept_uri(base, one.to_scheme, one.to_code)
    match = MATCHES[one.relation]
    node = statement_uri(base, "mapping", origin, target, one.author)
    made.add((origin, match, target))
    made.add((node, RDF.type, RDF.Statement))
    made.add((node, RDF.subject, origin))
    made.add((node, RDF.predicate, match))
    made.add((node, RDF.object, target))
    made.add((node, DCTERMS.created, Literal(one.made_on.isoformat(), datatype=XSD.date)))
    add_texts(made, node, {DCTERMS.creator: one.author, SKOS.note: one.note})
