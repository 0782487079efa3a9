"""Reads what people say about concepts: mappings and definitions, with who said it and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rdflib import RDF, Graph, Literal
from rdflib.namespace import DCTERMS, SKOS
from rdflib.term import Node

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.reading import Unsigned, clean, day
from knutepunkt.vocabulary.records import DefinitionRecord, MappingRecord
from knutepunkt.vocabulary.skos.names import MATCHES, term_in
from knutepunkt.vocabulary.skos.values import UNKNOWN_LANGUAGE, literals, value

Term = tuple[str, str]
RELATIONS: dict[Node | None, str] = {match: relation for relation, match in MATCHES.items()}


@dataclass(frozen=True, slots=True)
class Match:
    """A match between two addresses, and who said so if anybody did."""

    origin: Node
    relation: str
    target: Node
    author: str = ""
    made_on: date | None = None
    note: str = ""


def matches(graph: Graph) -> list[Match]:
    """Return every match, each once for each author, or once without one."""
    signed = signed_matches(graph)
    said = {(one.origin, one.relation, one.target) for one in signed}
    plain = [
        Match(origin, relation, target)
        for relation, predicate in MATCHES.items()
        for origin, target in graph.subject_objects(predicate)
        if (origin, relation, target) not in said
    ]
    return signed + plain


def signed_matches(graph: Graph) -> list[Match]:
    """Return the matches that an rdf:Statement gives an author and a day."""
    found: list[Match] = []
    for node in graph.subjects(RDF.type, RDF.Statement):
        relation = RELATIONS.get(graph.value(node, RDF.predicate))
        origin, target = graph.value(node, RDF.subject), graph.value(node, RDF.object)
        if relation and origin is not None and target is not None:
            made_on = value(graph, node, DCTERMS.created)
            found.append(
                Match(
                    origin,
                    relation,
                    target,
                    author=value(graph, node, DCTERMS.creator),
                    made_on=day(made_on, f"The mapping of {origin}") if made_on else None,
                    note=value(graph, node, SKOS.note),
                )
            )
    return found


def mappings(
    graph: Graph, terms: Mapping[Node, Term], authors: Mapping[str, str], unsigned: Unsigned
) -> tuple[list[MappingRecord], list[str]]:
    """Return the mappings of the file's concepts, and a sentence for each that leads nowhere.

    ``authors`` are the schemes' authors, who answer for a match without one.
    """
    found: list[MappingRecord] = []
    left_out: list[str] = []
    for match in matches(graph):
        origin = terms.get(match.origin) or term_in(str(match.origin))
        target = terms.get(match.target) or term_in(str(match.target))
        if not origin or not target:
            left_out.append(f"The match of {match.origin} with {match.target} leads out of reach.")
            continue
        author = match.author or unsigned.author or authors.get(origin[0], "")
        if not author:
            raise VocabularyError(f"The mapping of {match.origin} has no author; name one.")
        made_on = match.made_on or unsigned.on
        found.append(MappingRecord(*origin, *target, author, match.relation, made_on, match.note))
    return sorted(found), sorted(left_out)


def definitions(
    graph: Graph, concept: Node, author: str, unsigned: Unsigned
) -> tuple[DefinitionRecord, ...]:
    """Return what owners say a concept means; plain texts belong to ``author``."""
    found = [
        DefinitionRecord(author, language, unsigned.on, text)
        for language, text in literals(graph, concept, SKOS.definition)
    ]
    for node in graph.objects(concept, SKOS.definition):
        if not isinstance(node, Literal):
            found += owned_definitions(graph, node, author, unsigned)
    return tuple(sorted(found))


def owned_definitions(
    graph: Graph, node: Node, author: str, unsigned: Unsigned
) -> list[DefinitionRecord]:
    """Return the texts of a definition that is a resource of its own."""
    owner = value(graph, node, DCTERMS.creator) or author
    dated = value(graph, node, DCTERMS.date)
    on = day(dated, f"The definition {node}") if dated else unsigned.on
    source = value(graph, node, DCTERMS.source)
    return [
        DefinitionRecord(
            owner, (one.language or UNKNOWN_LANGUAGE).lower(), on, clean(str(one)), source
        )
        for one in graph.objects(node, RDF.value)
        if isinstance(one, Literal)
    ]
