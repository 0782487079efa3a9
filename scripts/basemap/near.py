"""The shore as it is seen from near by, from npm's @geo-maps/earth-lands-100m (OpenStreetMap).

The data is © OpenStreetMap contributors, under the Open Database License; so is what is made of it.
It errs by a hundred metres at most. Lakes are holes in the land.
"""

import io
import json
import tarfile
from collections.abc import Iterator
from itertools import groupby, product
from math import floor

import numpy as np

from knutepunkt import gazetteer
from knutepunkt.site.maps.coast import Ring, cut
from knutepunkt.site.maps.plane import Box, Point, on_plane, thinned

AROUND: Box = (-650.0, -850.0, 700.0, 850.0)
CELL = 25.0  # Kilometres.
CELLS_AROUND = 2
ISLAND, LAKE = 0.1, 0.5  # Square kilometres at least.
NEAR_TOLERANCE, FAR_TOLERANCE = 0.03, 1.5
Cell = tuple[int, int]


def shore(package: bytes) -> list[list[Point]]:
    """The rings on the plane: fine where people live in Norway, coarse elsewhere."""
    near = cells_with_people()
    found = []
    for polygon in polygons(package):
        for number, ring in enumerate(polygon):
            flat = on_map(ring)
            if area(flat) >= (LAKE if number else ISLAND) and any(cell(p) in near for p in flat):
                found.append(simpler(flat, near))
    return sorted(found, key=len, reverse=True)


def polygons(package: bytes) -> Iterator[list[list[Point]]]:
    """The rings of each polygon of the package in degrees (longitude, latitude)."""
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        file = tar.extractfile("package/map.geo.json")
        assert file is not None  # noqa: S101 - the package would be another one
        for geometry in json.load(file)["geometries"]:
            yield from geometry["coordinates"]


def on_map(ring: list[Point]) -> Ring:
    """The part of a ring around Norway, on the plane."""
    plane = np.array([on_plane(latitude, longitude) for longitude, latitude in ring[:-1]])
    return cut(plane, AROUND)


def area(ring: Ring) -> float:
    """Square kilometres (the surveyor's formula)."""
    xs, ys = ring[:, 0], ring[:, 1]
    return abs(float(xs @ np.roll(ys, 1) - ys @ np.roll(xs, 1))) / 2


def cell(point: Ring) -> Cell:
    """The square that a point lies in."""
    return floor(point[0] / CELL), floor(point[1] / CELL)


def cells_with_people() -> set[Cell]:
    """The squares around the centres of municipalities."""
    centres = [cell(np.array(on_plane(one.latitude, one.longitude)))
               for one in gazetteer.municipalities()]  # fmt: skip
    steps = range(-CELLS_AROUND, CELLS_AROUND + 1)
    return {(x + across, y + down) for x, y in centres for across, down in product(steps, steps)}


def simpler(ring: Ring, near: set[Cell]) -> list[Point]:
    """A ring with fewer points, far fewer where nobody is near."""
    found: list[Point] = []
    for is_near, run in groupby(ring, lambda point: cell(point) in near):
        points = [(float(x), float(y)) for x, y in run]
        found += thinned(points, NEAR_TOLERANCE if is_near else FAR_TOLERANCE)
    return found
