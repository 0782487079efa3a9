"""What an answer can be narrowed by, and how each choice is drawn: the same whatever was asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from django.utils.text import capfirst

from knutepunkt.alphabet import in_order
from knutepunkt.directory.when import CODES, DAYS
from knutepunkt.search.answering.facets import Table
from knutepunkt.search.index.chosen import Mask
from knutepunkt.search.index.storage import Array
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.site.answers.drawing import Ways, around_options, ways_drawn
from knutepunkt.site.answers.filters_named import (
    BEFORE_LANGUAGE,
    HOURS,
    LAST,
    MODES,
    OPEN_PLACE,
    SO,
    SOON_PLACE,
    Part,
    called,
)
from knutepunkt.site.asking.posing import OPEN
from knutepunkt.site.words import texts_in


class Choice(NamedTuple):
    """One choice: the question's field, its value there, what it is called, how it is drawn."""

    name: str
    value: str
    label: str
    ways: Ways


@dataclass(frozen=True, eq=False, slots=True)
class Filter:
    """The choices of one kind, several at once or one of them, in one language.

    ``numbers`` say for each choice where its count stands in the row of all counts. Where there is
    a way to choose none, ``none`` is how that is drawn, and ``name`` the question's field that is
    then empty. A filter that ``is_whole`` shows choices without groups.
    ``around`` is what stands before and after the choices: shut, and open. ``plain`` is how each
    choice is drawn that was not made: before and after its count, and where no group has it.
    """

    name: str
    choices: list[Choice]
    numbers: Array
    none: Ways
    is_whole: bool
    around: tuple[list[str], list[str]]
    plain: list[tuple[str, str, str]]


@dataclass(frozen=True, eq=False, slots=True)
class Offered:
    """All filters of a page, and the choices of all of them in one row.

    ``ends`` say where those of each filter end in it, ``places`` where each stands by field and
    value; ``numbers`` and ``plain`` are as in ``Filter``, ``stands`` says which are shown without
    groups. ``open`` is where the states are counted in which a group takes in new people.
    """

    filters: tuple[Filter, ...]
    choices: list[Choice]
    places: dict[tuple[str, str], int]
    ends: Array
    numbers: Array
    open: list[int]
    plain: list[tuple[str, str, str]]
    stands: Mask

    @classmethod
    def of(cls, filters: tuple[Filter, ...], table: Table) -> "Offered":
        """Some filters with their choices in one row."""
        sizes = [len(one.plain) for one in filters]
        choices = [choice for one in filters for choice in one.choices]
        states = table.standing("state")
        return cls(
            filters=filters,
            choices=choices,
            places={choice[:2]: place for place, choice in enumerate(choices)},
            ends=np.cumsum(sizes),
            numbers=np.concatenate([one.numbers for one in filters]),
            open=[states[state] for state in OPEN if state in states],
            plain=[line for one in filters for line in one.plain],
            stands=np.repeat([one.is_whole for one in filters], sizes),
        )


@lru_cache(maxsize=12)
def offered(table: Table, words: Lexicon, tongue: str) -> Offered:
    """Every filter, in the order of how often somebody needs them, for a page in a language."""
    return Offered.of(tuple(Offering(table, words, tongue).every()), table)


@dataclass(frozen=True, slots=True)
class Offering:
    """What filters are made from."""

    table: Table
    words: Lexicon
    tongue: str

    def every(self) -> Iterator[Filter]:
        """The filters in their order."""
        days = zip(CODES, DAYS[texts_in(self.tongue)], strict=True)
        named = [(code, name.capitalize()) for code, name in days]
        yield self.filter("weekday", "weekday", named, self.of("weekday", CODES))
        yield self.filter("hours", "hours", self.named(HOURS), self.of("hours", HOURS), is_one=True)
        yield self.filter("mode", "mode", self.named(MODES), self.of("format", MODES), is_one=True)
        yield self.filter("", "so", self.named(SO), self.so())
        yield self.one_of("theme")
        yield from map(self.several, BEFORE_LANGUAGE)
        yield self.one_of("language")
        yield self.several(LAST)

    def filter(
        self,
        name: str,
        title: str,
        choices: Iterable[tuple[str, str]],
        numbers: list[int],
        *,
        is_one: bool = False,
        is_whole: bool = True,
    ) -> Filter:
        """A filter with choices by value and label."""
        made = [self.choice(name, value, label, is_one=is_one) for value, label in choices]
        return Filter(
            name,
            made,
            np.array(numbers, np.intp),
            self.choice(name, "", self.called("any"), is_one=True).ways if is_one else {},
            is_whole,
            around_options(self.called(title), self.tongue),
            [plainly(choice.ways, is_whole=is_whole) for choice in made],
        )

    def choice(self, name: str, value: str, label: str, *, is_one: bool) -> Choice:
        """A choice; one that is so or not is a field of its own."""
        field, said = (name, value) if name else (value, "1")
        return Choice(field, said, label, ways_drawn(field, said, label, is_one, self.tongue))

    def called(self, name: str) -> str:
        """What a filter or a choice is called."""
        return called(name, texts_in(self.tongue))

    def named(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        """Choices that the interface has words for."""
        return [(code, self.called(code)) for code in codes]

    def of(self, facet: str, values: Iterable[str]) -> list[int]:
        """Where the counts of some values stand; of those that no group has, at the very end."""
        known = self.table.standing(facet)
        return [known.get(value, -1) for value in values]

    def so(self) -> list[int]:
        """Where the counts stand of what is so or is not; two of them are of the page alone."""
        return [OPEN_PLACE, *self.of("fee", ["free"]), SOON_PLACE]

    def one_of(self, scheme: str) -> Filter:
        """The concepts of a vocabulary of which one may be chosen."""
        return self.concepts(Part(scheme, scheme), scheme, "", is_one=True)

    def several(self, part: Part) -> Filter:
        """Concepts of a vocabulary, several at once."""
        return self.concepts(part, "concept", f"{part.scheme}:")

    def concepts(self, part: Part, name: str, before: str, *, is_one: bool = False) -> Filter:
        """The concepts of a part of a vocabulary, by name."""
        known = by_name(self.words, part.scheme, texts_in(self.tongue), part.only, part.but)
        choices = [(before + code, capfirst(label)) for code, label, _ in known]
        numbers = self.of(part.facet or part.scheme, [id_ for _, _, id_ in known])
        return self.filter(name, part.title, choices, numbers, is_one=is_one, is_whole=False)


def plainly(ways: Ways, *, is_whole: bool) -> tuple[str, str, str]:
    """How a choice is drawn that was not made: around its count, and without groups."""
    before, after = ways[False, True]
    return before, after, ways[False, False][0] if is_whole else ""


def is_under(words: Lexicon, scheme: str, code: str, tops: Iterable[str]) -> bool:
    """Say whether a concept is one of some, or narrower than one."""
    above = set(words.above(words.code[scheme, code]))
    return any(words.code.get((scheme, top)) in above for top in tops)


@lru_cache(maxsize=200)
def by_name(
    words: Lexicon, scheme: str, tongue: str, only: tuple[str, ...], but: tuple[str, ...]
) -> list[tuple[str, str, str]]:
    """The concepts of a scheme in the order of their names: code, name and id."""
    found = [
        (code, words.name(id_, tongue), str(id_))
        for (its_scheme, code), id_ in words.code.items()
        if its_scheme == scheme
        if not only or is_under(words, scheme, code, only)
        if not is_under(words, scheme, code, but)
    ]
    found.sort(key=lambda one: in_order(one[1]))
    return found
