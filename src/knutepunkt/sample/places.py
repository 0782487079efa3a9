"""Where the sample's groups meet: real municipalities, invented rooms."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from knutepunkt.collect.drafts import Disclosure, PlaceDraft
from knutepunkt.gazetteer import areas, tables, towns
from knutepunkt.sample.dice import Dice, Weighted
from knutepunkt.sample.words import Pair, pairs, read

# So that a sample also shows places where nearly nobody lives, and Sámi ones.
EVERYWHERE, SAMI_EXTRA = 700, 5_000
LARGEST = 450_000
BIG_TOWN = 50_000
NEAR, NEAR_IN_TOWN = 0.006, 0.02
NYNORSK = {"46": 0.8, "15": 0.65, "11": 0.35, "34": 0.22, "40": 0.2, "42": 0.15}
NYNORSK_ELSEWHERE = 0.1


class Town(NamedTuple):
    """A municipality with its postal codes: (code, post town, latitude, longitude)."""

    municipality: str
    county: str
    name: str
    codes: tuple[tuple[str, str, float, float], ...]
    people: int
    is_sami: bool
    nynorsk: float


@cache
def weighted_towns() -> Weighted[Town]:
    """Municipalities, the larger the oftener."""
    codes: dict[str, list[tuple[str, str, float, float]]] = defaultdict(list)
    for code, name, of, latitude, longitude, _point in tables.rows("postal_codes"):
        codes[of].append((code, name, float(latitude), float(longitude)))
    people: dict[str, int] = defaultdict(int)
    for spot, _others in towns.settlements():
        people[spot.municipality] += spot.population or 0
    found = []
    for spot in areas.municipalities():
        if codes[spot.code]:
            name = areas.name_in(spot.code, "nb")
            is_sami = spot.name != name  # then a Sámi name stands first
            town = Town(
                spot.code, spot.county, name, tuple(codes[spot.code]),
                people[spot.code], is_sami, NYNORSK.get(spot.county, NYNORSK_ELSEWHERE),
            )  # fmt: skip
            found.append((weight(town), town))
    return Weighted(found)


def weight(town: Town) -> int:
    """How often a municipality is drawn."""
    extra = SAMI_EXTRA if town.is_sami else 0
    return min(town.people, LARGEST) + EVERYWHERE + extra


@cache
def rooms(name: str) -> tuple[Pair, ...]:
    """Venues, streets or notes, in bokmål and nynorsk."""
    return pairs(read("places")[name])


class Address(NamedTuple):
    """A postal code drawn for a group."""

    code: str
    town: str
    latitude: float
    longitude: float


def place(
    dice: Dice, town: Town, address: Address, language: int, *, is_outdoors: bool
) -> PlaceDraft:
    """A place in a municipality; one in six without a point, so that its address must do."""
    street = f"{dice.pick(rooms('streets'))[language]} {dice.between(1, 60)}"
    latitude, longitude = point(dice, town, address)
    return PlaceDraft(
        name=dice.pick(rooms("outdoors" if is_outdoors else "venues"))[language],
        address="" if is_outdoors else street,
        postal_code=address.code,
        city=address.town,
        country="NO",
        municipality=town.name if dice.chance(0.3) else "",
        latitude=latitude,
        longitude=longitude,
        disclosure=disclosed(dice),
        notes=dice.pick(rooms("notes"))[language] if dice.chance(0.2) else "",
    )


def point(dice: Dice, town: Town, address: Address) -> tuple[float | None, float | None]:
    """Some hundred metres from the postal code's point; degrees to about a metre."""
    if dice.chance(1 / 6):
        return None, None
    near = NEAR_IN_TOWN if town.people > BIG_TOWN else NEAR
    north, east = dice.draw() - 0.5, dice.draw() - 0.5
    return round(address.latitude + north * near, 5), round(address.longitude + east * near * 2, 5)


def disclosed(dice: Dice) -> Disclosure:
    """How much of the place may be shown: mostly all of it."""
    drawn = dice.draw()
    return "exact" if drawn < 0.84 else "area" if drawn < 0.94 else "hidden"
