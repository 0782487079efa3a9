"""What a seeker's pages ask: which groups, what about this one, and which are like it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from math import ceil

from django.utils import timezone
from msgspec.structs import replace

from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Group, Meeting, Organisation
from knutepunkt.search.indexing import following
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Found, asked, found, lexicon_of
from knutepunkt.search.query import BadQuery, Query
from knutepunkt.site.answers import understood
from knutepunkt.site.answers.cards import Card, cards
from knutepunkt.site.answers.chosen import Chosen, all_chosen
from knutepunkt.site.answers.knowing import knowing
from knutepunkt.site.answers.panel import panel
from knutepunkt.site.answers.ways_out import Unanswered, WayOut, repairs, ways_out
from knutepunkt.site.asking import posing as asking
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.question import PAGE_SIZE, Question
from knutepunkt.site.choices import index_now, lexicon_now
from knutepunkt.site.ended import Ended, ended_named
from knutepunkt.site.group.meetings import SHUT
from knutepunkt.site.maps.showing import Map, map_of
from knutepunkt.site.watched import is_urgent, may_be_watched
from knutepunkt.site.words import page_language

# Of so many nearest, those to be offered are chosen by what else counts.
MOST_ASKED = 8
MOST_SIMILAR = 3
MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """The first groups online, for a search near a place, and where the others are."""

    cards: list[Card]
    total: int
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of results. ``first`` and ``last`` count from one; ``question`` leads to the
    first page, ``earlier`` and ``later`` are links to the pages on either side, "" for none.
    ``elsewhere`` are of the same at other times, places or prices, and not counted.
    """

    total: int
    cards: list[Card]
    elsewhere: list[Card]
    told_elsewhere: str
    sentence: str
    ended: list[Ended]
    corrections: list[str]
    loosened: str
    far_off: str
    filters: str
    chosen: list[Chosen]
    repairs: list[WayOut]
    online: Beside | None
    map: Map | None
    other_places: list[Question]
    ways_out: list[WayOut]
    organisations: list[Organisation]
    may_be_watched: bool
    is_urgent: bool
    question: Question
    first: int
    last: int
    earlier: str
    later: str
    as_list: str
    as_map: str


def answer(question: Question, now: datetime) -> Answer:
    """The groups that meet a question. Asks the index, and the database only how new that is (and
    once a minute which groups have ended).
    """
    following.catch_up()
    now_open, tongue = index_now(), page_language()
    words = lexicon_of(now_open.manifest.vocabulary)
    spots = asking.spots_of(question)
    query = asking.query_of(question, words, spots)
    farther = asking.farther(question)
    try:
        result = found(query, others=asking.others(query, farther), now_open=now_open)
    except BadQuery:
        if not question.after:
            raise
        # The same words are read as another order than when the page before was shown.
        return answer(replace(question, page=1, after=""), now)
    if result.total and not result.hits:  # groups have left since this page was led to
        return answer(replace(question, page=ceil(result.total / PAGE_SIZE), after=""), now)
    soon, *wider = result.others
    offered = panel(question, result.facets, words, soon if result.total else 0, tongue)
    plain = replace(question, page=1)
    listed = replace(plain, view="")
    first = (question.page - 1) * PAGE_SIZE
    last = first + len(result.hits)
    themes = asked_about(question, result, words)
    by_distance = dict(zip(farther, wider, strict=True))
    unanswered = Unanswered(listed, result, words, spots, by_distance)
    shown = cards(result.hits, now, tongue)
    fitting = len(shown) - result.elsewhere
    return Answer(
        total=result.total,
        cards=shown[:fitting],
        elsewhere=shown[fitting:],
        told_elsewhere=understood.elsewhere(result),
        sentence=understood.sentence(question, result, words, spots),
        ended=ended_named(question.text),
        corrections=understood.corrections(result, question.text),
        loosened=understood.loosened(result),
        far_off=understood.far_off(question, result),
        filters=offered.drawn,
        chosen=all_chosen(question, result.meaning, offered.chosen, words, tongue),
        repairs=repairs(question, result.total, by_distance.items(), tongue) if result.hits else [],
        online=beside(question, result, words, now, tongue),
        map=map_of(question, result, words) if question.view and result.hits else None,
        other_places=asking.other_places(question, spots),
        ways_out=[] if result.hits else ways_out(unanswered),
        organisations=[] if result.hits else knowing(themes, timezone.localdate(now)),
        may_be_watched=may_be_watched(words, themes),
        is_urgent=is_urgent(words, themes),
        question=plain,
        first=first + 1,
        last=last,
        earlier=page_link(question, question.page - 1, "", tongue) if question.page > 1 else "",
        later=page_link(question, question.page + 1, result.cursor, tongue)
        if result.cursor
        else "",
        as_list=link_to(listed, tongue) if question.view else "",
        as_map="" if question.view else link_to(replace(plain, view="map"), tongue),
    )


def page_link(question: Question, number: int, after: str, tongue: str) -> str:
    """The address of another page of an answer; ``after`` is the cursor that leads to it."""
    return link_to(replace(question, page=number, after=after), tongue)


def beside(
    question: Question, found: Found, words: Lexicon, now: datetime, tongue: str
) -> Beside | None:
    """Groups online about the same, where a place was asked for; they have no distance."""
    if not question.place or question.mode or question.page > 1:
        return None
    online = replace(
        question, place="", within="", mode="online", county="", municipality="", box=""
    )
    query = replace(asking.query_of(online, words), limit=MOST_BESIDE, has_facets=False)
    result = asked(query, meaning=found.meaning, now_open=found.index)
    if not result.hits:
        return None
    return Beside(cards(result.hits, now, tongue), result.total, link_to(online, tongue))


def asked_about(question: Question, result: Found, words: Lexicon) -> list[int]:
    """The themes a question was about: the chosen one, and those recognised in its words."""
    named = [id_ for id_ in result.meaning.concepts if words.scheme.get(id_) == "theme"]
    chosen = words.code.get(("theme", question.theme))
    return [*named, chosen] if chosen else named


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
