"""What a seeker's pages ask: which groups, what about this one, and which are like it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.models import Classification, Group
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Found, asked, found
from knutepunkt.search.query import Query
from knutepunkt.site import asking, understood
from knutepunkt.site.cards import Card, card
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.group_page import SHUT
from knutepunkt.site.question import PAGE_SIZE, Question
from knutepunkt.site.tender import is_tender
from knutepunkt.site.ways_out import WayOut, ways_out

MOST_ASKED = 12
MOST_SIMILAR = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of results. ``first`` and ``last`` count from one; ``question`` leads to the
    first page, ``earlier`` and ``later`` are the pages on either side.
    """

    total: int
    cards: list[Card]
    sentence: str
    corrections: list[str]
    other_places: list[Question]
    ways_out: list[WayOut]
    is_tender: bool
    question: Question
    first: int
    last: int
    earlier: int | None
    later: int | None


def answer(question: Question, now: datetime) -> Answer:
    """The groups that meet a question. Asks the index, and the database only how new that is."""
    words = lexicon_now()
    result = found(asking.query_of(question, words))
    first = (question.page - 1) * PAGE_SIZE
    last = first + len(result.hits)
    return Answer(
        total=result.total,
        cards=[card(hit, now) for hit in result.hits],
        sentence=understood.sentence(question, result, words),
        corrections=understood.corrections(result),
        other_places=asking.other_places(question),
        ways_out=[] if result.hits else ways_out(question, words),
        is_tender=is_tender(words, asked_about(question, result, words)),
        question=replace(question, page=1),
        first=first + 1,
        last=last,
        earlier=question.page - 1 if question.page > 1 else None,
        later=question.page + 1 if last < result.total else None,
    )


def asked_about(question: Question, result: Found, words: Lexicon) -> list[int]:
    """The themes a question was about: the chosen one, and those recognised in its words."""
    chosen = words.code.get(("theme", question.theme))
    named = [id_ for id_, names in words.names.items() if names in result.concepts]
    return [*named, chosen] if chosen else named


def group_known(uid: UUID) -> Group | None:
    """A group that is public or was so before it was withdrawn, with its organisation; or None."""
    known = Group.objects.select_related("organisation")
    return known.filter(uid=uid, is_published=True).first()


def similar_to(group: Group, now: datetime) -> list[Card]:
    """Other groups about the same, the nearest first; those that take nobody in are left out.

    Two queries, and one question to the index.
    """
    words = lexicon_now()
    carried = Classification.objects.filter(group=group, concept__scheme_id="theme")
    themes = sorted(carried.values_list("concept", flat=True), key=lambda id_: depth(words, id_))
    if not themes:
        return []
    query = Query(concepts=(themes[-1],), point=first_point(group), limit=MOST_ASKED)
    others = [hit for hit in asked(query).hits if hit.item["id"] != str(group.uid)]
    return [card(hit, now) for hit in others if hit.item["state"] not in SHUT][:MOST_SIMILAR]


def depth(words: Lexicon, id_: int) -> tuple[int, int]:
    """How narrow a concept is; the broadest come first."""
    return (len(list(words.above(id_))), id_)


def first_point(group: Group) -> tuple[float, float] | None:
    """Where a group meets, as far as it may be known."""
    for meeting in group.meetings.select_related("place").order_by("id"):
        place = shown_place(meeting.place) if meeting.place else None
        if place and place.latitude is not None and place.longitude is not None:
            return (place.latitude, place.longitude)
    return None
