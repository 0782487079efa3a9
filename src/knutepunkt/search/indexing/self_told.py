"""What a group tells of itself, as the index keeps it: nothing of what somebody classified."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from knutepunkt.search.indexing.facts import GroupFacts
from knutepunkt.search.indexing.list_terms import ACCESSIBILITY, ListTerms
from knutepunkt.search.indexing.numbering import Numbering
from knutepunkt.search.indexing.telling import Telling, Themes
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import concept_token, general_token
from knutepunkt.search.understanding.kinds import LANGUAGE, PEOPLE

SAID = {PEOPLE, ACCESSIBILITY}  # What a group tells otherwise, too.
ARRANGED = {ACCESSIBILITY, LANGUAGE, "openness"}
flat = chain.from_iterable
NO_THEMES: tuple[Themes, Themes, Themes] = ((), (), ())


class Stated(NamedTuple):
    """The concepts of ours that a group has, and which of them are themes."""

    ids: list[int]
    themes: list[int]


class Terms(NamedTuple):
    """What the terms of a list name: themes, those of them that name people, all else."""

    themes: Themes
    of_people: frozenset[int]
    others: Themes


class SelfTold(NamedTuple):
    """What a group has by the themes it tells of itself: values of facets, and the numbers of
    tokens by how plainly it tells.
    """

    facets: tuple[str, ...] = ()
    by_name: bytes = b""
    by_words: bytes = b""
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
            said = (*(id_ for id_ in terms.themes if not self.is_whom(id_)),)
        has = {self.lexicon.facet[id_] for id_ in (*stated.ids, *terms.others)}
        groups = self.terms.whom(terms.themes or stated.themes or (*named, *said, *behind))
        words = [*said, *(id_ for id_ in groups if self.lexicon.facet[id_] not in has)]
        if ACCESSIBILITY not in has:
            words += self.terms.of_text(facts.accessibility)
        facets, by_name, above_names = self.written((*named, *terms.others))
        more, by_words, above_words = self.written(tuple(words))
        others, by_others, above_others = self.written(behind)
        return SelfTold(
            tuple(dict.fromkeys((*facets, *more, *others))),
            by_name,
            above_names + by_words + by_others,
            above_words + above_others,
        )

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
                told = known if is_all and known else (*known, *self.telling.of_name(term))
                themes |= dict.fromkeys(told)
                of_people |= set(told) if PEOPLE in schemes else set()
        return Terms(tuple(themes), frozenset(of_people), tuple(others))

    def themes(self, facts: GroupFacts, terms: Terms) -> tuple[Themes, Themes, Themes]:
        """The themes a group tells by its name and its terms, by its words, by its organisation.

        Beside a theme of what is the matter, a term for people counts for less, and «Kvinner» for
        none.
        """
        telling = self.telling
        named = *telling.of_name(facts.name), *terms.themes
        said = (*flat(telling.of_text(own.get("text", "")) for own in facts.own_words),)
        behind = telling.of_name(facts.organisation)
        if terms.of_people.issuperset((*named, *behind)):
            return named, said, behind
        people = (id_ for id_ in named if id_ in terms.of_people and not self.is_whom(id_))
        named = (*(id_ for id_ in named if id_ not in terms.of_people),)
        return named, (*said, *people), behind

    def is_whom(self, theme: int) -> bool:
        """Say whether a theme only tells who somebody is."""
        return self.lexicon.code_of(theme) in listed("whom")

    def _written(self, themes: Themes) -> tuple[tuple[str, ...], bytes, bytes]:
        """What is counted of some themes and all above them; the numbers of the tokens of the
        themes, and of those above.
        """
        lexicon, of = self.lexicon, self.numbering.of
        own = dict.fromkeys(themes)
        above = dict.fromkeys(one for id_ in own for one in lexicon.above(id_)[1:])
        facets = tuple(f"{lexicon.facet[id_]}:{id_}" for id_ in own | above)
        tokens = (*map(concept_token, own), *map(general_token, lexicon.general(own)))
        return facets, of(tokens), of(map(concept_token, above))
