"""What an application gets back; nothing it asked is kept."""

from typing import Annotated

from msgspec import Meta, Struct

from knutepunkt.distribute.searching.questions import bad
from knutepunkt.search import queries
from knutepunkt.search.queries import Found
from knutepunkt.search.query import BadQuery, Query
from knutepunkt.search.suggesting.suggestions import Suggestion, suggestions
from knutepunkt.search.told import Answer
from knutepunkt.search.written import ENCODE, answer_of

MOST_VALUES = 100


class SearchAnswer(Answer, frozen=True, kw_only=True):
    """How many groups there are in all, one page of them, and other ways to ask."""

    suggestions: Annotated[
        list[Suggestion], Meta(description="Other ways to ask, when nothing was found as asked.")
    ] = []


class Suggestions(Struct, frozen=True):
    """Ways to go on with a text; the kinds share the room."""

    suggestions: list[Suggestion]


def answer(query: Query, *, has_reasons: bool = False) -> bytes:
    """The JSON of an answer. Raises Problem."""
    try:
        found = queries.found(query, has_reasons=has_reasons)
    except BadQuery as error:
        raise bad(error) from None
    told = answer_of(found, query, MOST_VALUES)
    return ENCODE(SearchAnswer(**told, suggestions=others(found, query)))


def others(found: Found, query: Query) -> list[Suggestion]:
    """Other ways to ask: only when the text found nothing as it stood."""
    if not query.text or (found.total and "words" not in found.loosened):
        return []
    return list(suggestions(query.text, query.language, query.point))
