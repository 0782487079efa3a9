"""Which groups are like one: about the same, near it, and open to who comes now."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import asked
from knutepunkt.search.query import Query
from knutepunkt.site.answers.cards import Card, cards
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.group.meetings import SHUT
from knutepunkt.site.words import page_language

# Of so many nearest, those to be offered are chosen by what else counts.
MOST_ASKED = 8
MOST_SIMILAR = 3


def similar_to(
    group: Group, themes: Iterable[int], meetings: Iterable[Meeting], now: datetime
) -> list[Card]:
    """Other groups about the same; those that take nobody in are left out.

    Of the nearest those come first that have most points (docs/explanation/ranking.md), so that one
    that is open and confirmed stands before one on the same side of town that nobody has confirmed.
    Asks only the index, once, about the narrowest of the group's themes.
    """
    words, tongue = lexicon_now(), page_language()
    narrowest = max(themes, key=lambda id_: depth(words, id_), default=None)
    if narrowest is None:
        return []
    point = first_point(meetings)
    states = tuple(state for state in State.values if state not in SHUT)
    query = Query(concepts=(narrowest,), point=point, states=states, limit=MOST_ASKED,
                  has_facets=False)  # fmt: skip
    hits = asked(query, has_reasons=True).hits
    best = sorted(hits, key=lambda hit: -hit.reasons.all if hit.reasons else 0)
    others = (hit for hit in best if hit.item["id"] != str(group.uid))
    return cards(islice(others, MOST_SIMILAR), now, tongue)


def depth(words: Lexicon, id_: int) -> tuple[int, int]:
    """How narrow a concept is; the broadest come first."""
    return (len(list(words.above(id_))), id_)


def first_point(meetings: Iterable[Meeting]) -> tuple[float, float] | None:
    """Where a group meets, as far as it may be known."""
    for meeting in sorted(meetings, key=lambda one: one.pk):
        place = shown_place(meeting.place) if meeting.place else None
        if place and place.latitude is not None and place.longitude is not None:
            return (place.latitude, place.longitude)
    return None
