"""From a page's question to the index' query."""

from dataclasses import replace

from knutepunkt import gazetteer
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.query import Query
from knutepunkt.site.question import PAGE_SIZE, Question
from knutepunkt.site.words import language

MOST_PLACES = 5


def query_of(question: Question, words: Lexicon) -> Query:
    """The query that a question makes. Its place and codes have been checked by the form."""
    spot = gazetteer.spot_named(question.place) if question.place else None
    chosen = [("theme", question.theme), ("language", question.language)]
    return Query(
        text=question.text,
        concepts=tuple(words.code[scheme, code] for scheme, code in chosen if code),
        point=(spot.latitude, spot.longitude) if spot else None,
        within=float(question.within) if question.within else None,
        weekdays=question.weekday,
        formats=(question.mode,) if question.mode else (),
        limit=PAGE_SIZE,
        offset=(question.page - 1) * PAGE_SIZE,
        language=language(),
    )


def place_told(question: Question) -> str:
    """The place as it was typed, with its county where several places have that name."""
    spots = gazetteer.spots_named(question.place) if question.place else ()
    return with_county(spots[0]) if len(spots) > 1 else question.place


def other_places(question: Question) -> list[Question]:
    """The same question near each other place of that name."""
    spots = gazetteer.spots_named(question.place) if question.place else ()
    names = dict.fromkeys(with_county(spot) for spot in spots)
    return [replace(question, place=name, page=1) for name in [*names][1 : 1 + MOST_PLACES]]


def with_county(spot: gazetteer.Spot) -> str:
    """ "Våler, Østfold"."""
    county = gazetteer.county(spot.county)
    return f"{spot.name}, {county.name}" if county else spot.name
