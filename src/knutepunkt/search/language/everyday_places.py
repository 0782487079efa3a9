"""Places by names that no register has: districts, neighbourhoods, short forms.

The points in ``data/places.csv`` are good to a kilometre or two in towns, ten in the country; they
are written from general knowledge, for searching only.
"""

import csv
from dataclasses import dataclass
from functools import cache

from knutepunkt.gazetteer import Spot, county, municipality
from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.gazetteer.tables import several
from knutepunkt.search.language.tables import DATA


@dataclass(frozen=True, slots=True)
class Spoken:
    """A place as people speak of it: the middle, how far it reaches, or the areas it is made of."""

    spot: Spot | None
    kilometres: float | None = None
    counties: tuple[str, ...] = ()


@cache
def spoken() -> dict[str, Spoken]:
    """Each name's key, as the gazetteer folds it, with what it means."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {key_of(name): meant(row, name) for row in rows for name in several(row[0])}


def meant(row: list[str], name: str) -> Spoken:
    """What one name of a row means."""
    _names, codes, latitude, longitude, reach = row
    first, *others = several(codes)
    if latitude:
        is_town = len(first) == 4
        home = municipality(first) if is_town else None
        of_county = home.county if home else first
        point = float(latitude), float(longitude)
        if others and is_town:  # A circle around Romerike would hold half of Oslo.
            return Spoken(
                Spot("settlement", name, "", of_county, "", *point), None, tuple(several(codes))
            )
        spot = Spot("settlement", name, "", of_county, first if is_town else "", *point)
        return Spoken(spot, float(reach))
    if len(first) == 4:
        return Spoken(municipality(first))
    return Spoken(county(first), counties=(first, *others) if others else ())
