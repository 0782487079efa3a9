"""Where the meetings of a segment are: a grid to find them by, and exact distances."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knutepunkt.gazetteer.distance import EARTH_RADIUS_KM
from knutepunkt.search.index.lists import any_bits
from knutepunkt.search.index.postings import Bits, bytes_for
from knutepunkt.search.index.storage import Array
from knutepunkt.search.query import Box, Point

BANDS_PER_DEGREE, CELLS_PER_DEGREE = 10, 5
ROW_OF_CELLS = 2048
MANY_BANDS = 200
KM_PER_DEGREE = math.radians(1) * EARTH_RADIUS_KM
CLOSE = 1e-9
# Far more than the last digits of cosines may be wrong by; some centimetres at one kilometre.
CLOSE_COSINES = 1e-12
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


class Globe:
    """The meetings of a segment as points on a globe, to tell quickly who is within a distance.

    Two points are the nearer the larger the cosine of the angle between them. Only where that is
    too close to a distance's to tell, kilometres are worked out.
    """

    def __init__(self, latitude: Array, longitude: Array) -> None:
        self.latitude, self.longitude = latitude, longitude
        # Some at a time: fresh memory for all at once takes longer than to work them out.
        self.points = np.empty((len(latitude), 3))
        for start in range(0, len(latitude), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            north, east = np.radians(latitude[some]), np.radians(longitude[some])
            narrow = np.cos(north)
            self.points[some].T[:] = narrow * np.cos(east), narrow * np.sin(east), np.sin(north)

    def cosines(self, point: Point, rows: Array) -> NDArray[np.float64]:
        """Cosines between a point and some meetings; not a number where there is no place."""
        found: NDArray[np.float64] = self.points.take(rows, axis=0) @ on_globe(point)
        return found

    def is_within(self, point: Point, within: float, rows: Array, cosines: Array) -> Array:
        """Which of some meetings are within some kilometres of a point, by their cosines."""
        is_near, is_sure = self.limited(cosines, within)
        if not is_sure:
            at = is_near.nonzero()[0]
            where = self.latitude[rows[at]], self.longitude[rows[at]]
            is_near[at] = kilometres(point, *where) <= within
        return is_near

    @staticmethod
    def limited(cosines: Array, within: float) -> tuple[NDArray[np.bool_], bool]:
        """Which may be within some kilometres, by their cosines; and whether that is sure."""
        least = cosine_of(within)
        is_near = cosines > least - CLOSE_COSINES
        is_sure = cosines > least + CLOSE_COSINES
        return is_near, np.count_nonzero(is_near) == np.count_nonzero(is_sure)


def on_globe(point: Point) -> NDArray[np.float64]:
    """A point as it is on a globe of radius one."""
    north, east = math.radians(point[0]), math.radians(point[1])
    narrow = math.cos(north)
    return np.array([narrow * math.cos(east), narrow * math.sin(east), math.sin(north)])


def cosine_of(within: float) -> float:
    """The cosine of a distance in kilometres; less than any where it is farther than all."""
    angle = within / EARTH_RADIUS_KM
    return math.cos(angle) if angle < math.pi else -2.0


class Bands:
    """Which groups of a segment meet in each band of one degree north, and of two degrees east."""

    def __init__(self, latitude: Array, longitude: Array, of: Array, size: int) -> None:
        """``of`` are the groups of the meetings, of which ``size`` are in all."""
        is_placed = ~np.isnan(latitude)
        north, east = north_band(latitude[is_placed]), east_band(longitude[is_placed])
        self.north = packed_by(np.floor(north).astype(np.uint8), of[is_placed], size)
        self.east = packed_by(np.floor(east).astype(np.uint8), of[is_placed], size)

    def touching(self, box: Box) -> Bits:
        """The groups that may meet in a box: a bit for each group of the segment."""
        each = [
            within(self.north, north_band(south), north_band(north))
            & within(self.east, east_band(west), east_band(east))
            for south, west, north, east in halves(box)
        ]
        return any_bits(each)


def north_band(latitude: Any) -> Any:
    """In which band of one degree a latitude lies, and where in it."""
    return latitude + 90


def east_band(longitude: Any) -> Any:
    """In which band of two degrees a longitude lies, and where in it."""
    return (longitude + 180) / 2


def packed_by(bands: Array, of: Array, size: int) -> tuple[list[int], NDArray[np.uint8]]:
    """The bands that there are, in order, and for each the groups in it as bits."""
    known = np.flatnonzero(np.bincount(bands))
    packed = np.zeros((len(known), bytes_for(size)), np.uint8)
    for place, band in enumerate(known):
        mask = np.zeros(size, bool)
        mask[of[bands == band]] = True
        packed[place] = np.packbits(mask)
    return known.tolist(), packed


def within(packed: tuple[list[int], NDArray[np.uint8]], first: float, last: float) -> Bits:
    """The groups of the bands from one to another."""
    known, bits = packed
    some = bits[bisect_left(known, math.floor(first)) : bisect_right(known, math.floor(last))]
    found: Bits = np.bitwise_or.reduce(some, axis=0)
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
