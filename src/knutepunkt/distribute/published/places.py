"""Places of meetings, as far as each may be told."""

from collections.abc import Iterable
from hashlib import sha1
from typing import NamedTuple, cast
from uuid import UUID

from knutepunkt.collect import drafts
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Disclosure
from knutepunkt.directory.models import Place
from knutepunkt.distribute.published.plain import Question
from knutepunkt.distribute.published.records import PublishedPlace
from knutepunkt.distribute.published.texts import text

NAMESPACE = UUID("0b6f4d0e-93a1-5c55-8b0e-6f5f2f6f7a21")
BEGUN = NAMESPACE.bytes
VARIANT = "89ab" * 4


class Row(NamedTuple):
    """What is read of a place, by the names its columns have."""

    id: int
    name: str
    address: str
    postal_code: str
    city: str
    municipality: str
    county: str
    region: str
    country: str
    latitude: float | None
    longitude: float | None
    notes: str
    point_from: str
    disclosure: str


ASKED = Question(lambda among: Place.objects.filter(pk__in=among), *Row._fields)


class Places:
    """The places of one batch of meetings, each read and shown once."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.rows = {row[0]: Row(*row) for row in ASKED.of(set(ids))}
        self.exact: dict[int, PublishedPlace] = {}

    def of(self, place_id: int, meeting: str) -> PublishedPlace:
        """A place as a meeting shows it. ``meeting`` is the meeting's UUID."""
        row = self.rows[place_id]
        if row.disclosure != Disclosure.EXACT:
            return published(row, id_of(f"of {meeting}"))
        if place_id not in self.exact:
            self.exact[place_id] = published(row, id_of(said_of(row)))
        return self.exact[place_id]


def id_of(said: str) -> str:
    """The UUID (version 5) of a text, at half of what ``uuid.uuid5`` costs."""
    digits = sha1(BEGUN + said.encode(), usedforsecurity=False).hexdigest()
    variant = VARIANT[int(digits[16], 16)]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def said_of(row: Row) -> str:
    """What an exact place says, so that every node that says it has one id for it."""
    told = (
        row.name, row.address, row.postal_code, row.city, row.municipality, row.region,
        row.country, row.latitude, row.longitude, row.notes,
    )  # fmt: skip
    return "\n".join(map(str, told))


def published(row: Row, id_: str) -> PublishedPlace:
    """What ``disclosure`` lets through."""
    shown = shown_place(cast("Place", row))  # it reads nothing but what a row has
    return PublishedPlace(
        id=id_,
        name=text(shown.name),
        address=text(shown.address),
        postal_code=shown.postal_code,
        city=shown.city,
        municipality=shown.municipality,
        municipality_code=row.municipality if shown.municipality else "",
        county_code=row.county if shown.municipality else "",
        region=shown.region,
        country=shown.country,
        notes=text(shown.notes),
        latitude=shown.latitude,
        longitude=shown.longitude,
        is_area=shown.is_area,
        point_from="" if row.disclosure == Disclosure.HIDDEN else row.point_from,
        disclosure=cast("drafts.Disclosure", row.disclosure),
    )
