"""The filters beside an answer, each choice with how many groups it would leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from knutepunkt.search.facets import Facets
from knutepunkt.search.index.storage import Array
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.site.asking import OPEN
from knutepunkt.site.filters import Filter, Offered, offered
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
    these = offered(facets.table, words, tongue)
    taken = [chosen(one, question) for one in these.filters]
    drawn = ""
    lines = lines_drawn(these, row_of(facets, soon)[these.numbers], taken)
    for one, places, found in zip(these.filters, taken, lines, strict=True):
        if found:
            drawn += filter_drawn(one, found, question, is_open=bool(places))
    return Panel(drawn, list(told(these, taken)))


def told(these: Offered, taken: list[set[int]]) -> Iterator[Taken]:
    """The choices that were made, in their order."""
    for one, places in zip(these.filters, taken, strict=True):
        for place in sorted(places):
            yield Taken(one.name, *one.choices[place][:2])


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


def lines_drawn(these: Offered, counts: Counts, taken: list[set[int]]) -> Iterator[str]:
    """For each filter the choices that some group has, and those that stand there all the same.

    What was chosen stands there still when nothing is left of it.
    """
    stands = these.stands | (counts > 0)
    made = [
        (start + place, one.choices[place].ways)
        for one, start, places in zip(these.filters, these.starts, taken, strict=True)
        for place in places
    ]
    stands[[place for place, _ in made]] = True
    at = stands.nonzero()[0]
    numbers = dict(zip(at.tolist(), counts[at].tolist(), strict=True))
    lines = {place: line_drawn(these.plain[place], count) for place, count in numbers.items()}
    for place, ways in made:
        lines[place] = str(numbers[place]).join(ways[True, numbers[place] > 0])
    every, begin = list(lines.values()), 0
    for end in at.searchsorted(these.ends).tolist():
        yield "".join(every[begin:end])
        begin = end


def line_drawn(plain: tuple[str, str, str], count: int) -> str:
    """A choice that was not made."""
    before, after, none = plain
    return f"{before}{count}{after}" if count else none


def filter_drawn(one: Filter, lines: str, question: Question, *, is_open: bool) -> str:
    """A filter around its choices."""
    none = one.none[not getattr(question, one.name), None][0] if one.none else ""
    before, after = one.around[is_open]
    return f"{before}{none}{lines}{after}"
