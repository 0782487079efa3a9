"""What a hit's place in the order comes from, for stewards and tests."""

from typing import Annotated

import numpy as np
from msgspec import Meta, Struct

from knutepunkt.search.index import ranking
from knutepunkt.search.index.ask import Ask
from knutepunkt.search.index.asking import Hit
from knutepunkt.search.index.lists import has
from knutepunkt.search.index.measuring import hereness, nearness, points, wished
from knutepunkt.search.index.ranking import value_of
from knutepunkt.search.index.record import Level
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Array
from knutepunkt.search.meaning import Need

By = Annotated[
    str,
    Meta(description="name, concept, above, label, told, organisation, place, text; mark where "
                     "it only tells of it; empty where it is not met."),
]  # fmt: skip


class Met(Struct, frozen=True):
    """How well a group meets one thing asked for, and by what of it."""

    points: int
    by: By


class Reasons(Struct, frozen=True):
    """The points behind a group's place; what the words count is the mean of what each does."""

    all: int
    words: Annotated[dict[str, Met], Meta(description="By the words that were asked with.")]
    wishes: int
    near: int
    here: int
    open: int
    confirmed: int
    soon: int


def reasons(hit: Hit, ask: Ask) -> Reasons:
    """The points of one hit by what they are for (docs/explanation/ranking.md)."""
    segment, docs = hit.segment, np.array([hit.number])
    is_open = ranking.OPEN * int(segment.arrays["is_open"][hit.number])
    confirmed = int(ranking.freshness(segment.arrays["confirmed"][docs], ask.today)[0])
    standing = int(segment.standing_on(ask.today).points[hit.number])
    near = nearness(segment, ask.point, hit.found, docs) if ask.point is not None else [0]
    return Reasons(
        all=int(points(segment, ask, hit.found, docs)[0]),
        words={need.said: met(segment, need, docs) for need in ask.needs},
        wishes=int(wished(segment, ask, docs)[0]),
        near=int(near[0]),
        here=int(hereness(segment, ask, hit.found, docs)[0]),
        open=is_open,
        confirmed=confirmed,
        soon=standing - is_open - confirmed,
    )


def met(segment: Segment, need: Need, docs: Array) -> Met:
    """How well one group meets a need, and where it has the best of what was asked for."""
    found = [
        (value_of(posting.level, term.weight), posting.level)
        for term in need.terms
        for posting in segment.postings.of(term.token)
        if has(posting, docs)[0]
    ]
    if not found:
        return Met(0, "")
    value, level = max(found)
    return Met(value, Level(level).name.lower())
