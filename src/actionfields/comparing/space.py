"""The space of stances: multiple correspondence analysis of coded periods, or why not."""

from collections.abc import Iterable

from actionfields.comparing.heard import categories, seen_in, voices
from actionfields.field import Field
from actionfields.measures import Axes, Refused, mca
from actionfields.measures.voices import SILENT

STANCES = ("", "for", "against", "divided", "mentioned")


def space(field: Field, periods: Iterable[str], axes: int = 2) -> Axes | Refused:
    """MCA of the named actors heard in some periods by the categories that anyone spoke of.

    Each category is a question with the answers for, against, divided and mentioned. No row is no
    answer, never a no: a table that is mostly silent is refused as sparse, and the figures say how
    sparse. With several periods, an actor in each of them is a row of its own, «actor period».

    >>> import actionfields
    >>> found = space(actionfields.load("selvhjelp"), ["P1", "P2"])
    >>> found.code, dict(found.facts)["share"] < 90
    ('sparse', True)
    """
    several = list(periods)
    answers: dict[str, dict[str, str]] = {}
    asked: dict[str, None] = {}
    for period in several:
        said = voices(field.at(period), seen_in(field, period), categories(field))
        standing = said.standing()
        for row, place in zip(*(standing != SILENT).nonzero(), strict=True):
            actor, category = said.actors[int(place)], said.categories[int(row)]
            asked[category] = None
            name = actor if len(several) == 1 else f"{actor} {period}"
            answers.setdefault(name, {})[category] = STANCES[int(standing[row, place])]
    return mca(answers, list(asked), axes=axes)
