"""Ties as graphs: one kind at a time, with what they rest on written on the graph."""

from typing import Any, TypeAlias

import networkx as nx

from actionfields.errors import RefusedError
from actionfields.records import Tie
from actionfields.records.deeds import DERIVED, REPORTED
from actionfields.records.people import COLLECTIVE
from actionfields.tables import Table

Graph: TypeAlias = nx.Graph  # a DiGraph where a tie of the kind has a direction


def network(
    ties: Table[Tie], actors: Table[Any], kind: str, status: str | None = REPORTED
) -> Graph:
    """The ties of one kind as a graph whose nodes are the actors that have one.

    Several rows between the same two actors become one edge, with their ids in ``ties`` and their
    number in ``weight``. A tie of a collective to itself is left out and told of. The graph says:

    - ``kind``, ``periods``, ``status``: what was asked for and found
    - ``derived``: True when a tie follows from an event's list, so that nobody reported it
    - ``self_ties``: the ids of the ties left out

    Actors without a tie are not in the graph: no row is not «no». Raises RefusedError when several
    kinds would be pooled.
    """
    if "*" in kind:
        raise RefusedError("kinds of tie are never pooled; ask for one at a time.")
    rows = ties.where(kind=kind, **({"status": status} if status else {}))
    directed = any(rows.values("directed"))
    graph: Graph = nx.DiGraph() if directed else nx.Graph()
    graph.graph |= facts(rows, kind, status)
    for tie in rows:
        if tie.source_actor != tie.target_actor:
            join(graph, tie, directed=directed)
    describe(graph, actors)
    return graph


def facts(rows: Table[Tie], kind: str, status: str | None) -> dict[str, Any]:
    """What must be known of a network before a number is read off it."""
    return {
        "kind": kind,
        "status": status,
        "periods": sorted(set(rows.values("period"))),
        "derived": DERIVED in rows.values("basis"),
        "self_ties": [tie.tie_id for tie in rows if tie.source_actor == tie.target_actor],
    }


def join(graph: Graph, tie: Tie, *, directed: bool) -> None:
    """Draw a tie; one without direction goes both ways in a network that has directions."""
    both = [(tie.source_actor, tie.target_actor)]
    both += [(tie.target_actor, tie.source_actor)] if directed and not tie.directed else []
    for one, other in both:
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=0, ties=[], derived=False)
        edge = graph.edges[one, other]
        edge["weight"] += 1
        edge["ties"].append(tie.tie_id)
        edge["derived"] |= tie.basis == DERIVED


def describe(graph: Graph, actors: Table[Any]) -> None:
    """Write on each node what is known of its actor."""
    for actor in actors.where(actor_id=set(graph)):
        graph.nodes[actor.actor_id].update(
            name=actor.name,
            sphere=actor.sphere,
            sphere_uncertain=actor.sphere_uncertain,
            collective=actor.actor_type == COLLECTIVE,
        )
