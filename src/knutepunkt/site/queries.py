"""The two questions a seeker's pages ask: which groups, and what about this one."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from knutepunkt.directory.models import Group
from knutepunkt.search.queries import found
from knutepunkt.site import asking, understood
from knutepunkt.site.cards import Card, card
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.question import PAGE_SIZE, Question
from knutepunkt.site.ways_out import WayOut, ways_out


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
        question=replace(question, page=1),
        first=first + 1,
        last=last,
        earlier=question.page - 1 if question.page > 1 else None,
        later=question.page + 1 if last < result.total else None,
    )


def group_known(uid: UUID) -> Group | None:
    """A group that is public or was so before it was withdrawn, with its organisation; or None."""
    known = Group.objects.select_related("organisation")
    return known.filter(uid=uid, is_published=True).first()
