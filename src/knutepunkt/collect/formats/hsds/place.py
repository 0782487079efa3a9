"""The place of an HSDS location."""

from knutepunkt.collect.clean.addresses import country_named, joined
from knutepunkt.collect.clean.points import point
from knutepunkt.collect.drafts import PlaceDraft
from knutepunkt.collect.formats.hsds.contacts import POSTAL
from knutepunkt.collect.formats.hsds.values import Pairs, kept, line, rows, text
from knutepunkt.collect.opened import RawRecord, Reading

STREET = ("address_1", "address_2", "address_3", "address_4")
USED = frozenset(
    "location_id location_type organization_id name description transportation latitude longitude "
    "addresses accessibility languages attributes".split()
)
NAMING = ("name", "description", "transportation")
VIRTUAL = "virtual"
NO_PLACE = (VIRTUAL, POSTAL)
USED_OF = {POSTAL: USED.difference(NAMING), VIRTUAL: USED | {"url"}}  # by the location's type
POSTAL_ONLY = "postal addresses were kept private; people meet at physical ones"


def place_of(location: RawRecord, reading: Reading) -> PlaceDraft | None:
    """Where people meet; None for a virtual or postal location, or one that names no place."""
    if type_of(location, reading) in NO_PLACE:
        return None
    address = physical_address(location, reading)
    name = line(location.get("name"), reading)
    street = joined(*(line(address.get(part), reading) for part in STREET))
    city = line(address.get("city"), reading)
    code = line(address.get("postal_code"), reading)
    country = country_named(line(address.get("country"), reading))
    latitude, longitude = point(
        location.get("latitude"), location.get("longitude"), reading, in_norway=country == "NO"
    )
    region = region_of(address, reading)
    if not any((name, street, city, code, latitude)):
        return None
    notes = (text(location.get(field), reading) for field in ("description", "transportation"))
    return PlaceDraft(
        name=name,
        address=joined(street, f"{code} {city}".strip()) if street else "",
        postal_code=code,
        city=city,
        region=region,
        country=country,
        latitude=latitude,
        longitude=longitude,
        disclosure="exact" if street or name else "area",
        notes="\n".join(filter(None, notes)),
    )


def type_of(location: RawRecord, reading: Reading) -> str:
    """The location's type in lower case."""
    return line(location.get("location_type"), reading).lower()


def is_virtual(location: RawRecord, reading: Reading) -> bool:
    """Say whether the location is no place on earth."""
    return type_of(location, reading) == VIRTUAL


def physical_address(location: RawRecord, reading: Reading) -> RawRecord:
    """The address people go to; a postal one may be somebody's home and is never shown."""
    addresses = rows(location.get("addresses"))
    kinds = [line(address.get("address_type"), reading).lower() for address in addresses]
    physical = [address for address, kind in zip(addresses, kinds, strict=True)
                if kind in ("", "physical")]  # fmt: skip
    if addresses and not physical:
        reading.note(POSTAL_ONLY)
    return physical[0] if physical else {}


def region_of(address: RawRecord, reading: Reading) -> str:
    """The region path, widest first, parted by ``>``."""
    names = (line(address.get(field), reading) for field in ("state_province", "region"))
    return " > ".join(dict.fromkeys(filter(None, names)))


def rest_of(location: RawRecord, reading: Reading) -> Pairs:
    """What else is said of the location, and its further addresses."""
    more = [address for address in rows(location.get("addresses"))
            if line(address.get("address_type"), reading).lower() != POSTAL]  # fmt: skip
    kind = type_of(location, reading)
    shown = {} if kind in NO_PLACE else physical_address(location, reading)
    used = USED_OF.get(kind, USED)
    others = {"addresses": [address for address in more if address is not shown]}
    return (
        *kept(location, used, reading, "location."),
        *kept(others, (), reading, "location."),
    )
