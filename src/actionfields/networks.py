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
    directed = any(rows.matching("directed", bool).tolist())
    graph: Graph = nx.DiGraph() if directed else nx.Graph()
    graph.graph |= facts(rows, kind, status)
    graph.add_edges_from((*pair, edge) for pair, edge in edges(rows, directed=directed).items())
    describe(graph, actors)
    return graph


def facts(rows: Table[Tie], kind: str, status: str | None) -> dict[str, Any]:
    """What must be known of a network before a number is read off it."""
    ends = zip(rows.values("source_actor"), rows.values("target_actor"), strict=True)
    loops = [place for place, (one, other) in enumerate(ends) if one == other]
    return {
        "kind": kind,
        "status": status,
        "periods": sorted(set(rows.values("period"))),
        "derived": bool(rows.matching("basis", lambda basis: basis == DERIVED).any()),
        "self_ties": [rows[place].tie_id for place in loops],
    }


def edges(rows: Table[Tie], *, directed: bool) -> dict[tuple[str, str], dict[str, Any]]:
    """What is known of each pair; a tie without direction goes both ways among those that have one.

    Taken by column, since a record for each of a million ties would take a minute.
    """
    heads = ("source_actor", "target_actor", "tie_id", "directed")
    derived = rows.matching("basis", lambda basis: basis == DERIVED).tolist()
    found: dict[tuple[str, str], dict[str, Any]] = {}
    columns = (rows.values(head) for head in heads)
    for one, other, tie, goes, implied in zip(*columns, derived, strict=True):
        if one == other:
            continue
        # Without directions a pair is written one way only.
        pair = (one, other) if directed or one < other else (other, one)
        for way in (pair, pair[::-1]) if directed and not goes else (pair,):
            edge = found.get(way)
            if edge is None:
                edge = found[way] = {"weight": 0, "ties": [], "derived": False}
            edge["weight"] += 1
            edge["ties"].append(tie)
            edge["derived"] |= implied
    return found


def describe(graph: Graph, actors: Table[Any]) -> None:
    """Write on each node what is known of its actor."""
    heads = ("actor_id", "name", "sphere", "sphere_uncertain", "actor_type")
    here = actors.take(actors.matching("actor_id", graph.__contains__))
    columns = (here.values(head) for head in heads)
    for actor, name, sphere, uncertain, kind in zip(*columns, strict=True):
        graph.nodes[actor].update(
            name=name, sphere=sphere, sphere_uncertain=uncertain, collective=kind == COLLECTIVE
        )
