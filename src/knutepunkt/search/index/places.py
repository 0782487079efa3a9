"""Where the meetings of a segment are: a grid to find them by, and exact distances."""

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knutepunkt.gazetteer.distance import EARTH_RADIUS_KM
from knutepunkt.search.index.storage import Array
from knutepunkt.search.query import Box, Point

BANDS_PER_DEGREE, CELLS_PER_DEGREE = 10, 5
ROW_OF_CELLS = 2048
MANY_BANDS = 200
KM_PER_DEGREE = math.radians(1) * EARTH_RADIUS_KM
CLOSE = 1e-9
# Regions are of one degree north by two degrees east; numbers beyond them are for groups that have
# no point, and that have points in several.
REGIONS = 181
NO_REGION, SEVERAL = 2**16 - 2, 2**16 - 1
AT_ONCE = 10_000


def cell_of(latitude: Array, longitude: Array) -> NDArray[np.uint32]:
    """The cell of each point: 0.1 degree north by 0.2 degree east, west to east and then north."""
    band = np.floor((latitude + 90) * BANDS_PER_DEGREE).astype(np.uint32)
    east = np.floor((longitude + 180) * CELLS_PER_DEGREE).astype(np.uint32)
    return np.asarray(band * np.uint32(ROW_OF_CELLS) + east, np.uint32)


class Grid:
    """The meetings that have a point. ``cells`` is sorted; ``rows`` has their numbers beside it."""

    def __init__(self, cells: Array, rows: Array, latitude: Array, longitude: Array) -> None:
        self.cells, self.rows = cells, rows
        self.latitude, self.longitude = latitude, longitude

    def in_box(self, box: Box) -> NDArray[np.intp]:
        """The meetings in a box, in order."""
        rows = self.near(halves(box))
        return rows[is_in_box(self.latitude[rows], self.longitude[rows], box)]

    def in_circle(self, point: Point, within: float) -> tuple[NDArray[np.intp], Array]:
        """The meetings within some kilometres of a point, in order, with their distances."""
        rows = self.near(halves(box_around(point, within)))
        far = kilometres(point, self.latitude[rows], self.longitude[rows])
        is_near = far <= within
        return rows[is_near], far[is_near]

    def near(self, boxes: Iterable[Box]) -> NDArray[np.intp]:
        """The meetings of all cells that boxes touch, in order."""
        found = [self.rows[first:last] for box in boxes for first, last in self.spans(box)]
        return np.sort(np.concatenate(found)).astype(np.intp)

    def spans(self, box: Box) -> Iterable[tuple[int, int]]:
        """Where the cells of a box stand among all, band by band."""
        south, north = (math.floor((degrees + 90) * BANDS_PER_DEGREE) for degrees in box[::2])
        west, east = (math.floor((degrees + 180) * CELLS_PER_DEGREE) for degrees in box[1::2])
        if north - south >= MANY_BANDS:
            return [(0, len(self.rows))]
        bands = range(south * ROW_OF_CELLS, (north + 1) * ROW_OF_CELLS, ROW_OF_CELLS)
        bounds = [band + cell for band in bands for cell in (west, east + 1)]
        found = self.cells.searchsorted(np.array(bounds, np.uint32)).tolist()
        return zip(found[::2], found[1::2], strict=True)


def regions_of(latitude: Array, longitude: Array, starts: Array) -> NDArray[np.uint16]:
    """The region of each group; its meetings begin at one of ``starts``, and each has one.

    Some groups at a time: fresh memory for all at once takes longer than to count.
    """
    found = np.empty(len(starts), np.uint16)
    bounds = [*starts[::AT_ONCE].tolist(), len(latitude)]
    for place, (first, end) in enumerate(pairwise(bounds)):
        some = slice(place * AT_ONCE, (place + 1) * AT_ONCE)
        own = starts[some] - first
        found[some] = regions_of_some(latitude[first:end], longitude[first:end], own)
    return found


def regions_of_some(latitude: Array, longitude: Array, starts: Array) -> Array:
    """The same of a few; some at least."""
    north, east = np.floor(latitude + 90), np.floor((longitude + 180) / 2)
    region = north * REGIONS + east
    lowest, highest = np.fmin.reduceat(region, starts), np.fmax.reduceat(region, starts)
    return np.where(np.isnan(lowest), NO_REGION, np.where(lowest == highest, lowest, SEVERAL))


def may_be_in(box: Box) -> NDArray[np.bool_]:
    """For each region, and for what has several, whether points in it may lie in a box."""
    found = np.zeros(2**16, bool)
    square = found[: REGIONS * REGIONS].reshape(REGIONS, REGIONS)
    for south, west, north, east in halves(box):
        bands = slice(math.floor(south + 90), math.floor(north + 90) + 1)
        square[bands, math.floor((west + 180) / 2) : math.floor((east + 180) / 2) + 1] = True
    found[SEVERAL] = True
    return found


def halves(box: Box) -> list[Box]:
    """A box that crosses the antimeridian as two that do not."""
    south, west, north, east = box
    if west <= east:
        return [box]
    if math.floor((west + 180) * CELLS_PER_DEGREE) <= math.floor((east + 180) * CELLS_PER_DEGREE):
        return [(south, -180.0, north, 180.0)]  # the two would have a cell in common
    return [(south, west, north, 180.0), (south, -180.0, north, east)]


def is_in_box(latitude: Array, longitude: Array, box: Box) -> NDArray[np.bool_]:
    """Which points lie in a box, its edges included."""
    south, west, north, east = box
    after, before = longitude >= west, longitude <= east
    found: NDArray[np.bool_] = (latitude >= south) & (latitude <= north)
    return found & ((after & before) if west <= east else (after | before))


def box_around(point: Point, within: float) -> Box:
    """A box that holds a circle, a little larger."""
    latitude, longitude = point
    north = within / KM_PER_DEGREE * (1 + CLOSE) + CLOSE
    south_edge, north_edge = latitude - north, latitude + north
    if south_edge <= -90 or north_edge >= 90 or within >= EARTH_RADIUS_KM:
        return (max(-90.0, south_edge), -180.0, min(90.0, north_edge), 180.0)
    ratio = math.sin(math.radians(north)) / math.cos(math.radians(latitude))
    if ratio >= 1:
        return (south_edge, -180.0, north_edge, 180.0)
    east = math.degrees(math.asin(ratio)) + CLOSE
    if east >= 180:
        return (south_edge, -180.0, north_edge, 180.0)
    return (south_edge, wrapped(longitude - east), north_edge, wrapped(longitude + east))


def wrapped(longitude: float) -> float:
    """A longitude between -180 and 180."""
    return (longitude + 180) % 360 - 180


def kilometres(point: Point, latitude: Array, longitude: Array) -> NDArray[np.float64]:
    """Great-circle distances from a point to many; not a number where there is no point."""
    north = np.radians(latitude - point[0])
    east = np.radians(longitude - point[1])
    narrow = math.cos(math.radians(point[0])) * np.cos(np.radians(latitude))
    half = np.sin(north / 2) ** 2 + narrow * np.sin(east / 2) ** 2
    found: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
    return found
