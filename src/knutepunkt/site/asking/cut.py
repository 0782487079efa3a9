"""A part of the map as a question holds it: south, west, north and east in degrees."""

from collections.abc import Iterable

from knutepunkt.search.query import Box, is_box

# Five decimals are a metre; a little more than that around, so that rounding leaves nobody out.
DECIMALS = 5
EDGE = 0.00002


def cut_around(points: Iterable[tuple[float, float]]) -> str:
    """The least part of the map that holds some points (latitude, longitude) in degrees.

    >>> cut_around([(59.9, 10.7), (59.95, 10.8)])
    '59.89998,10.69998,59.95002,10.80002'
    """
    latitudes, longitudes = zip(*points, strict=True)
    sides = (
        min(latitudes) - EDGE, min(longitudes) - EDGE,
        max(latitudes) + EDGE, max(longitudes) + EDGE,
    )  # fmt: skip
    return ",".join(f"{side:.{DECIMALS}f}" for side in sides)


def box_of(text: str) -> Box | None:
    """The box that a text holds; None for a text that holds none.

    >>> box_of("59.9,10.7,59.95,10.8"), box_of("59.9,10.7"), box_of("95,0,96,nan")
    ((59.9, 10.7, 59.95, 10.8), None, None)
    """
    try:
        south, west, north, east = map(float, text.split(","))
    except ValueError:
        return None
    box = (south, west, north, east)
    return box if is_box(box) else None
