"""What is near to a theme that was asked for: kept in reserve for when it has few groups."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from knutepunkt.search.language import Match, Read
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.language.reading import STEP
from knutepunkt.search.language.tables import listed, pairs
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import (
    ABOVE_SAID,
    ALIKE,
    ANY_KIN,
    GENERAL,
    KIN,
    NEXT,
    SPOKEN,
    WIDER,
    WITHIN,
    Term,
    concept_token,
    general_token,
)
from knutepunkt.search.understanding.alike import alike
from knutepunkt.search.understanding.closeness import Closeness

THEME = "theme"
NEXT_OF_KIN = "parorende"
HALF = 0.4  # A word that makes up near half of what was said means something by itself.
FARTHER = 3  # What each theme further down the list of the next ones counts less.


@cache
def next_themes() -> dict[str, list[str]]:
    """Code of a theme → codes of those that help with much the same, the nearest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for theme, other in pairs("next-themes"):
        found[theme].append(other)
    return dict(found)


class Nearby:
    """Finds what is near to the matches of a text."""

    def __init__(self, lexicon: Lexicon, read: Read) -> None:
        self.lexicon, self.read = lexicon, read

    def reserve(self, match: Match, themes: Sequence[int], closeness: Closeness) -> list[Term]:
        """What is near a match of some themes: its words one by one, those that help with much the
        same, those close to the ill, the theme above.
        """
        surest = [id_ for id_ in themes if match.concepts[id_] == 1]
        near = self.around(surest, closeness)
        if any(atom[0] == AS_ATOM for atom in match.atoms):
            return near
        near += [Term(concept_token(id_), KIN) for id_ in closeness.themes_of_kin(surest)]
        if len(match.words) < 2:
            return near
        within = self.within(match)
        if any(map(closeness.is_kin, surest)):  # Nor by those who drink themselves.
            kin = filter(closeness.is_kin, within)
            return near + [Term(concept_token(id_), ANY_KIN) for id_ in kin]
        above = {self.lexicon.broader.get(id_) for id_ in surest}
        return near + [
            Term(concept_token(id_), ABOVE_SAID if id_ in above else WITHIN) for id_ in within
        ]

    def around(self, themes: Sequence[int], closeness: Closeness) -> list[Term]:
        """The themes above some others, those that help with much the same, and the same people."""
        above = [self.lexicon.broader[id_] for id_ in themes if id_ in self.lexicon.broader]
        # Who is close to one with dementia is not helped by those close to one who drinks.
        near = [Term(concept_token(id_), WIDER) for id_ in above if not closeness.is_kin(id_)]
        # A widow is helped by a group for all who grieve, also where few are for widows alone.
        near += [Term(general_token(id_), GENERAL) for id_ in above]
        people = [Term(concept_token(id_), ALIKE) for id_ in alike(self.lexicon, themes)]
        return [*people, *near, *self.beside(themes)]

    def beside(self, concepts: Sequence[int]) -> Iterator[Term]:
        """Themes that help with much the same as some others."""
        for concept in concepts:
            for place, code in enumerate(next_themes().get(self.lexicon.code_of(concept), ())):
                if id_ := self.lexicon.code.get((THEME, code)):
                    yield Term(concept_token(id_), max(NEXT - FARTHER * place, SPOKEN))

    def within(self, match: Match) -> list[int]:
        """Themes that some of the same words mean by themselves: what is the matter with a person.

        Such words must have much of the match's mass, or mean what is above it.
        """
        labels = self.lexicon.labels
        found: dict[int, None] = {}
        for atom, at in self.read.places.items():
            if any(place // STEP in match.words for place in at):
                heavy = labels.masses.get(atom, 0.0) >= HALF * match.mass
                for id_ in sorted(labels.meant_alone.get(atom, ())):
                    is_theme = self.lexicon.scheme[id_] == THEME and id_ not in match.concepts
                    if (
                        is_theme
                        and not self.is_of_people(id_)
                        and (heavy or self.is_above(id_, match))
                    ):
                        found[id_] = None
        return list(found)

    def is_of_people(self, concept: int) -> bool:
        """Say whether a theme tells who somebody is: "sorg etter foreldre" is nothing that parents
        have. Those close to the ill are helped by others who are."""
        code = self.lexicon.code_of(concept)
        return code in listed("whom") and code != NEXT_OF_KIN

    def is_above(self, concept: int, match: Match) -> bool:
        """Say whether a concept is broader than any that a match means."""
        return any(concept in self.lexicon.above(one) for one in match.concepts)
