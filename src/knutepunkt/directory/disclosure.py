"""How much of a place leaves the house: one file decides, for pages, search and feeds alike."""

from dataclasses import dataclass

from knutepunkt import gazetteer
from knutepunkt.directory.enums import Disclosure
from knutepunkt.directory.models import Place

COARSE = 2


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """What may be shown of a place. ``is_area`` says that the point only marks the area."""

    name: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""
    municipality: str = ""
    region: str = ""
    country: str = ""
    notes: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_area: bool = False

    def line(self) -> str:
        """The place on one line: venue, address, town, each once."""
        parts = [self.name, self.address]
        if self.city and self.city.casefold() not in self.address.casefold():
            parts.append(f"{self.postal_code} {self.city}".strip())
        if not any(parts):
            parts = [self.municipality or self.region]
        return ", ".join(dict.fromkeys(part for part in parts if part))


def shown_place(place: Place) -> ShownPlace:
    """The place as it may be shown.

    An area has its town and a point rounded to about a kilometre; a hidden place has its
    municipality and that municipality's point, nothing nearer.
    """
    spot = gazetteer.municipality(place.municipality) if place.municipality else None
    municipality = spot.name if spot else ""
    if place.disclosure == Disclosure.HIDDEN:
        return ShownPlace(
            municipality=municipality,
            latitude=spot.latitude if spot else None,
            longitude=spot.longitude if spot else None,
            is_area=True,
        )
    if place.disclosure == Disclosure.AREA:
        return ShownPlace(
            city=place.city,
            municipality=municipality,
            region=place.region,
            country=place.country,
            latitude=rounded(place.latitude),
            longitude=rounded(place.longitude),
            is_area=True,
        )
    return ShownPlace(
        place.name, place.address, place.postal_code, place.city, municipality, place.region,
        place.country, place.notes, place.latitude, place.longitude, place.point_from != "source",
    )  # fmt: skip


def rounded(degrees: float | None) -> float | None:
    """Degrees to about a kilometre."""
    return None if degrees is None else round(degrees, COARSE)
