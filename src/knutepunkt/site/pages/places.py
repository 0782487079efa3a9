"""Everything the page of a county or a municipality tells."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from knutepunkt import gazetteer
from knutepunkt.alphabet import in_order, places_in_order
from knutepunkt.gazetteer.areas import names
from knutepunkt.search.queries import Found
from knutepunkt.search.query import Query
from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.pages import listing
from knutepunkt.site.pages.home import Link
from knutepunkt.site.words import language


@dataclass(frozen=True, slots=True)
class Part:
    """A municipality of a county, and how many groups meet there."""

    name: str
    url: str
    groups: int


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place as its page shows it: ``county`` above a municipality, ``parts`` below a county.

    ``bare`` are those parts where nobody is known to meet.
    """

    name: str
    code: str
    also: list[str]
    county: Link | None
    parts: list[Part]
    bare: list[Part]
    themes: list[tuple[str, str, int]]
    groups: listing.Listing
    question: Question


def place_known(code: str) -> gazetteer.Spot | None:
    """The county or municipality of today with a code, or None."""
    found = gazetteer.county(code) if len(code) == 2 else gazetteer.municipality(code)
    return found if found and found.code == code else None


def place_page(spot: gazetteer.Spot, page: int, today: date) -> PlacePage:
    """The page of a place. Three queries, however much there is."""
    is_county = spot.kind == "county"
    here = Query(counties=(spot.code,)) if is_county else Query(municipalities=(spot.code,))
    found = listing.counted(here)
    parts = parts_of(spot.code, found) if is_county else []
    above = None if is_county else gazetteer.county(spot.county)
    return PlacePage(
        name=name_of(spot),
        code=spot.code,
        also=other_names(spot),
        county=Link(above.name, reverse("place", args=[above.code])) if above else None,
        parts=[part for part in parts if part.groups],
        bare=[part for part in parts if not part.groups],
        themes=themes_in(found),
        groups=listing.listing(here, page, today, spot.code),
        question=Question(place=name_of(spot)),
    )


def other_names(spot: gazetteer.Spot) -> list[str]:
    """What a place is called besides, each name by itself and not strung together as in tables."""
    found = (part for name in names().get(spot.code, ()) for part in name.split(" - "))
    return [name for name in dict.fromkeys(found) if name != name_of(spot)]


def name_of(spot: gazetteer.Spot) -> str:
    """A place in the language of the page."""
    if spot.kind == "county":
        return spot.name
    return gazetteer.name_in(spot.code, language()) or spot.name


def parts_of(county: str, here: Found) -> list[Part]:
    """The municipalities of a county, by name, with how many of those found there meet in each."""
    counts = here.facets.get("municipality", {})
    found = [
        Part(name_of(spot), reverse("place", args=[spot.code]), counts.get(spot.code, 0))
        for spot in gazetteer.municipalities()
        if spot.county == county
    ]
    return sorted(found, key=lambda part: places_in_order(part.name))


def themes_in(here: Found) -> list[tuple[str, str, int]]:
    """The themes of some groups as (name, address, how many), by name; a theme has those of all
    that are narrower."""
    words = lexicon_now()
    codes = {str(id_): code for (scheme, code), id_ in words.code.items() if scheme == "theme"}
    found = [
        (words.name(int(id_), language()), reverse("theme", args=[codes[id_]]), number)
        for id_, number in here.facets.get("theme", {}).items()
        if id_ in codes
    ]
    return sorted(found, key=lambda theme: in_order(theme[0]))
