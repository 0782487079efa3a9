"""Parses Turtle and JSON-LD without ever reaching out: no address in a file is followed."""

import json
from typing import Any

from rdflib import Graph

from knutepunkt.vocabulary.errors import VocabularyError

REACHES_OUT = ("@import",)


def turtle_graph(text: str) -> Graph:
    """Return the graph a Turtle text describes. Raises VocabularyError when it is not Turtle."""
    return parsed(text, "turtle", "Turtle")


def json_ld_graph(text: str) -> Graph:
    """Return the graph a JSON-LD text describes, if its context stands in the text itself.

    Raises VocabularyError for text that is not JSON, or that asks for a context elsewhere.
    """
    try:
        document = json.loads(text)
        refuse_remote_contexts(document)
    except (ValueError, RecursionError) as error:
        raise VocabularyError(f"The file is not JSON: {str(error)[:120]}.") from error
    # Written anew, so that what was looked through is what is parsed.
    return parsed(json.dumps(document), "json-ld", "JSON-LD")


def refuse_remote_contexts(node: Any) -> None:
    """Refuse any context that is an address, however deep it stands."""
    if isinstance(node, list):
        for one in node:
            refuse_remote_contexts(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in REACHES_OUT or (key == "@context" and not stands_here(value)):
                raise VocabularyError(
                    "The file asks for a context at another address, which we never fetch; "
                    "write the context into the file."
                )
            refuse_remote_contexts(value)


def stands_here(context: Any) -> bool:
    """Whether a context is written out: a table, null, or a list of such."""
    if isinstance(context, list):
        return all(stands_here(one) for one in context)
    return context is None or isinstance(context, dict)


def parsed(text: str, form: str, name: str) -> Graph:
    """Return the parsed graph, with every fault of the parser as one sentence."""
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format=form)
    except RecursionError as error:
        raise VocabularyError(f"The file is nested too deeply to be {name}.") from error
    # The parsers raise whatever their inner steps raise, down to IndexError and AssertionError.
    except Exception as error:
        raise VocabularyError(f"The file is not {name}: {first_lines(error)}.") from error
    refuse_half_letters(graph)
    return graph


def refuse_half_letters(graph: Graph) -> None:
    """Refuse lone surrogates, which an escape can smuggle in and nothing can print or store."""
    try:
        for triple in graph:
            "".join(map(str, triple)).encode()
    except UnicodeEncodeError as error:
        raise VocabularyError("The file has half a letter in an escape; mend it.") from error


def first_lines(error: Exception) -> str:
    """Return the first two lines of what a parser says, as one and short enough to read."""
    lines = str(error).replace(" of <>", "").split("\n")[:2]
    return " ".join(lines).strip()[:160].rstrip(".: ") or type(error).__name__
