"""How far apart two points are."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # The mean radius of the IUGG.


def kilometres(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Great-circle distance of two points in degrees, within 0.5 % of the ellipsoid's."""
    north = radians(other_latitude - latitude)
    east = radians(other_longitude - longitude)
    scale = cos(radians(latitude)) * cos(radians(other_latitude))
    half_chord = sqrt(sin(north / 2) ** 2 + scale * sin(east / 2) ** 2)
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, half_chord))
