"""From a page's question to the index' query."""

from dataclasses import replace

from knutepunkt import gazetteer
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.query import Query
from knutepunkt.site.question import PAGE_SIZE, Question
from knutepunkt.site.words import language


def query_of(question: Question, words: Lexicon) -> Query:
    """The query that a question makes. Its place and codes have been checked by the form."""
    spot = gazetteer.spot_named(question.place) if question.place else None
    chosen = [("theme", question.theme), ("language", question.language)]
    return Query(
        text=question.text,
        concepts=tuple(words.code[scheme, code] for scheme, code in chosen if code),
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        within=float(question.within) if question.within else None,
        weekdays=question.weekday,
        mode=question.mode,
        limit=PAGE_SIZE,
        offset=(question.page - 1) * PAGE_SIZE,
        language=language(),
    )


def other_places(question: Question) -> list[Question]:
    """The same question near each other place of that name."""
    spots = gazetteer.spots_named(question.place)[1:6] if question.place else ()
    names = [f"{spot.name}, {county.name}" for spot in spots
             if (county := gazetteer.county(spot.county))]  # fmt: skip
    return [replace(question, place=name, page=1) for name in dict.fromkeys(names)]
