"""The name of the place where somebody is; the position itself is used once and forgotten."""

from collections.abc import Mapping

from knutepunkt import gazetteer
from knutepunkt.gazetteer import kilometres, spot_named

FAR = 100.0


def place_at(said: Mapping[str, str]) -> str:
    """The municipality whose centre is nearest; "" far from any, or without a position."""
    try:
        latitude, longitude = float(said["latitude"]), float(said["longitude"])
    except (KeyError, ValueError):
        return ""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return ""
    distance, name, county = min(
        (kilometres(latitude, longitude, spot.latitude, spot.longitude), spot.name, spot.county)
        for spot in gazetteer.municipalities()
    )
    return told(name, county) if distance <= FAR else ""


def told(name: str, county: str) -> str:
    """A name that leads back to this place: with its county where others have it too."""
    spot, of = spot_named(name), gazetteer.county(county)
    if of is None or (spot is not None and spot.county == county):
        return name
    return f"{name}, {of.name}"
