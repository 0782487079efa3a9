"""From what someone writes to the places it may mean."""

from collections.abc import Iterable

from knutepunkt.gazetteer.index import Entry, entries
from knutepunkt.gazetteer.letters import folded, plain, spelled
from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.towns import postal_code
from knutepunkt.gazetteer.within import regions_named
from knutepunkt.gazetteer.written import (
    address_parts,
    bilingual_parts,
    coordinates,
    kind_hint,
    postal_address,
    qualified,
)

# A post town that is no known place is the least precise thing a name can mean.
LAST = {"county": 1, "postal-code": 2}


def spot_named(text: str) -> Spot | None:
    """The likeliest place, or none."""
    return next(iter(spots_named(text)), None)


def spots_named(text: str) -> tuple[Spot, ...]:
    """Every place a text may mean, the likeliest first.

    Takes names in any language and spelling, former names, postal codes, coordinates
    ("63.43,10.39"), and names told apart by where they are: "Herøy, Nordland",
    "Sande (Vestfold)", "Os i Østerdalen". Spellings that match letter by letter come before those
    that match without their marks, larger places before smaller, and counties last unless the
    text says "fylke". A place that bears two names, or a centre and its municipality, come once.
    """
    for read in (_at_point, _by_postal_code, _by_name, _by_region, _by_all_names, _by_address):
        found = read(text)
        if found is not None:
            return found
    return ()


def ranked(text: str) -> list[tuple[int, Entry]]:
    """The entries with a name, each with how it matched.

    0: letter by letter, 1: as spelled in Norwegian, 2: without marks.
    """
    written, norwegian = plain(text), spelled(text)
    found = []
    for entry in entries().get(folded(text), ()):
        near = 1 if spelled(entry.name) == norwegian else 2
        found.append((0 if plain(entry.name) == written else near, entry))
    return found


def _at_point(text: str) -> tuple[Spot, ...] | None:
    point = coordinates(text)
    return (Spot("point", text.strip(), "", "", "", *point),) if point else None


def _by_postal_code(text: str) -> tuple[Spot, ...] | None:
    code, town = postal_address(text)
    spot = postal_code(code) if code else None
    if spot is None:
        return None
    named = _by_name(town) or ()
    agrees = not named or any(other.municipality == spot.municipality for other in named)
    return (spot,) if agrees else (*named, spot)


def _by_name(text: str) -> tuple[Spot, ...] | None:
    hint, name = kind_hint(text)
    found = ranked(text) or ranked(name)
    return _sorted(found, hint) if found else None


def _by_region(text: str) -> tuple[Spot, ...] | None:
    """None where the text names no known place, empty where it names one that is elsewhere."""
    name, where = qualified(text)
    found = _by_name(name) if name else None
    if found is None:
        return None
    regions = regions_named(where)
    inside = (tuple(filter(region.holds, found)) for region in regions)
    return next(filter(None, inside), ()) if regions else found


def _by_all_names(text: str) -> tuple[Spot, ...] | None:
    """Official names in two or three languages, in any order: every part must name the place."""
    parts = bilingual_parts(text)
    found = [_by_name(part) or () for part in parts]
    if len(parts) < 2:
        return None
    return tuple(spot for spot in found[0] if all(spot in others for others in found)) or None


def _by_address(text: str) -> tuple[Spot, ...] | None:
    """The last part of an address that names a place: "Storgata 1, Oslo, Norge"."""
    for part in reversed(address_parts(text)):
        found = _by_postal_code(part) or _by_name(part)
        if found:
            return found
    return None


def _sorted(found: Iterable[tuple[int, Entry]], hint: str) -> tuple[Spot, ...]:
    def likelihood(match: tuple[int, Entry]) -> tuple[object, ...]:
        rank, entry = match
        kind = entry.spot.kind
        last = kind != hint if hint else LAST.get(kind, 0)
        return last, rank, entry.former, entry.order

    places: dict[object, Spot] = {}
    for _rank, entry in sorted(found, key=likelihood):
        spot = entry.spot
        places.setdefault((spot.kind == "county", spot.latitude, spot.longitude), spot)
    return tuple(places.values())
