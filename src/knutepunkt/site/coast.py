"""The coast in a box of the map's plane, in the units of the picture."""

import json
from functools import cache, lru_cache
from pathlib import Path

from knutepunkt.site.plane import Box, Point, thinned

COAST = Path(__file__).with_name("data") / "coast.json"
WIDTH = 640


def placed(point: Point, box: Box) -> Point:
    """A point of the plane in the units of the picture."""
    scale = WIDTH / (box[2] - box[0])
    return round((point[0] - box[0]) * scale, 1), round((point[1] - box[1]) * scale, 1)


@cache
def coast() -> list[list[Point]]:
    """The rings of the coast, as `make basemap` wrote them."""
    return [[(x, y) for x, y in ring] for ring in json.loads(COAST.read_text(encoding="utf-8"))]


@lru_cache(maxsize=64)
def kept_land(box: Box) -> str:
    """The coast in the box of the country or a county. Others depend on what somebody asked, and
    are never kept."""
    return land(box)


def land(box: Box) -> str:
    """The coast in a box as the path of an SVG, no finer than can be seen there."""
    scale = WIDTH / (box[2] - box[0])
    parts = []
    for ring in coast():
        inside = cut(ring, box)
        if len(inside) < 3:
            continue
        flat = [placed(point, box) for point in thinned(inside, 1.2 / scale)]
        if len(flat) > 3:
            parts.append("M" + " ".join(f"{round(x)},{round(y)}" for x, y in flat) + "Z")
    return "".join(parts)


def cut(ring: list[Point], box: Box) -> list[Point]:
    """A ring within a box, edge by edge (Sutherland and Hodgman 1974)."""
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        ring = beyond(ring, axis, bound, sign)
        if not ring:
            return []
    return ring


def beyond(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line."""
    found: list[Point] = []
    for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
        starts_in, ends_in = sign * (start[axis] - bound) >= 0, sign * (end[axis] - bound) >= 0
        if starts_in != ends_in:
            part = (bound - start[axis]) / (end[axis] - start[axis])
            found.append(
                (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
            )
        if ends_in:
            found.append(end)
    return found
