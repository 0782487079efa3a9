"""A network as a drawing: ties bend inwards, dashed where derived, dotted where planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from actionfields.report.layout import WIDE, Layout, Spot
from actionfields.report.lettering import lettered
from actionfields.report.markup import Html, html
from actionfields.report.shapes import shape

INK = "#33434d"
DASHES = {"explicit": None, "derived": "7 4", "prospective": "1.5 5"}
GAP = 12  # between a tie's end and the middle of its actor


@dataclass(frozen=True, slots=True)
class Line:
    """A tie to draw; ``look`` is explicit, derived or prospective."""

    one: str
    other: str
    look: str
    directed: bool
    weight: int
    title: str


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor to draw; ``here`` is False for one that has ties in other periods only."""

    actor: str
    name: str
    sphere: int
    unsure: bool
    here: bool


def drawing(ident: str, title: str, at: Layout, dots: Iterable[Dot], lines: Iterable[Line]) -> Html:
    """The whole drawing; names are texts, so it can be searched and read aloud."""
    return html(
        "svg",
        html("title", title, id=f"{ident}-t"),
        html("defs", arrow(ident)),
        *(tie(ident, at, one) for one in lines),
        *(actor(at.spots[one.actor], one) for one in dots),
        viewBox=f"0 0 {WIDE} {at.height:.0f}",
        width=WIDE,
        height=f"{at.height:.0f}",
        role="img",
        aria_labelledby=f"{ident}-t",
        class_="network",
    )


def arrow(ident: str) -> Html:
    """The head of a directed tie."""
    return html(
        "marker",
        html("path", d="M0,0 L9,4.5 L0,9 z", fill=INK),
        id=f"{ident}-a",
        viewBox="0 0 9 9",
        refX=8,
        refY="4.5",
        markerWidth=9,
        markerHeight=9,
        orient="auto",
        markerUnits="userSpaceOnUse",
    )


def tie(ident: str, at: Layout, line: Line) -> Html:
    """One tie as a curve from edge to edge of its actors."""
    start, end = at.spots[line.one], at.spots[line.other]
    bend = bent(at, start, end)
    first, last = short_of(start, bend), short_of(end, bend)
    path = (
        f"M{first[0]:.1f},{first[1]:.1f} Q{bend[0]:.1f},{bend[1]:.1f} {last[0]:.1f},{last[1]:.1f}"
    )
    return html(
        "path",
        html("title", line.title),
        d=path,
        fill="none",
        stroke=INK,
        stroke_linecap="round",
        stroke_width=f"{min(1.3 + 0.7 * (line.weight - 1), 4):.1f}",
        stroke_opacity="0.75",
        stroke_dasharray=DASHES[line.look],
        marker_end=f"url(#{ident}-a)" if line.directed else None,
    )


def bent(at: Layout, start: Spot, end: Spot) -> tuple[float, float]:
    """The point a tie bends towards: between its middle and the drawing's."""
    x, y = at.middle
    return ((start.x + end.x) / 2 * 0.45 + x * 0.55, (start.y + end.y) / 2 * 0.7 + y * 0.3)


def short_of(spot: Spot, bend: tuple[float, float]) -> tuple[float, float]:
    """A point a little before an actor, seen from the bend."""
    away = (bend[0] - spot.x, bend[1] - spot.y)
    far = max(hypot(*away), 1)
    part = min(GAP / far, 0.45)
    return spot.x + away[0] * part, spot.y + away[1] * part


def actor(spot: Spot, dot: Dot) -> Html:
    """One actor with its name on the outer side."""
    name = lettered(
        dot.name,
        spot.x + spot.side * 15,
        spot.y,
        34,
        text_anchor="start" if spot.side == 1 else "end",
        fill="#16232b" if dot.here else "#6b757d",
    )
    mark = shape(dot.sphere, spot.x, spot.y, hollow=dot.unsure, faint=not dot.here)
    return html("g", html("title", dot.name), mark, name)
