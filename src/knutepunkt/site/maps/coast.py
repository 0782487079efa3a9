"""The coast in a box of the map's plane, in the units of the picture.

There are two. ``coast`` shows the countries around as they are seen from afar, with their borders;
``shore`` shows Norway and its lakes from near by.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knutepunkt.site.maps.plane import Box, Point, thinned

DATA = Path(__file__).parents[1] / "data"
UNITS = 50  # In a kilometre, of what the files hold.
WIDTH = 640
NEAR = 160.0  # Kilometres across; what is wider shows the coast from afar.
SEEN, FINEST, EDGE = 2, 0.8, 3  # Units of the picture.
Ring = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Rings:
    """Rings of points in kilometres on the plane; ``lows`` and ``highs`` are their corners."""

    rings: list[Ring]
    lows: Ring
    highs: Ring

    def within(self, box: Box, least: float = 0.0) -> Iterator[Ring]:
        """The parts in a box of those rings that are at least so many kilometres long."""
        low, high = np.array(box[:2]), np.array(box[2:])
        met = ((self.highs >= low) & (self.lows <= high)).all(axis=1)
        is_seen = (self.highs - self.lows).max(axis=1) >= least
        for number in (met & is_seen).nonzero()[0].tolist():
            ring = self.rings[number]
            is_whole = (self.lows[number] >= low).all() and (self.highs[number] <= high).all()
            yield ring if is_whole else cut(ring, box)


@cache
def rings(name: str) -> Rings:
    """One of the coasts, as `make basemap` wrote it."""
    with np.load(DATA / f"{name}.npz") as file:
        points, ends = file["steps"].cumsum(axis=0) / UNITS, file["ends"]
    found = np.split(points, ends[:-1])
    corners = [[side(ring, axis=0) for ring in found] for side in (np.min, np.max)]
    return Rings(found, *map(np.array, corners))


def placed(point: Point, box: Box) -> Point:
    """A point of the plane in the units of the picture."""
    scale = WIDTH / (box[2] - box[0])
    return round((point[0] - box[0]) * scale, 1), round((point[1] - box[1]) * scale, 1)


@lru_cache(maxsize=64)
def kept_land(box: Box) -> str:
    """The coast in the box of the country or a county. Others depend on what somebody asked, and
    are never kept."""
    return land(box)


def land(box: Box) -> str:
    """The coast in a box as the path of an SVG, no finer than can be seen there.

    Where it is cut lies outside the picture, so that no line is drawn along its edge.
    """
    width = box[2] - box[0]
    scale, edge = WIDTH / width, EDGE * width / WIDTH
    wider = (box[0] - edge, box[1] - edge, box[2] + edge, box[3] + edge)
    seen = rings("shore" if width < NEAR else "coast").within(wider, SEEN / scale)
    return "".join(path((ring - np.array(box[:2])) * scale) for ring in seen)


def path(ring: Ring) -> str:
    """A ring in the units of the picture as part of a path; "" for one too small to see."""
    whole = np.rint(ring).astype(int)
    moved = (whole != np.roll(whole, 1, axis=0)).any(axis=1)
    points = thinned([(x, y) for x, y in whole[moved].tolist()], FINEST) if moved.any() else []
    if len(points) < 4:
        return ""
    (left, top), steps = points[0], np.diff(points, axis=0).tolist()
    return f"M{left},{top}l" + " ".join([f"{across},{down}" for across, down in steps]) + "z"


def cut(ring: Ring, box: Box) -> Ring:
    """A ring within a box, edge by edge (Sutherland and Hodgman 1974)."""
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        ring = beyond(ring, axis, bound, sign)
    return ring


def beyond(ring: Ring, axis: int, bound: float, sign: int) -> Ring:
    """The part of a ring on one side of a line: its points there, and where it crosses over."""
    is_in = sign * (ring[:, axis] - bound) >= 0
    if is_in.all() or not is_in.any():
        return ring[is_in]
    starts = np.roll(ring, 1, axis=0)
    crosses = is_in != np.roll(is_in, 1)
    over, begun = ring[crosses], starts[crosses]
    part = (bound - begun[:, axis]) / (over[:, axis] - begun[:, axis])
    after = np.cumsum(crosses.astype(int) + is_in)  # Where each edge's points end.
    found = np.empty((after[-1], 2))
    found[(after - is_in - 1)[crosses]] = begun + part[:, None] * (over - begun)
    found[after[is_in] - 1] = ring[is_in]
    return found
