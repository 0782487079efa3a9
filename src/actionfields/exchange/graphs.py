"""Ties for drawing programs: GEXF 1.3 with time, and GraphML; every row is an edge of its own.

Kinds lie side by side and are not pooled: each edge names its kind, and has the tie's own id, since
programs drop edges whose ids repeat.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from actionfields.edtf import Moment
from actionfields.exchange.refi.xml import writable
from actionfields.field import Field
from actionfields.records import Actor, Tie

GEXF, GRAPHML = "http://gexf.net/1.3", "http://graphml.graphdrawing.org/xmlns"
ACTOR = ("actor_type", "sphere", "sphere_uncertain", "level", "periods")
TIE = ("kind", "period", "status", "basis", "event_id", "source_id", "certainty", "page")
LOSSES = ("a graph holds actors and ties only; statements, findings and sources stay behind.",)
SIDE_BY_SIDE = "ties of every kind lie side by side: filter on «kind» before anything is measured."


def write_gexf(data: Field) -> tuple[bytes, list[str]]:
    """Actors and ties with the time they lie in, as far as it is known."""
    made = etree.Element(f"{{{GEXF}}}gexf", nsmap={None: GEXF}, version="1.3")
    meta = inside(made, "meta")
    inside(meta, "creator", text="actionfields")
    inside(meta, "description", text=SIDE_BY_SIDE)
    graph = inside(
        made,
        "graph",
        defaultedgetype="undirected",
        mode="dynamic",
        timeformat="date",
        timerepresentation="interval",
    )
    for owner, names in (("node", ACTOR), ("edge", TIE)):
        box = inside(graph, "attributes", **{"class": owner})
        for name in names:
            inside(box, "attribute", id=f"{owner}_{name}", title=name, type="string")
    nodes, edges = inside(graph, "nodes"), inside(graph, "edges")
    for actor in data.actors:
        valued(
            inside(nodes, "node", id=actor.actor_id, label=actor.name or actor.actor_id),
            "node",
            actor,
        )
    whens = {one.period: one.when for one in data.periods}
    undated = 0
    for tie in data.ties:
        span = dict(bounds(tie.when or whens[tie.period]))
        undated += not span
        edge = inside(
            edges,
            "edge",
            id=tie.tie_id,
            source=tie.source_actor,
            target=tie.target_actor,
            kind=tie.kind,
            label=tie.kind,
            weight="1",
            type="directed" if tie.directed else "undirected",
            **span,
        )
        valued(edge, "edge", tie)
    told = [f"{undated} ties have no date and lie in all time."] if undated else []
    return document(made), [*LOSSES, SIDE_BY_SIDE, *told]


def write_graphml(data: Field) -> tuple[bytes, list[str]]:
    """Actors and ties; the format has no time, so the period stands as text."""
    made = etree.Element(f"{{{GRAPHML}}}graphml", nsmap={None: GRAPHML})
    for owner, names in (("node", ("name", *ACTOR)), ("edge", TIE)):
        for name in names:
            inside(
                made,
                "key",
                id=f"{owner}_{name}",
                **{"for": owner, "attr.name": name, "attr.type": "string"},
            )
    graph = inside(made, "graph", id="field", edgedefault="undirected")
    for actor in data.actors:
        node = inside(graph, "node", id=f"actor-{actor.actor_id}")
        told(node, "node", "name", actor.name)
        for name in ACTOR:
            told(node, "node", name, as_text(getattr(actor, name)))
    for tie in data.ties:
        edge = inside(
            graph,
            "edge",
            id=f"tie-{tie.tie_id}",
            source=f"actor-{tie.source_actor}",
            target=f"actor-{tie.target_actor}",
            directed="true" if tie.directed else "false",
        )
        for name in TIE:
            told(edge, "edge", name, as_text(getattr(tie, name)))
    return document(made), [*LOSSES, SIDE_BY_SIDE, "GraphML has no time: the period is a text."]


def inside(parent: Any, tag: str, /, text: str = "", **attributes: str) -> Any:
    """A new child in the namespace of its parent."""
    space = etree.QName(parent).namespace
    made = etree.SubElement(parent, f"{{{space}}}{tag}")
    for key, value in attributes.items():
        made.set(key, writable(value))
    made.text = writable(text) or None
    return made


def valued(element: Any, owner: str, row: Actor | Tie) -> None:
    """What is known of an actor or a tie, as GEXF has it."""
    box = inside(element, "attvalues")
    for name in ACTOR if owner == "node" else TIE:
        if value := as_text(getattr(row, name)):
            inside(box, "attvalue", value=value, **{"for": f"{owner}_{name}"})
    if not len(box):
        element.remove(box)


def told(element: Any, owner: str, name: str, value: str) -> None:
    """What is known, as GraphML has it."""
    if value:
        inside(element, "data", text=value, key=f"{owner}_{name}")


def as_text(value: Any) -> str:
    """A value as a text."""
    if isinstance(value, tuple):
        return ";".join(value)
    return {True: "1", False: "0"}[value] if isinstance(value, bool) else str(value or "")


def bounds(when: Moment | None) -> Iterator[tuple[str, str]]:
    """The ends of a time that are known."""
    if when and when.first:
        yield "start", when.first.isoformat()
    if when and when.last:
        yield "end", when.last.isoformat()


def document(made: Any) -> bytes:
    """The document as UTF-8."""
    return bytes(etree.tostring(made, xml_declaration=True, encoding="utf-8", pretty_print=True))
