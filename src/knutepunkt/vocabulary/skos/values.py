"""Takes texts out of an RDF graph, in an order that does not depend on the graph."""

from rdflib import Graph, Literal
from rdflib.term import Node

from knutepunkt.vocabulary.reading import clean
from knutepunkt.vocabulary.records import Texts

UNKNOWN_LANGUAGE = "und"


def literals(graph: Graph, subject: Node, predicate: Node) -> list[tuple[str, str]]:
    """Return the (language, text) pairs said of a subject, sorted; ``und`` without a language."""
    found = [one for one in graph.objects(subject, predicate) if isinstance(one, Literal)]
    return sorted(((one.language or UNKNOWN_LANGUAGE).lower(), clean(str(one))) for one in found)


def texts(graph: Graph, subject: Node, predicate: Node) -> Texts:
    """Return one text for each language; several become paragraphs of one."""
    joined: dict[str, list[str]] = {}
    for language, text in literals(graph, subject, predicate):
        if text:
            joined.setdefault(language, []).append(text)
    return tuple((language, "\n\n".join(parts)) for language, parts in sorted(joined.items()))


def value(graph: Graph, subject: Node, predicate: Node) -> str:
    """Return the one text or address said of a subject, the first by letter if there are more."""
    return clean(raw_value(graph, subject, predicate))


def raw_value(graph: Graph, subject: Node, predicate: Node) -> str:
    """Return the same as ``value``, letter by letter."""
    return min((str(one) for one in graph.objects(subject, predicate)), default="")
