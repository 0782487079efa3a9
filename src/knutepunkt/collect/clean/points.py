"""Coordinates: numbers or text, swapped, zero, or off the map."""

from knutepunkt.collect.opened import Reading

NORWAY = (57.5, 81.0, 4.0, 35.0)
OWNER = "the feed's owner: give latitude and longitude in degrees"
Point = tuple[float | None, float | None]


def degrees(value: object) -> float | None:
    """A number from a number or text (decimal comma too); None for nothing.

    Raises ValueError for text that is no number, and for NaN and infinity.
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(value)
    text = str(value).strip()
    if not text or text.lower() == "null":
        return None
    number = float(text.replace(",", ".") if text.count(",") == 1 else text)
    if not abs(number) <= 180:
        raise ValueError(value)
    return number


def point(latitude: object, longitude: object, reading: Reading, *, in_norway: bool) -> Point:
    """Latitude and longitude, or (None, None) with an issue when they make no place on earth.

    Swapped values are turned round when the latitude is impossible, or when the record is
    Norwegian and only the turned point lies in Norway.
    """
    shown = f"{latitude}, {longitude}"
    try:
        north, east = degrees(latitude), degrees(longitude)
    except (ValueError, OverflowError):
        reading.issue("latitude", shown, "these are not coordinates; they were left out", OWNER)
        return None, None
    if north is None or east is None:
        if north is not None or east is not None:
            reading.issue("latitude", shown, "half of the coordinates is missing", OWNER)
        return None, None
    if north == 0 and east == 0:
        reading.issue("latitude", shown, "0, 0 is in the sea; the coordinates were left out", OWNER)
        return None, None
    if is_swapped(north, east, in_norway=in_norway):
        reading.issue("latitude", shown, "latitude and longitude are swapped; turned round", OWNER)
        return east, north
    if abs(north) > 90:
        reading.issue("latitude", shown, "no such latitude; the coordinates were left out", OWNER)
        return None, None
    return north, east


def is_swapped(north: float, east: float, *, in_norway: bool) -> bool:
    """Say whether the two numbers can only be meant the other way round."""
    if abs(north) > 90:
        return abs(east) <= 90
    return in_norway and not is_in_norway(north, east) and is_in_norway(east, north)


def is_in_norway(north: float, east: float) -> bool:
    """Say whether a point lies in the box around mainland Norway and Svalbard."""
    south, top, west, right = NORWAY
    return south <= north <= top and west <= east <= right
