import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt import gazetteer
from knutepunkt.site.maps.coast import Ring, cut, land, path, rings
from knutepunkt.site.maps.plane import Box, on_plane

SIDES = st.tuples(*[st.integers(-50, 50)] * 4).filter(
    lambda one: one[0] < one[2] and one[1] < one[3]
)
CENTRES = {"Oslo": "0301", "Bergen": "4601", "Tromsø": "5501", "Hamar": "3403", "Vadsø": "5607"}


def rectangle(box: tuple[int, int, int, int]) -> Ring:
    west, south, east, north = box
    return np.array([(west, south), (east, south), (east, north), (west, north)], float)


def area(ring: Ring) -> float:
    xs, ys = ring[:, 0], ring[:, 1]
    return abs(float(xs @ np.roll(ys, 1) - ys @ np.roll(xs, 1))) / 2


def around(latitude: float, longitude: float, half: float) -> Box:
    x, y = on_plane(latitude, longitude)
    return (x - half, y - half, x + half, y + half)


def is_land(name: str, latitude: float, longitude: float) -> bool:
    """Count the edges east of a point: an odd number leads out of land (Jordan)."""
    x, y = on_plane(latitude, longitude)
    crossings = 0
    for ring in rings(name).within(around(latitude, longitude, 100)):
        (x1, y1), (x2, y2) = np.roll(ring, 1, axis=0).T, ring.T
        crosses = (y1 > y) != (y2 > y)
        at = x1[crosses] + (y - y1[crosses]) * (x2 - x1)[crosses] / (y2 - y1)[crosses]
        crossings += int((at > x).sum())
    return crossings % 2 == 1


@given(SIDES, SIDES)
def test_what_is_cut_is_as_large_as_what_both_share(
    ring: tuple[int, int, int, int], box: tuple[int, int, int, int]
) -> None:
    across = max(0, min(ring[2], box[2]) - max(ring[0], box[0]))
    down = max(0, min(ring[3], box[3]) - max(ring[1], box[1]))

    found = cut(rectangle(ring), tuple(map(float, box)))  # type: ignore[arg-type]

    assert area(found) == pytest.approx(across * down)


def test_a_bay_is_cut_without_the_water_in_it() -> None:
    u_shape = np.array([(0, 0), (6, 0), (6, 6), (4, 6), (4, 2), (2, 2), (2, 6), (0, 6)], float)

    assert area(cut(u_shape, (-1.0, 3.0, 7.0, 5.0))) == pytest.approx(2 * 2 * 2)


@pytest.mark.parametrize("name", ["coast", "shore"])
def test_the_middle_of_the_north_sea_is_no_land_and_the_mountains_are(name: str) -> None:
    assert [is_land(name, 58.5, 4.5), is_land(name, 61.6, 8.3)] == [False, True]


def test_the_shore_knows_lakes_and_islands() -> None:
    mjosa, bygdoy, oslo_fjord = (60.70, 11.03), (59.907, 10.675), (59.80, 10.57)

    assert [is_land("shore", *place) for place in (mjosa, bygdoy, oslo_fjord)] == [
        False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("place", CENTRES)
def test_the_map_of_a_town_has_land_in_it_and_is_no_heavy_picture(place: str) -> None:
    spot = gazetteer.municipality(CENTRES[place])
    assert spot

    drawn = [len(land(around(spot.latitude, spot.longitude, half))) for half in (12, 70, 300)]

    assert all(200 < size < 40_000 for size in drawn), json.dumps(drawn)


def test_a_ring_too_small_to_see_is_not_drawn() -> None:
    speck = np.array([(0, 0), (0.2, 0), (0.2, 0.2), (0, 0.2)])

    assert (path(speck), path(speck * 100)) == ("", "M0,0l20,0 0,20 -20,0z")
