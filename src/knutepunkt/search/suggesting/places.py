"""The places that a beginning of any of their names leads to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from knutepunkt.gazetteer import Spot, county, kilometres, municipality, name_in, spots_named
from knutepunkt.gazetteer.index import Entry, entries
from knutepunkt.search.index import Index
from knutepunkt.search.index.beginnings import LAST, count_of
from knutepunkt.search.language.beginnings import LETTERS, starts
from knutepunkt.search.language.remembering import remembered

NEAR = 100.0  # Kilometres.
Order = tuple[bool, bool, tuple[int, ...], bool, str]
COUNTED = ("county", "municipality")


class Place(NamedTuple):
    """A place as it is suggested; ``said`` is a name out of use that leads to it."""

    text: str
    detail: str
    code: str
    groups: int | None
    said: str
    whole: str


@cache
def table() -> tuple[list[bytes], list[tuple[Order, Entry]]]:
    """The beginnings of all names in order, and what each is of."""
    rows = [
        (
            key,
            (entry.former, at > 0, entry.order, entry.name != own_name(entry.spot), entry.name),
            entry,
        )
        for same in entries().values()
        for entry in same
        for key, at in starts(entry.name).items()
    ]
    rows.sort(key=lambda row: row[:2])
    return [key for key, _, _ in rows], [(order, entry) for _, order, entry in rows]


def places_beginning(
    now_open: Index, prefixes: Sequence[bytes], point: tuple[float, float] | None
) -> Iterator[Place]:
    """Each place once, names in use and large places first; with a point those near it first."""
    keys, rows = table()
    found: list[tuple[Order, Entry]] = []
    for prefix in prefixes:
        low = bisect_left(keys, prefix)
        if low < len(keys) and keys[low].startswith(prefix):
            found += rows[low : bisect_right(keys, prefix.ljust(LETTERS, LAST), low)]
    seen: set[tuple[str, str]] = set()
    for _, entry in sorted(found, key=lambda row: (is_far(row[1].spot, point), row[0])):
        spot = entry.spot
        told = text_of(entry), detail_of(entry)
        itself = spot.code or spot.name, spot.municipality
        if seen.isdisjoint((told, itself)):
            value = f"{spot.kind}:{spot.code}"
            count = count_of(now_open, value) if spot.kind in COUNTED else None
            said = entry.name if entry.former else ""
            code = spot.code if spot.kind in COUNTED else ""
            yield Place(*told, code, count, said, whole_of(told[0], spot))
        seen |= {told, itself}


def is_far(spot: Spot, point: tuple[float, float] | None) -> bool:
    """Say whether a place is not near a point; without one none is."""
    return point is not None and kilometres(*point, spot.latitude, spot.longitude) > NEAR


def text_of(entry: Entry) -> str:
    """The name that begins as typed, or today's where that one is out of use."""
    return own_name(entry.spot) if entry.former else entry.name


def own_name(spot: Spot) -> str:
    """A place's Norwegian name."""
    return name_in(spot.code, "nb") or spot.name if spot.kind == "municipality" else spot.name


@remembered(5000)
def detail_of(entry: Entry) -> str:
    """What tells a place from its namesakes: its Norwegian name, municipality and county."""
    spot, text = entry.spot, text_of(entry)
    around = municipality(spot.municipality), county(spot.county)
    names = [own_name(spot), *(own_name(one) for one in around if one is not None)]
    return ", ".join(dict.fromkeys(name for name in names if name != text))


@remembered(5000)
def whole_of(text: str, spot: Spot) -> str:
    """What to write so that this place is meant: its name, with the county where need be."""
    likeliest = next(iter(spots_named(text)), None)
    is_meant = likeliest is None or likeliest.municipality == spot.municipality
    around = county(spot.county)
    return text if is_meant or around is None else f"{text} {around.name}"
