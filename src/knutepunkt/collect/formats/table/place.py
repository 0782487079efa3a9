"""The place of a row."""

import re

from knutepunkt.collect.clean.addresses import (
    country_at_end,
    country_named,
    nation_named,
    norwegian_postal_code,
)
from knutepunkt.collect.clean.points import Point, point
from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.values import is_yes

LOST_ZERO = re.compile(r"\d{3}")
SAID_BY = (
    "place address postal_code city municipality county area latitude coordinates".split()
)  # a country alone is no place


def place_of(row: Row) -> PlaceDraft | None:
    """Where people meet; None when the row names no place at all."""
    if not any(row.pairs(target) for target in SAID_BY):
        return None
    name, address = row.one("place"), row.one("address")
    said = row.one("country")
    country = country_named(said) or country_at_end(address)
    code, town = postal_code_of(row, address, country)
    latitude, longitude = coordinates(row, country)
    is_area = is_yes(row.one("area_only")) or not (address or name)
    return PlaceDraft(
        name=name,
        address=address,
        postal_code=code,
        city=row.one("city") or town,
        region=" > ".join(filter(None, (nation_named(said), row.one("county"), row.one("area")))),
        municipality=row.one("municipality"),
        country=country,
        latitude=latitude,
        longitude=longitude,
        disclosure="area" if is_area else "exact",
        notes=row.one("place_notes"),
    )


def postal_code_of(row: Row, address: str, country: str) -> tuple[str, str]:
    """The postal code and its town; a Norwegian one gets the 0 back that a sheet ate."""
    code = row.one("postal_code")
    if not code:
        return norwegian_postal_code(address) if country in ("NO", "") else ("", "")
    if country in ("NO", "") and LOST_ZERO.fullmatch(code):
        row.reading.note("postal codes of three digits got the 0 back that a spreadsheet took")
        return f"0{code}", ""
    return code, ""


def coordinates(row: Row, country: str) -> Point:
    """The point, from two columns or from one."""
    latitude, longitude = row.one("latitude"), row.one("longitude")
    pair = row.one("coordinates")
    if not latitude and not longitude and pair:
        latitude, _, longitude = pair.replace(";", ",").partition(",")
    options = row.reading.options
    said_oslo = not options.timezone_is_default and options.timezone == "Europe/Oslo"
    is_norwegian = country == "NO" or (not country and said_oslo)
    return point(latitude, longitude, row.reading, in_norway=is_norwegian)
