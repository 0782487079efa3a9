"""From what was asked to the query that the site's own pages make."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from knutepunkt import gazetteer
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.searching.asked import Asked, Public
from knutepunkt.search import queries
from knutepunkt.search.language.whereabouts import places_told
from knutepunkt.search.query import BadQuery, Point, Query

THEME = "theme"


def query_of(asked: Asked) -> Query:
    """The query. Raises Problem that names the field at fault."""
    begins = asked.begins
    try:
        return Query(
            text=plain(asked.text),
            concepts=tuple(concept(one) for one in asked.concepts),
            without=tuple(concept(one, "without") for one in asked.without),
            point=point_asked(asked),
            within=asked.within,
            box=asked.box,
            municipalities=tuple(area("municipalities", one) for one in asked.municipalities),
            counties=tuple(area("counties", one) for one in asked.counties),
            weekdays=asked.weekdays,
            begins=(minutes(begins.since), minutes(begins.until)) if begins else None,
            days=asked.days,
            zone=zone(asked.zone),
            formats=asked.formats,
            states=asked.states,
            fees=asked.fees,
            organisations=tuple(map(str, asked.organisations)),
            sources=asked.sources,
            confirmed_since=asked.confirmed_since,
            sort=asked.sort,
            limit=asked.limit,
            cursor=asked.cursor,
            language=asked.language,
            has_facets=asked.facets,
        )
    except BadQuery as error:
        raise bad(error) from None


def public_query_of(asked: Public) -> Query:
    """The query of an address. Raises Problem that names the field at fault."""
    concepts = (concept(f"{THEME}:{asked.theme}", "theme"),) if asked.theme else ()
    places = area("municipality", asked.municipality) if asked.municipality else ""
    county = area("county", asked.county) if asked.county else ""
    return Query(
        concepts=concepts,
        municipalities=(places,) if places else (),
        counties=(county,) if county else (),
        sort=asked.sort,
        limit=asked.limit,
        cursor=asked.cursor,
        language=asked.language,
        has_facets=asked.facets,
    )


def bad(error: BadQuery) -> Problem:
    """A question that cannot be asked, as a problem."""
    return Problem(400, f"{error}", field=error.field)


def plain(text: str) -> str:
    """A text that people could have typed. Raises Problem."""
    if "\x00" in text:
        raise Problem(400, "text: it has a sign in it that nobody can type", field="text")
    return text


def concept(text: str, field: str = "concepts") -> int:
    """The id of ``scheme:code``. Raises Problem when there is no such concept."""
    scheme, _, code = text.partition(":")
    if (found := queries.concept_coded(scheme, code)) is None:
        sentence = f"{field}: there is no concept “{text}”; see /feeds/vocabularies.json"
        raise Problem(400, sentence, field=field)
    return found


def point_asked(asked: Asked) -> Point | None:
    """Where to measure from, named in one way. Raises Problem."""
    if asked.point and asked.place:
        raise Problem(400, "point: give a place or a point, not both", field="point")
    return asked.point or point_of(asked.place)


def point_of(place: str) -> Point | None:
    """Where a place is; None when none was named. Raises Problem with the names nearest to it."""
    if not place:
        return None
    spots = places_told(place)
    if not spots:
        near = " or ".join(gazetteer.suggestions(place))
        hint = f"; did you mean {near}?" if near else ""
        raise Problem(400, f"place: there is no place “{place}”{hint}", field="place")
    return spots[0].latitude, spots[0].longitude


def area(field: str, code: str) -> str:
    """The code of a municipality or county, of any year. Raises Problem."""
    known = gazetteer.county if field.startswith("count") else gazetteer.municipality
    if known(code) is None:
        raise Problem(400, f"{field}: there is no code “{code}” in use in Norway", field=field)
    return code


@lru_cache(maxsize=1000)
def zone(name: str) -> str:
    """The name of a zone that there is. Raises Problem."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        sentence = "zone: a name such as Europe/Oslo, from the IANA time zone database"
        raise Problem(400, sentence, field="zone") from None
    return name


def minutes(clock: str) -> int:
    """Minutes after midnight of ``17:00``."""
    return int(clock[:2]) * 60 + int(clock[3:])
