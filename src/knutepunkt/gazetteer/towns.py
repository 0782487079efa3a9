"""Towns, villages and postal codes."""

import re
from functools import cache

from knutepunkt.gazetteer.areas import municipality
from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.tables import rows, several

WRITTEN = re.compile(r"(?:N|NO)?[ -]*([0-9]{3,4})", re.IGNORECASE)


def postal_code(code: str) -> Spot | None:
    """The postal code's post town; `555` and `NO-0555` mean 0555.

    The point is that of the post town where it is a known place, else of its municipality.
    """
    written = WRITTEN.fullmatch(code.strip())
    row = _postal_codes().get(written[1].zfill(4)) if written else None
    return _posted(row) if row else None


def has_own_point(code: str) -> bool:
    """Whether the point of a postal code is its post town's rather than its municipality's."""
    row = _postal_codes().get(code)
    return row is not None and row[-1] == "settlement"


@cache
def settlements() -> tuple[tuple[Spot, tuple[str, ...]], ...]:
    """Each town or village with its other names."""
    found = []
    for code, name, others, latitude, longitude, people in rows("settlements"):
        point = float(latitude), float(longitude)
        population = int(people) if people else None
        spot = Spot("settlement", name, "", county_of(code), code, *point, population)
        found.append((spot, several(others)))
    return tuple(found)


@cache
def post_towns() -> tuple[Spot, ...]:
    """One postal code, the lowest, for each post town of each municipality."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows("postal_codes"):
        _code, town, of, *_point = row
        found.setdefault((town, of), row)
    return tuple(map(_posted, found.values()))


def county_of(code: str) -> str:
    """The county's code of a municipality's code, empty where there is none."""
    found = municipality(code)
    return found.county if found else ""


@cache
def _postal_codes() -> dict[str, tuple[str, ...]]:
    """Rows rather than spots: most of the five thousand are never asked for."""
    return {row[0]: row for row in rows("postal_codes")}


def _posted(row: tuple[str, ...]) -> Spot:
    code, town, of, latitude, longitude, _point = row
    return Spot("postal-code", town, code, county_of(of), of, float(latitude), float(longitude))
