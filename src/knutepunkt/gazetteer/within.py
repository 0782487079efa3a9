"""The part of the country a name is told apart by: county, district or municipality."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from knutepunkt.gazetteer import areas
from knutepunkt.gazetteer.letters import folded
from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.tables import rows, several
from knutepunkt.gazetteer.written import kind_hint


@dataclass(frozen=True, slots=True)
class Region:
    """Codes of counties and municipalities; a place lies within when its own is among them."""

    codes: AbstractSet[str]

    def holds(self, spot: Spot) -> bool:
        return spot.county in self.codes or spot.municipality in self.codes


def regions_named(text: str) -> tuple[Region, ...]:
    """What a name covers today, then with what areas of that name covered formerly.

    Empty if it names nothing. Buskerud today holds one Nes; Buskerud of 2019 reached into what
    is Akershus now, which holds another.
    """
    _hint, name = kind_hint(text)
    key = folded(name)
    today = _present().get(key, set())
    return tuple(Region(codes) for codes in (today, today | _former().get(key, set())) if codes)


def region_of(spots: Iterable[Spot]) -> Region | None:
    """The municipalities of some places, and the counties that are among them."""
    codes = {spot.code if spot.kind == "county" else spot.municipality for spot in spots}
    return Region(codes) if codes else None


@cache
def _present() -> dict[str, set[str]]:
    """Districts too: their names tell "Bø i Vesterålen" from "Bø i Telemark"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, names in areas.names().items():
        for name in names:
            found[folded(name)].add(code)
    for name, codes in rows("districts"):
        found[folded(name)].update(several(codes))
    return found


@cache
def _former() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for old in areas.former():
        found[folded(old.name)].update(old.present)
    return found
