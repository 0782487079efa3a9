"""What a page of results asks: which groups meet a question, and what helps on beside them."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import NamedTuple

from django.utils import timezone
from msgspec.structs import replace

from knutepunkt.directory.models import Organisation
from knutepunkt.search.index import Index
from knutepunkt.search.indexing import following
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Found, asked, found, lexicon_of
from knutepunkt.search.query import BadQuery
from knutepunkt.site.answers import understood
from knutepunkt.site.answers.cards import Card, cards
from knutepunkt.site.answers.chosen import Chosen, all_chosen
from knutepunkt.site.answers.knowing import knowing
from knutepunkt.site.answers.panel import panel
from knutepunkt.site.answers.ways_out import Unanswered, WayOut, repairs, ways_out
from knutepunkt.site.asking import posing as asking
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.question import PAGE_SIZE, Question
from knutepunkt.site.choices import index_now
from knutepunkt.site.ended import Ended, ended_named
from knutepunkt.site.maps.showing import Map, map_of
from knutepunkt.site.watched import is_urgent, may_be_watched
from knutepunkt.site.words import page_language

MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """The first groups online, for a search near a place, and where the others are."""

    cards: list[Card]
    total: int
    url: str


class Turning(NamedTuple):
    """Which groups a page shows, counted from one; ``earlier`` and ``later`` are links to the pages
    on either side, "" for none.
    """

    first: int
    last: int
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of results; ``question`` leads to the first. ``elsewhere`` are of the same at other
    times, places or prices, and not counted.
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
    turning: Turning
    as_list: str
    as_map: str


class Told(NamedTuple):
    """What the index says to a question, which is the one it was put as in the end. ``soon`` groups
    meet within seven days, ``by_distance`` has how many there are farther off.
    """

    question: Question
    words: Lexicon
    spots: asking.Spots
    result: Found
    soon: int
    by_distance: dict[str, int]


def told(question: Question, now_open: Index) -> Told:
    """What the index says to a question, or to the nearest one that has an answer."""
    words = lexicon_of(now_open.manifest.vocabulary)
    spots, farther = asking.spots_of(question), asking.farther(question)
    query = asking.query_of(question, words, spots)
    try:
        result = found(query, others=asking.others(query, farther), now_open=now_open)
    except BadQuery:
        if not question.after:
            raise
        # The same words are read as another order than when the page before was shown.
        return told(replace(question, page=1, after=""), now_open)
    if result.total and not result.hits:  # groups have left since this page was led to
        last = ceil(result.total / PAGE_SIZE)
        return told(replace(question, page=last, after=""), now_open)
    soon, *wider = result.others
    return Told(question, words, spots, result, soon, dict(zip(farther, wider, strict=True)))


def answer(question: Question, now: datetime) -> Answer:
    """The groups that meet a question. Asks the index, and the database only how new that is (and
    once a minute which groups have ended).
    """
    following.catch_up()
    tongue = page_language()
    question, words, spots, result, soon, by_distance = told(question, index_now())
    offered = panel(question, result.facets, words, soon if result.total else 0, tongue)
    plain = replace(question, page=1)
    listed = replace(plain, view="")
    themes = asked_about(question, result, words)
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
        turning=turning(question, result, tongue),
        as_list=link_to(listed, tongue) if question.view else "",
        as_map="" if question.view else link_to(replace(plain, view="map"), tongue),
    )


def turning(question: Question, result: Found, tongue: str) -> Turning:
    """Which of the groups stand on a page, and the pages on either side."""
    before, number = (question.page - 1) * PAGE_SIZE, question.page
    return Turning(
        before + 1,
        before + len(result.hits),
        page_link(question, number - 1, "", tongue) if number > 1 else "",
        page_link(question, number + 1, result.cursor, tongue) if result.cursor else "",
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
