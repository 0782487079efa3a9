"""The coast as it is seen from afar, from npm's world-atlas (Natural Earth, 1:10 million).

Natural Earth is in the public domain; the package is under the ISC licence.
"""

import io
import json
import tarfile
from collections.abc import Iterator
from itertools import accumulate

from knutepunkt.site.maps.plane import Point, on_plane, thinned

COUNTRIES = {"578": "Norway", "752": "Sweden", "246": "Finland", "208": "Denmark", "643": "Russia"}
WEST, EAST, SOUTH, NORTH = 2.0, 36.0, 56.5, 72.5
TOLERANCE = 0.6
SMALLEST = 5


def world(package: bytes) -> dict[str, object]:
    """The topology of the package's finest countries."""
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        file = tar.extractfile("package/countries-10m.json")
        assert file is not None  # noqa: S101 - the package would be another one
        found: dict[str, object] = json.load(file)
        return found


def arcs(topology: dict) -> list[list[Point]]:  # type: ignore[type-arg]
    """Every arc in degrees (longitude, latitude): delta-encoded integers, scaled and moved."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [(x * kx + dx, y * ky + dy)
         for x, y in accumulate(arc, lambda at, by: (at[0] + by[0], at[1] + by[1]))]
        for arc in topology["arcs"]
    ]  # fmt: skip


def rings(topology: dict) -> Iterator[list[Point]]:  # type: ignore[type-arg]
    """The outer ring of each polygon of the countries around."""
    known = arcs(topology)
    for country in topology["objects"]["countries"]["geometries"]:
        if country.get("id") in COUNTRIES:
            polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            for polygon in polygons:
                yield ring(polygon[0], known)


def ring(numbers: list[int], known: list[list[Point]]) -> list[Point]:
    """Arcs joined end to end; a number below zero is an arc backwards (TopoJSON, 2.1.4)."""
    joined: list[Point] = []
    for number in numbers:
        arc = known[number] if number >= 0 else known[~number][::-1]
        joined += arc[1:] if joined else arc
    return joined


def is_near(point: Point) -> bool:
    """Say whether a point is on the map."""
    return WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH


def coast(package: bytes) -> list[list[Point]]:
    """The rings on the plane, without what is far away or too small to see."""
    found = []
    for one in rings(world(package)):
        near = [point for point in one if is_near(point)]
        if len(near) < SMALLEST:
            continue
        flat = thinned([on_plane(latitude, longitude) for longitude, latitude in near], TOLERANCE)
        if len(flat) >= SMALLEST:
            found.append(flat)
    return sorted(found, key=len, reverse=True)
