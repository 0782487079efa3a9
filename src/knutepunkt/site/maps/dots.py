"""The dots of a map: what lies together is one, and none lies on another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from math import hypot, sqrt
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from knutepunkt.alphabet import in_order
from knutepunkt.site.maps.plane import Point

SQUARE = 48
STEPS = 60


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on the map, in its own units, with what it says and where it leads."""

    x: float
    y: float
    radius: float
    number: int
    told: str
    url: str
    is_area: bool = False


class Cluster(NamedTuple):
    """What lies in one square of the picture: ``at`` its first point, ``points`` in degrees.

    A group that meets at several of them has its name there once.
    """

    at: Point
    is_area: bool
    points: list[Point]
    names: dict[str, str]


def clustered(
    found: list[tuple[Point, bool, dict[str, Any]]], at: list[Point]
) -> Iterable[Cluster]:
    """Points in degrees with the groups there, by where they are ``at`` on the picture."""
    squares: dict[tuple[int, int, bool], Cluster] = {}
    for (point, is_area, group), (x, y) in zip(found, at, strict=True):
        square = (int(x // SQUARE), int(y // SQUARE), is_area)
        there = squares.setdefault(square, Cluster((x, y), is_area, [], {}))
        there.points.append(point)
        there.names[group["id"]] = group["name"]
    return squares.values()


def told_of(names: list[str]) -> str:
    """The first names at a point, and how many more."""
    told = ", ".join(dict.fromkeys(sorted(names, key=in_order)[:3]))
    return told if len(names) <= 3 else _("%(names)s og %(more)d til") % {
        "names": told, "more": len(names) - 3,
    }  # fmt: skip


def radius(number: int) -> float:
    """Large enough to press, and a little larger for more.

    On a phone a map is 34 rem wide, so 44 pixels are 52 of its own.
    """
    return round(26 + min(10.0, sqrt(number) * 1.1), 1)


def apart(dots: list[Dot], width: int, height: int) -> list[Dot]:
    """The dots, moved so that none lies on another: each pair that does is pushed asunder, but not
    over the edge."""
    at = [[dot.x, dot.y] for dot in dots]
    for _step in range(STEPS):
        moved = False
        for (one, dot), (two, other) in combinations(enumerate(dots), 2):
            across, down = at[two][0] - at[one][0], at[two][1] - at[one][1]
            far, least = hypot(across, down) or 0.01, dot.radius + other.radius + 2
            if far < least:
                push, moved = (least - far) / 2 / far, True
                for number, sign in ((one, -push), (two, push)):
                    at[number][0] += sign * (across or 0.01)
                    at[number][1] += sign * down
        for place, dot in zip(at, dots, strict=True):
            for axis, end in enumerate((width, height)):
                place[axis] = min(max(place[axis], dot.radius), end - dot.radius)
        if not moved:
            break
    return [
        replace(dot, x=round(x, 1), y=round(y, 1)) for dot, (x, y) in zip(dots, at, strict=True)
    ]
