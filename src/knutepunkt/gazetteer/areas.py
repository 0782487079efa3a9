"""Counties and municipalities, today's and the ones they replaced."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from knutepunkt.gazetteer.spot import Spot
from knutepunkt.gazetteer.tables import rows, several

AreaKind = Literal["municipality", "county"]
LANGUAGES = ("official", "nb", "nn", "sme", "sma", "smj", "fkv")


@dataclass(frozen=True, slots=True)
class Former:
    """A code or name out of use; `present` holds today's codes, the largest part first."""

    kind: AreaKind
    code: str
    name: str
    present: tuple[str, ...]


def counties() -> tuple[Spot, ...]:
    """The 15 counties of 2024, by code."""
    return tuple(_counties().values())


def municipalities() -> tuple[Spot, ...]:
    """The 357 municipalities of 2024, by code; Svalbard and Jan Mayen are not among them."""
    return tuple(spot for spot in _municipalities().values() if spot.kind == "municipality")


def county(code: str) -> Spot | None:
    """The county with a code of today, else the main successor of one with a former code."""
    return next(iter(present("county", code)), None)


def municipality(code: str) -> Spot | None:
    """The municipality with a code of today, else the main successor of one with a former code.

    Accepts the codes of Svalbard (2100) and Jan Mayen (2211) too.
    """
    return next(iter(present("municipality", code)), None)


def present(kind: AreaKind, code: str) -> tuple[Spot, ...]:
    """Today's areas for a code of any year, the one with the largest part first."""
    found = _municipalities() if kind == "municipality" else _counties()
    codes = (code,) if code in found else _successors().get((kind, code), ())
    return tuple(found[each] for each in codes)


@cache
def former() -> tuple[Former, ...]:
    return tuple(
        Former("county" if kind == "county" else "municipality", code, name, several(present))
        for kind, code, name, present, _until in rows("former")
    )


def name_in(code: str, language: str) -> str:
    """A municipality's name in `nb`, `nn`, `sme`, `sma`, `smj` or `fkv`, Norwegian if unknown.

    `official` gives all its official names, as tables show them; in running text the name of the
    text's language is used. Empty for a code that is not in use.
    """
    found = _names_by_language().get(code, {})
    return found.get(language) or found.get("nb", "")


@cache
def names() -> MappingProxyType[str, tuple[str, ...]]:
    """County, municipality or territory code → its names in every language."""
    found = {code: (name, *several(others)) for code, name, others, *_ in rows("counties")}
    for code, _county, *fields, _latitude, _longitude in rows("municipalities"):
        found[code] = tuple(dict.fromkeys(name for field in fields for name in several(field)))
    for code, name, place, *_ in rows("territories"):
        found[code] = (name, place)
    return MappingProxyType(found)


@cache
def _names_by_language() -> dict[str, dict[str, str]]:
    return {
        code: {
            language: next(iter(several(field)), "")
            for language, field in zip(LANGUAGES, fields, strict=True)
        }
        for code, _county, *fields, _latitude, _longitude in rows("municipalities")
    }


@cache
def _counties() -> dict[str, Spot]:
    return {
        code: Spot("county", name, code, code, "", float(latitude), float(longitude))
        for code, name, _others, latitude, longitude in rows("counties")
    }


@cache
def _municipalities() -> dict[str, Spot]:
    found = {}
    for code, county, official, norwegian, *_names, latitude, longitude in rows("municipalities"):
        point = float(latitude), float(longitude)
        name = norwegian if official.startswith(norwegian) else official
        found[code] = Spot("municipality", name, code, county, code, *point)
    for code, name, _place, latitude, longitude in rows("territories"):
        found[code] = Spot("territory", name, code, "", code, float(latitude), float(longitude))
    return found


@cache
def _successors() -> dict[tuple[AreaKind, str], tuple[str, ...]]:
    return {(old.kind, old.code): old.present for old in former() if old.code}
