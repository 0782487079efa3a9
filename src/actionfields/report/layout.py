"""Where each actor stands in a drawing: the same place in every period, and room for its name.

Actors stand round an oval, neighbours by sphere, so that ties that cross spheres cross the middle.
Heights are even on each side, so names beside it cannot meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

WIDE, ROW, MARGIN = 700, 33, 26
REACH = 118  # from the middle to the outermost actor


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and the side on which the name stands: 1 to the right, −1 to the left."""

    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The spots of the actors and the height they take."""

    spots: dict[str, Spot]
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point that ties bend towards."""
        return WIDE / 2, self.height / 2


def layout(actors: Sequence[str]) -> Layout:
    """Spots for actors in their order: down the right side, then up the left.

    >>> layout(["a", "b"]).spots["a"].side
    1
    """
    half = (len(actors) + 1) // 2
    height = max(half, 1) * ROW + 2 * MARGIN
    spots = {}
    for place, actor in enumerate(actors):
        side = 1 if place < half else -1
        count = half if side == 1 else len(actors) - half
        row = place if side == 1 else len(actors) - 1 - place
        y = height / 2 + (row - (count - 1) / 2) * ROW
        spots[actor] = Spot(WIDE / 2 + side * REACH * across(y, height), y, side)
    return Layout(spots, height)


def across(y: float, height: float) -> float:
    """How far out the oval is at a height, 0 to 1; never so near the middle that sides meet."""
    out = 2 * (y - height / 2) / (height + ROW)
    return max(sqrt(max(1 - out * out, 0)), 0.35)
