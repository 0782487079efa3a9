"""A shape, a fill and a colour for each sphere, so that colour is never alone in telling them."""

from collections.abc import Iterable

from actionfields.report.lettering import lettered
from actionfields.report.markup import Html, html

# Colours that stay apart for most colour-blind readers, and in grey by shape.
COLOURS = ("#0b6e69", "#b4531a", "#35478c", "#8a6d00", "#8c2f5d", "#4b5563", "#2f6b2f", "#5b3a8c")
POINTS = (
    "",  # a circle
    "-7,-7 7,-7 7,7 -7,7",
    "0,-9 8.5,6.5 -8.5,6.5",
    "0,-9.5 9.5,0 0,9.5 -9.5,0",
    "-4.5,-8 4.5,-8 9,0 4.5,8 -4.5,8 -9,0",
    "-3,-9 3,-9 3,-3 9,-3 9,3 3,3 3,9 -3,9 -3,3 -9,3 -9,-3 -3,-3",
    "0,9 8.5,-6.5 -8.5,-6.5",
    "0,-9.5 9,-3 5.6,7.7 -5.6,7.7 -9,-3",
)


def order_of(spheres: Iterable[str]) -> dict[str, int]:
    """A number for each sphere; the same for the whole page."""
    return {one: place for place, one in enumerate(dict.fromkeys(spheres))}


def shape(number: int, x: float, y: float, *, hollow: bool, faint: bool = False) -> Html:
    """The mark of one actor: hollow where its sphere is in doubt, faint without a tie here."""
    colour = "#9aa3ab" if faint else COLOURS[number % len(COLOURS)]
    look = {
        "fill": "#ffffff" if hollow or faint else colour,
        "stroke": colour,
        "stroke_width": "1" if faint else "2",
        "transform": f"translate({x:.1f} {y:.1f})",
    }
    points = POINTS[number % len(POINTS)]
    return html("polygon", points=points, **look) if points else html("circle", r="7.5", **look)


def key(names: dict[str, int], labels: dict[str, str], doubtful: str) -> Html:
    """The legend of shapes, as a drawing of its own."""
    rows = [*((labels[one], number, False) for one, number in names.items()), (doubtful, 0, True)]
    parts = []
    for place, (label, number, hollow) in enumerate(rows):
        x, y = 14 + place % 3 * 230, 16 + place // 3 * 26
        parts += [shape(number, x, y, hollow=hollow), lettered(label, x + 16, y, 32)]
    high = 26 * ((len(rows) + 2) // 3) + 8
    return html(
        "svg",
        *parts,
        viewBox=f"0 0 700 {high}",
        width=700,
        height=high,
        role="img",
        aria_label=", ".join(label for label, _, _ in rows),
    )
