"""The filters beside an answer, each choice with how many groups it would leave."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from knutepunkt.search.facets import Facets
from knutepunkt.search.index.storage import Array
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.site.asking import OPEN
from knutepunkt.site.filters import Filter, filters
from knutepunkt.site.question import Question

Counts = Array


class Taken(NamedTuple):
    """A choice that was made: the question's field ("" for one of its own), value and label."""

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
    counts = row_of(facets, soon)
    drawn, taken = "", []
    for one in filters(facets.table, words, tongue):
        places = chosen(one, question)
        drawn += filter_drawn(one, counts[one.numbers].tolist(), question, places)
        taken += [Taken(one.name, *one.choices[place][:2]) for place in sorted(places)]
    return Panel(drawn, taken)


def row_of(facets: Facets, soon: int) -> Counts:
    """The counts of all facets, and what none counts, as ``filters`` says."""
    states = facets.table.standing("state")
    counts = facets.row
    is_open = sum(int(counts[states[state]]) for state in OPEN if state in states)
    return np.concatenate((counts, (is_open, soon, 0)))


def chosen(one: Filter, question: Question) -> set[int]:
    """The places of the choices that were made."""
    if not one.name:
        return {place for value, place in one.places.items() if getattr(question, value)}
    said = getattr(question, one.name)
    values = said if isinstance(said, tuple) else (said,)
    return {one.places[value] for value in values if value in one.places}


def filter_drawn(one: Filter, counts: list[int], question: Question, places: set[int]) -> str:
    """A filter with the choices that some group has; "" where there are none.

    What was chosen stands there still when nothing is left of it.
    """
    lines = [
        f"{before}{count}{after}" if count else none
        for (before, after, none), count in zip(one.plain, counts, strict=True)
    ]
    for place in places:
        ways = one.choices[place].ways
        lines[place] = str(counts[place]).join(ways[True, counts[place] > 0])
    drawn = "".join(lines)
    if not drawn:
        return ""
    none = one.none[not getattr(question, one.name), None][0] if one.none else ""
    before, after = one.around[bool(places)]
    return f"{before}{none}{drawn}{after}"
