"""The place of a Meeting Guide record."""

from knutepunkt.collect.clean.addresses import (
    country_at_end,
    country_named,
    joined,
    norwegian_postal_code,
)
from knutepunkt.collect.clean.points import point
from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.collect.opened import RawRecord, Reading

APPROXIMATE = {"yes", "true", "1"}


def place_of(raw: RawRecord, reading: Reading) -> PlaceDraft | None:
    """Where people meet; None when the record names no place at all.

    An approximate address is an area: a town or a district, not a door.
    """
    name = one_line(raw.get("location"), reading)
    city = one_line(raw.get("city"), reading)
    address = address_of(raw, reading)
    region = region_of(raw, reading)
    if not any((name, city, address, region, raw.get("latitude"))):
        return None
    country = country_named(one_line(raw.get("country"))) or country_at_end(address)
    code, town = postal_code_of(raw, address, country)
    latitude, longitude = coordinates(raw, reading, country)
    return PlaceDraft(
        name=name,
        address=address,
        postal_code=code,
        city=city or town,
        region=region,
        country=country,
        latitude=latitude,
        longitude=longitude,
        disclosure="area" if is_area(raw, address, name) else "exact",
        notes=without_secrets(plain(raw.get("location_notes"), reading), reading),
    )


def is_area(raw: RawRecord, address: str, name: str) -> bool:
    """Say whether the record only tells the area: marked so, or with no address and no venue."""
    return one_line(raw.get("approximate")).lower() in APPROXIMATE or not (address or name)


def address_of(raw: RawRecord, reading: Reading) -> str:
    """The address on one line, from the whole or from its parts."""
    if whole := one_line(raw.get("formatted_address"), reading):
        return whole
    street, city = one_line(raw.get("address"), reading), one_line(raw.get("city"), reading)
    code, state = one_line(raw.get("postal_code")), one_line(raw.get("state"), reading)
    return joined(street, f"{code} {city}".strip(), state) if street else ""


def postal_code_of(raw: RawRecord, address: str, country: str) -> tuple[str, str]:
    """The postal code and its town; taken out of the address when Norwegian."""
    if code := one_line(raw.get("postal_code")):
        return code, ""
    return norwegian_postal_code(address) if country in ("NO", "") else ("", "")


def region_of(raw: RawRecord, reading: Reading) -> str:
    """The region path, widest first, parted by ``>``."""
    regions = raw.get("regions")
    parts = regions if isinstance(regions, list) else [raw.get("region"), raw.get("sub_region")]
    return " > ".join(filter(None, (one_line(part, reading) for part in parts)))


def coordinates(
    raw: RawRecord, reading: Reading, country: str
) -> tuple[float | None, float | None]:
    """The point, from two fields or from one ``coordinates`` text."""
    latitude, longitude = raw.get("latitude"), raw.get("longitude")
    pair = raw.get("coordinates")
    if latitude is None and isinstance(pair, str) and pair.count(",") == 1:
        latitude, longitude = pair.split(",")
    said_oslo = (
        not reading.options.timezone_is_default and reading.options.timezone == "Europe/Oslo"
    )
    is_norwegian = country == "NO" or (not country and said_oslo)
    return point(latitude, longitude, reading, in_norway=is_norwegian)
