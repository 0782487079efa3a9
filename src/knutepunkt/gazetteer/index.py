"""Every name there is, by its folded spelling, with what it names."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knutepunkt.gazetteer import areas, towns
from knutepunkt.gazetteer.letters import folded
from knutepunkt.gazetteer.spot import Spot

# What kind comes first among spots of the same size and name.
KINDS = ("municipality", "territory", "settlement", "postal-code", "county", "point")

# The people of a municipality's largest place where nobody counted them: more than in a hamlet.
UNCOUNTED_CENTRE = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a spot. `order` sorts what shares the name: smaller is likelier meant."""

    name: str
    spot: Spot
    order: tuple[int, ...]
    former: bool = False


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in (*_areas(), *_settlements(), *_former()):
        found[folded(entry.name)].append(entry)
    for entry in _post_towns():
        key = folded(entry.name)
        if all(other.spot.municipality != entry.spot.municipality for other in found[key]):
            found[key].append(entry)
    return {key: tuple(values) for key, values in found.items()}


def _areas() -> Iterator[Entry]:
    for code, names in areas.names().items():
        spot = areas.municipality(code) if len(code) == 4 else areas.county(code)
        if spot is not None:
            yield from (Entry(name, spot, _order(spot)) for name in names)


def _settlements() -> Iterator[Entry]:
    for spot, others in towns.settlements():
        yield from (Entry(name, spot, _order(spot)) for name in (spot.name, *others))


def _post_towns() -> Iterator[Entry]:
    yield from (Entry(spot.name, spot, _order(spot)) for spot in towns.post_towns())


def _former() -> Iterator[Entry]:
    """Names out of use lead to today's places, but not where one of these bears the name still."""
    for old in areas.former():
        if any(old.name in areas.names()[code] for code in old.present):
            continue
        for place, code in enumerate(old.present):
            spot = areas.county(code) if old.kind == "county" else areas.municipality(code)
            if spot is not None:
                yield Entry(old.name, spot, (place, *_order(spot)), former=True)


def _order(spot: Spot) -> tuple[int, ...]:
    """Larger places first; of two of unknown size, the one in the larger municipality."""
    largest, together = _people().get(spot.municipality, (0, 0))
    size = largest or UNCOUNTED_CENTRE if spot.kind == "municipality" else spot.population or 0
    return -size, -together, KINDS.index(spot.kind), int(spot.code or 0)


@cache
def _people() -> dict[str, tuple[int, int]]:
    """Municipality → the people of its largest place, and of all its places that are counted."""
    found: dict[str, tuple[int, int]] = {}
    for spot, _others in towns.settlements():
        largest, together = found.get(spot.municipality, (0, 0))
        people = spot.population or 0
        found[spot.municipality] = max(largest, people), together + people
    return found
