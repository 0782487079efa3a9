"""What a group tells of itself, as the index keeps it: nothing of what somebody classified."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knutepunkt.search.indexing.facts import GroupFacts
from knutepunkt.search.indexing.list_terms import ACCESSIBILITY, ListTerms
from knutepunkt.search.indexing.numbering import Numbering
from knutepunkt.search.indexing.people import written_in
from knutepunkt.search.indexing.settling import (
    PLAINLY,
    Themes,
    of_their_age,
    plainest,
    settled,
)
from knutepunkt.search.indexing.telling import Telling
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import concept_token, general_token
from knutepunkt.search.understanding.kinds import LANGUAGE, PEOPLE, THEME

SAID = {PEOPLE, ACCESSIBILITY}  # What a group tells otherwise, too.
ARRANGED = {ACCESSIBILITY, LANGUAGE, "openness"}
flat = chain.from_iterable
NO_THEMES: tuple[Themes, Themes, Themes] = ({}, {}, {})


class Stated(NamedTuple):
    """The concepts of ours that a group has, and which of them are themes."""

    ids: list[int]
    themes: list[int]


class Terms(NamedTuple):
    """What the terms of a list name: themes, those of them that name people, all else."""

    themes: tuple[int, ...]
    of_people: frozenset[int]
    others: tuple[int, ...]


class SelfTold(NamedTuple):
    """What a group has by the themes it tells of itself: values of facets, and the numbers of
    tokens by how plainly it tells.
    """

    facets: tuple[str, ...] = ()
    by_name: bytes = b""
    by_words: bytes = b""
    beside: bytes = b""
    faintly: bytes = b""


class SelfTelling:
    """Writes what groups tell of themselves as numbers, for as long as a numbering lives."""

    def __init__(self, telling: Telling, numbering: Numbering) -> None:
        self.telling, self.numbering = telling, numbering
        self.lexicon: Lexicon = telling.lexicon
        self.terms = ListTerms(self.lexicon)
        self.written = lru_cache(maxsize=20_000)(self._written)

    def of(self, facts: GroupFacts, foreign: list[str], stated: Stated) -> SelfTold:
        """What a group tells by the names of terms that are not ours (``foreign``), and of what
        nobody ``stated`` as ours: its themes by its name, its own words and who stands behind
        it, whom it is for by its themes, and what is arranged by what it says of the house.
        """
        terms = self.of_terms(foreign)
        named, said, behind = NO_THEMES if stated.themes else self.themes(facts, terms)
        if stated.themes:
            said = {id_: PLAINLY for id_ in terms.themes if not self.is_whom(id_)}
        has = {self.lexicon.facet[id_] for id_ in (*stated.ids, *terms.others)}
        every = self.of_matter((*named, *said, *behind))
        groups = self.terms.whom(terms.themes or stated.themes or every)
        beside = [id_ for id_ in groups if self.lexicon.facet[id_] not in has]
        if ACCESSIBILITY not in has:
            beside += self.terms.of_text(facts.accessibility)
        facets, by_name, above_names = self.written((*self.plain(named, has), *terms.others))
        more, by_words, above_words = self.written(self.plain(said, has))
        others, by_others, above_others = self.written((*beside, *self.of_matter((*behind,))))
        rest, *faintly = self.written(self.of_matter((*named, *said)))
        return SelfTold(
            tuple(dict.fromkeys((*facets, *more, *others, *rest))),
            by_name,
            by_words,
            above_names + by_others,
            above_words + above_others + b"".join(faintly),
        )

    def of_matter(self, ids: tuple[int, ...]) -> tuple[int, ...]:
        """Those of some concepts that are themes."""
        return tuple(dict.fromkeys(id_ for id_ in ids if self.lexicon.scheme[id_] == THEME))

    def plain(self, told: Themes, has: set[str]) -> tuple[int, ...]:
        """What is told plainly, but for what is stated of whom a group is for or what it speaks."""
        scheme, facet = self.lexicon.scheme, self.lexicon.facet
        return tuple(
            id_ for id_, grade in told.items()
            if grade == PLAINLY and (scheme[id_] == THEME or facet[id_] not in has)
        )  # fmt: skip

    def of_terms(self, foreign: list[str]) -> Terms:
        """What the terms of a list name; what a wheelchair or a language names besides is none."""
        themes: dict[int, None] = {}
        of_people: set[int] = set()
        others: dict[int, None] = {}
        for term in foreign:
            named = self.terms.of(term)
            schemes = {self.lexicon.scheme[id_] for id_ in named}
            others |= dict.fromkeys(named)
            if schemes.isdisjoint(ARRANGED):
                known, is_all = self.terms.themes(term)
                named_too = self.of_matter((*self.telling.of_name(term),))
                told = known if is_all and known else (*known, *named_too)
                themes |= dict.fromkeys(told)
                of_people |= set(told) if PEOPLE in schemes else set()
        return Terms(tuple(themes), frozenset(of_people), tuple(others))

    def themes(self, facts: GroupFacts, terms: Terms) -> tuple[Themes, Themes, Themes]:
        """The themes a group tells by its name and its terms, by its words, by its organisation.

        Beside a theme of what is the matter, a term for people counts for less, and «Kvinner» for
        none.
        """
        telling = self.telling
        named = telling.of_name(facts.name) | dict.fromkeys(terms.themes, PLAINLY)
        behind = telling.of_name(facts.organisation)
        said = self.of_words(facts, named, behind)
        if terms.of_people.issuperset(self.of_matter((*named, *behind))):
            return named, said, behind
        people = (id_ for id_ in named if id_ in terms.of_people and not self.is_whom(id_))
        said = dict.fromkeys(people, PLAINLY) | said
        return {id_: one for id_, one in named.items() if id_ not in terms.of_people}, said, behind

    def of_words(self, facts: GroupFacts, named: Themes, behind: Themes) -> Themes:
        """What a group tells by its own words, beside its name and who stands behind it."""
        texts = [own.get("text", "") for own in facts.own_words]
        of = self.telling.of_text
        every = (settled(self.lexicon, named, behind, of(text)).items() for text in texts)
        spoken = (self.lexicon.code.get((LANGUAGE, written_in(text))) for text in texts)
        said = plainest(flat(every)) | {id_: PLAINLY for id_ in spoken if id_ is not None}
        return said | of_their_age(self.lexicon, behind | named | said)

    def is_whom(self, theme: int) -> bool:
        """Say whether a theme only tells who somebody is."""
        return self.lexicon.code_of(theme) in listed("whom")

    def _written(self, themes: tuple[int, ...]) -> tuple[tuple[str, ...], bytes, bytes]:
        """What is counted of some themes and all above them; the numbers of the tokens of the
        themes, and of those above.
        """
        lexicon, of = self.lexicon, self.numbering.of
        own = dict.fromkeys(themes)
        above = dict.fromkeys(one for id_ in own for one in lexicon.above(id_)[1:])
        facets = tuple(f"{lexicon.facet[id_]}:{id_}" for id_ in own | above)
        tokens = (*map(concept_token, own), *map(general_token, lexicon.general(own)))
        return facets, of(tokens), of(map(concept_token, above))
