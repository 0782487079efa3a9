"""Places of meetings, as far as each may be told."""

from collections.abc import Iterable
from typing import cast
from uuid import UUID, uuid5

from knutepunkt.collect import drafts
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Disclosure
from knutepunkt.directory.models import Place
from knutepunkt.distribute.published.plain import listed
from knutepunkt.distribute.published.records import PublishedPlace
from knutepunkt.distribute.published.texts import text

NAMESPACE = UUID("0b6f4d0e-93a1-5c55-8b0e-6f5f2f6f7a21")


class Places:
    """The places of one batch of meetings, each read and shown once."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.rows = {row.pk: row for row in Place.objects.filter(pk__in=listed(set(ids)))}
        self.exact: dict[int, PublishedPlace] = {}

    def of(self, place_id: int, meeting: str) -> PublishedPlace:
        """A place as a meeting shows it. ``meeting`` is the meeting's UUID."""
        row = self.rows[place_id]
        if row.disclosure != Disclosure.EXACT:
            return published(row, str(uuid5(NAMESPACE, f"of {meeting}")))
        if place_id not in self.exact:
            self.exact[place_id] = published(row, str(uuid5(NAMESPACE, said_of(row))))
        return self.exact[place_id]


def said_of(row: Place) -> str:
    """What an exact place says, so that every node that says it has one id for it."""
    told = (
        row.name, row.address, row.postal_code, row.city, row.municipality, row.region,
        row.country, row.latitude, row.longitude, row.notes,
    )  # fmt: skip
    return "\n".join(map(str, told))


def published(row: Place, id_: str) -> PublishedPlace:
    """What ``disclosure`` lets through."""
    shown = shown_place(row)
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
