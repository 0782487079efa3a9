"""The place of a BMLT meeting."""

from knutepunkt.collect.clean.addresses import country_named, joined
from knutepunkt.collect.clean.points import point
from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.collect.formats.bmlt.fields import name_of, told
from knutepunkt.collect.opened import RawRecord, Reading

NOTES = ("location_info", "public_transport", "bus_lines", "train_lines")


def has_address(meeting: RawRecord, reading: Reading) -> bool:
    """Say whether the meeting names a street or a venue."""
    return any(name_of(meeting.get(name), reading) for name in ("location_street", "location_text"))


def place_of(meeting: RawRecord, reading: Reading) -> PlaceDraft | None:
    """Where people meet; None when the record names no place at all.

    Without a street or a venue only the area is known.
    """
    venue = name_of(meeting.get("location_text"), reading)
    street, code, city, region, country = parts(meeting, reading)
    latitude, longitude = point(
        meeting.get("latitude"), meeting.get("longitude"), reading, in_norway=country == "NO"
    )
    if not any((venue, street, code, city, region, latitude)):
        return None
    return PlaceDraft(
        name=venue,
        address=address(meeting, street, f"{code} {city}".strip(), reading),
        postal_code=code,
        city=city,
        region=region,
        country=country,
        latitude=latitude,
        longitude=longitude,
        disclosure="exact" if street or venue else "area",
        notes="\n".join(filter(None, (told(meeting.get(name), reading) for name in NOTES))),
    )


def parts(meeting: RawRecord, reading: Reading) -> tuple[str, str, str, str, str]:
    """Street, postal code, city, region (widest first) and country."""
    street = name_of(meeting.get("location_street"), reading)
    code = name_of(meeting.get("location_postal_code_1"), reading)
    city = name_of(meeting.get("location_municipality"), reading)
    wide = name_of(meeting.get("location_province"), reading)
    narrow = name_of(meeting.get("location_sub_province"), reading)
    near = () if street else boroughs(meeting, reading)
    region = " > ".join(dict.fromkeys(filter(None, (wide, narrow, *near))))
    country = country_named(name_of(meeting.get("location_nation"), reading))
    return street, code, city, region, country


def boroughs(meeting: RawRecord, reading: Reading) -> tuple[str, ...]:
    """The parts of the town, smallest first."""
    names = ("location_neighborhood", "location_city_subsection")
    return tuple(name_of(meeting.get(name), reading) for name in names)


def address(meeting: RawRecord, street: str, town: str, reading: Reading) -> str:
    """Street, borough and town on one line; "" without a street."""
    return joined(street, *boroughs(meeting, reading), town) if street else ""
