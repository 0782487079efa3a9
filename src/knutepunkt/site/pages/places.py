"""Everything the page of a county or a municipality tells."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.urls import reverse

from knutepunkt import gazetteer
from knutepunkt.alphabet import in_order, places_in_order
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Classification, Group, Meeting
from knutepunkt.directory.queries import going_on
from knutepunkt.gazetteer.areas import names
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
    """The page of a place. Six queries, however much there is."""
    is_county = spot.kind == "county"
    field = "place__county" if is_county else "place__municipality"
    here = Meeting.objects.filter(**{field: spot.code}).exclude(mode=Mode.ONLINE)
    groups = going_on().filter(pk__in=here.values("group"))
    parts = parts_of(spot.code) if is_county else []
    above = None if is_county else gazetteer.county(spot.county)
    return PlacePage(
        name=name_of(spot),
        code=spot.code,
        also=other_names(spot),
        county=Link(above.name, reverse("place", args=[above.code])) if above else None,
        parts=[part for part in parts if part.groups],
        bare=[part for part in parts if not part.groups],
        themes=themes_in(groups),
        groups=listing.listing(groups, page, today, spot.code),
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


def parts_of(county: str) -> list[Part]:
    """The municipalities of a county, by name. One query."""
    rows = (
        Meeting.objects.filter(place__county=county, group__in=going_on())
        .exclude(mode=Mode.ONLINE)
        .values_list("place__municipality")
        .annotate(Count("group", distinct=True))
        .order_by()
    )
    counts = dict(rows)
    found = [
        Part(name_of(spot), reverse("place", args=[spot.code]), counts.get(spot.code, 0))
        for spot in gazetteer.municipalities()
        if spot.county == county
    ]
    return sorted(found, key=lambda part: places_in_order(part.name))


def themes_in(groups: QuerySet[Group]) -> list[tuple[str, str, int]]:
    """The themes of some groups as (name, address, how many), by name. One query."""
    words = lexicon_now()
    codes = {id_: code for (scheme, code), id_ in words.code.items() if scheme == "theme"}
    rows = (
        Classification.objects.filter(group__in=groups, concept__scheme_id="theme")
        .values_list("concept")
        .annotate(Count("group", distinct=True))
        .order_by()
    )
    found = [
        (words.name(id_, language()), reverse("theme", args=[codes[id_]]), number)
        for id_, number in rows
        if id_ in codes
    ]
    return sorted(found, key=lambda theme: in_order(theme[0]))
