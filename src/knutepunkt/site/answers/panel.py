"""The filters beside an answer, each choice with how many groups it would leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from knutepunkt.search.answering.facets import Facets
from knutepunkt.search.index.storage import Array
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.site.answers.filters import Filter, Offered, offered
from knutepunkt.site.asking.question import Question

Counts = Array


class Taken(NamedTuple):
    """A choice that was made: the question's field, the value and the label."""

    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The filters with their choices, drawn, and those that were chosen, in the same order."""

    drawn: str
    chosen: list[Taken]


def panel(question: Question, facets: Facets, words: Lexicon, soon: int, tongue: str) -> Panel:
    """The filters that have something to choose. ``soon`` is how many meet within seven days."""
    these = offered(facets.table, words, tongue)
    taken = sorted({these.places[one] for one in question.fields() if one in these.places})
    opened = these.ends.searchsorted(taken, "right").tolist()
    drawn = [
        filter_drawn(these.filters[number], lines, question, is_open=number in opened)
        for number, lines in enumerate(lines_drawn(these, facets.row, soon, taken))
        if lines
    ]
    return Panel("".join(drawn), [Taken(*these.choices[place][:3]) for place in taken])


def lines_drawn(these: Offered, row: Counts, soon: int, taken: list[int]) -> Iterator[str]:
    """For each filter the choices that some group has, and those that stand there all the same.

    What was chosen stands there still when nothing is left of it.
    """
    # What no facet counts stands at the end, as ``filters`` says.
    counts = np.concatenate((row, (row[these.open].sum(), soon, 0)))[these.numbers]
    stands = these.stands | (counts > 0)
    stands[taken] = True
    at = stands.nonzero()[0]
    places, plain = at.tolist(), these.plain
    lines = [
        f"{plain[place][0]}{count}{plain[place][1]}" if count else plain[place][2]
        for place, count in zip(places, counts[at].tolist(), strict=True)
    ]
    for place in taken:
        count = counts[place]
        lines[places.index(place)] = str(count).join(these.choices[place].ways[True, bool(count)])
    begin = 0
    for end in at.searchsorted(these.ends).tolist():
        yield "".join(lines[begin:end])
        begin = end


def filter_drawn(one: Filter, lines: str, question: Question, *, is_open: bool) -> str:
    """A filter around its choices."""
    none = one.none[not getattr(question, one.name), None][0] if one.none else ""
    before, after = one.around[is_open]
    return f"{before}{none}{lines}{after}"
