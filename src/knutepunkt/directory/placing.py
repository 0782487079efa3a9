"""From a place as a source writes it to a place with a point, a municipality and a digest."""

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from knutepunkt import gazetteer
from knutepunkt.collect.drafts import PlaceDraft

OSLO = "Europe/Oslo"
ENCODE = msgspec.json.Encoder().encode


class PlaceRow(NamedTuple):
    """A row of the place table, without its id, in the order of ``COLUMNS``."""

    digest: str
    name: str
    address: str
    postal_code: str
    city: str
    region: str
    country: str
    municipality: str
    county: str
    latitude: float | None
    longitude: float | None
    point_from: str
    disclosure: str
    notes: str


COLUMNS = PlaceRow._fields


def digest_of(place: PlaceDraft, timezone: str) -> str:
    """Parts places by what is said of them."""
    is_norwegian = "1" if may_be_norwegian(place, timezone) else "0"
    return blake2b(ENCODE(place) + is_norwegian.encode(), digest_size=16).hexdigest()


def may_be_norwegian(place: PlaceDraft, timezone: str) -> bool:
    """Say whether a four-digit code of this place can be a Norwegian one."""
    return place.country == "NO" or (not place.country and timezone == OSLO)


@lru_cache(maxsize=20_000)
def spot_for(
    postal_code: str, city: str, municipality: str, region: str
) -> tuple[gazetteer.Spot, str] | None:
    """The gazetteer's answer; remembered, since a feed names few places many times."""
    return gazetteer.placed(postal_code, city, municipality, region)


def placed(place: PlaceDraft, timezone: str) -> PlaceRow:
    """The place with a point of the best kind there is, marked with where it comes from."""
    latitude, longitude = place.latitude, place.longitude
    is_whole = latitude is not None and longitude is not None
    if not is_whole:
        latitude = longitude = None  # half a point is none
    point_from = "source" if is_whole else ""
    municipality = county = ""
    found = None
    if may_be_norwegian(place, timezone):
        found = spot_for(place.postal_code, place.city, place.municipality, place.region)
    if found is not None:
        spot, how = found
        municipality, county = spot.municipality, spot.county
        if not point_from:
            latitude, longitude, point_from = spot.latitude, spot.longitude, how
    return PlaceRow(
        digest_of(place, timezone), place.name, place.address, place.postal_code[:40], place.city,
        place.region, place.country, municipality, county, latitude, longitude, point_from,
        place.disclosure, place.notes,
    )  # fmt: skip
