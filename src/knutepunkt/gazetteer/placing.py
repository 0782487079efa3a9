"""A point for a Norwegian record that has none, and how it was found."""

from collections.abc import Iterable
from typing import Literal

from knutepunkt.gazetteer import areas, towns
from knutepunkt.gazetteer.names import ranked, spots_named
from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.within import Region, region_of, regions_named

How = Literal["postal-code", "settlement", "municipality"]
Field = Literal["city", "municipality", "region"]


def placed(
    postal_code: str = "", city: str = "", municipality: str = "", region: str = ""
) -> tuple[Spot, How] | None:
    """The point of a record by the address it gives, and what the point is that of.

    `municipality` is a name or a code of any year. Words the gazetteer does not know are passed
    over, but nothing comes back where two fields contradict each other (see `contradiction`) or
    where a name fits several municipalities: such a record is for a human to place.
    """
    if contradiction(postal_code, city, municipality, region):
        return None
    coded = towns.postal_code(postal_code)
    if coded is not None:
        return coded, "postal-code" if towns.has_own_point(coded.code) else "municipality"
    where = (region_of(_municipalities(municipality)), _widest(region))
    found = _inside(_likeliest(city) or _municipalities(municipality), where)
    if len({spot.municipality for spot in found}) != 1:
        return None
    return found[0], "settlement" if found[0].kind == "settlement" else "municipality"


def contradiction(
    postal_code: str = "", city: str = "", municipality: str = "", region: str = ""
) -> Field | None:
    """The first field that no place named by the fields before it fits, none if all agree."""
    coded = towns.postal_code(postal_code)
    possible = [coded] if coded else []
    named: tuple[tuple[Field, list[Spot]], ...] = (
        ("city", list(spots_named(city))),
        ("municipality", _municipalities(municipality)),
    )
    for field, spots in named:
        if possible and spots and not _inside(possible, [region_of(spots)]):
            return field
        possible = _inside(possible, [region_of(spots)]) or spots
    return "region" if possible and not _inside(possible, [_widest(region)]) else None


def _inside(spots: list[Spot], regions: Iterable[Region | None]) -> list[Spot]:
    known = [region for region in regions if region is not None]
    return [spot for spot in spots if all(region.holds(spot) for region in known)]


def _widest(region: str) -> Region | None:
    """With former areas of the name: an address may be older than the borders."""
    return next(reversed(regions_named(region)), None)


def _likeliest(city: str) -> list[Spot]:
    """What a name stands for in its nearest spelling; former names count, for feeds are old."""
    found = ranked(city)
    best = min((rank for rank, _entry in found), default=0)
    nearest = [entry for rank, entry in found if rank == best]
    nearest.sort(key=lambda entry: (entry.former, entry.order))
    spots = [entry.spot for entry in nearest] or spots_named(city)
    return [spot for spot in spots if spot.municipality]


def _municipalities(text: str) -> list[Spot]:
    coded = areas.present("municipality", text.strip())
    named = [spot for spot in spots_named(text) if spot.kind == "municipality"]
    return list(coded) or named
