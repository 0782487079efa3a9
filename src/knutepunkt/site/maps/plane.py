"""The map's plane: kilometres east and south, by Lambert's conformal conic projection.

Two standard parallels fit Norway: Snyder, *Map Projections: A Working Manual* (USGS 1395, 1987),
equations 15-1 to 15-3 for the sphere. Shapes are true and distances within two per cent.

>>> [round(part) for part in on_plane(63.43, 10.39)]
[-228, 166]
"""

from math import cos, hypot, log, pi, radians, sin, tan

EARTH_RADIUS_KM = 6371.0088
NEAR, FAR = radians(60), radians(70)
MIDDLE_LATITUDE, MIDDLE_LONGITUDE = radians(65), radians(15)
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def slope(latitude: float) -> float:
    return tan(pi / 4 + latitude / 2)


CONE = log(cos(NEAR) / cos(FAR)) / log(slope(FAR) / slope(NEAR))
SCALE = EARTH_RADIUS_KM * cos(NEAR) * slope(NEAR) ** CONE / CONE
MIDDLE = SCALE / slope(MIDDLE_LATITUDE) ** CONE


def on_plane(latitude: float, longitude: float) -> Point:
    """A point in degrees as (east, south) in kilometres from 65° N 15° E."""
    radius = SCALE / slope(radians(latitude)) ** CONE
    turn = CONE * (radians(longitude) - MIDDLE_LONGITUDE)
    return radius * sin(turn), radius * cos(turn) - MIDDLE


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """The points without those nearer than ``tolerance`` to the line between others.

    Douglas and Peucker (1973); a ring keeps its ends.
    """
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = tolerance, 0
        for number in range(first + 1, last):
            away = distance(points[number], points[first], points[last])
            if away > far:
                far, at = away, number
        if at:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a stretch."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    part = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length
    part = min(1.0, max(0.0, part))
    return hypot(point[0] - start[0] - part * across, point[1] - start[1] - part * down)
