"""From the labels that a text holds to what a group must have, and what it had better have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knutepunkt.search.language import Match, Read, english_stem, stem
from knutepunkt.search.language.close import groups_of_people, themes_for
from knutepunkt.search.language.labels import ITSELF, STEP
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Need, Term, concept_token

OWN_WORD, PART, OF_PROBLEM = 60, 40, 45
SURE = 0.35  # A theme that weighs a third less than the weightiest is as sure.
THEME, PEOPLE = "theme", "target-group"
NEXT_OF_KIN = "parorende"
LOSS = "tap-og-sorg"
NO = frozenset("ikke ikkje itj uten utan not without unntatt unntatt ikkj".split())


@dataclass(slots=True)
class Asked:
    """What has been made out so far."""

    needs: list[Need] = field(default_factory=list)
    wishes: list[Need] = field(default_factory=list)
    concepts: list[int] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    words: set[int] = field(default_factory=set)

    def recognise(self, concepts: Iterable[int]) -> None:
        """Tell of concepts, each once, in the order they were found."""
        self.concepts += [one for one in concepts if one not in self.concepts]


class Asking:
    """Makes needs of what a text holds."""

    def __init__(self, lexicon: Lexicon, read: Read) -> None:
        self.lexicon, self.read = lexicon, read
        self.asked = Asked()
        self.persons = {atom[1:] for atom in read.places if atom[0] == AS_ATOM}

    def take_in(self, matches: list[Match]) -> None:
        """Make needs and wishes of the matches: one need of all themes, then the rest."""
        themes = [match for match in matches if self.of_scheme(match, THEME)]
        meant = [match for match in themes if not self.is_denied(match)] or themes
        for match in themes:
            self.asked.words |= match.words
        self.themes(meant)
        for match in matches:
            if match not in themes:
                self.other(match)

    def themes(self, matches: list[Match]) -> None:
        """Any of the themes will do, those that weigh most before others, all of them first.

        Who says "angst og depresjon" is helped by a group for either. A broad theme beside a narrow
        one only tells more of it: "ungdom med angst".
        """
        narrow = [match for match in matches if not self.is_broad(match)]
        needed = narrow or matches
        terms: list[Term] = []
        for match in sorted(matches, key=lambda one: min(one.places)):
            of_match = self.theme(match)
            if match in needed:
                share = min(1.0, match.mass / max(one.mass for one in needed) + SURE)
                terms += [Term(term.token, int(term.weight * share)) for term in of_match]
            if len(matches) > 1:
                self.asked.wishes.append(Need(tuple(of_match), self.said(match)))
        if terms:
            said = ", ".join(map(self.said, needed))
            self.asked.needs.insert(0, Need(heaviest(terms), said))

    def is_broad(self, match: Match) -> bool:
        """Say whether a match only tells who somebody is, or what the group does."""
        codes = {self.lexicon.code_of(id_) for id_ in self.of_scheme(match, THEME)}
        return codes <= listed("whom") or bool(self.of_scheme(match, "working-form"))

    def of_scheme(self, match: Match, scheme: str) -> list[int]:
        """The concepts of a match that belong to a scheme."""
        return [id_ for id_ in sorted(match.concepts) if self.lexicon.scheme[id_] == scheme]

    def is_denied(self, match: Match) -> bool:
        """Say whether a text says that it is not about this: "ikke alkohol"."""
        before = min(match.places) // STEP - 1
        return before >= 0 and self.read.words[before] in NO and len(match.words) == 1

    def theme(self, match: Match) -> list[Term]:
        """What meets a theme: the concept, next of kin's when it is theirs, or its words."""
        concepts = self.of_scheme(match, THEME)
        is_direct = self.is_about_close(match)
        close = [] if is_direct else self.close_to(concepts)
        is_kin = self.is_for_kin(concepts)
        terms = [Term(concept_token(id_)) for id_ in close or sorted(match.concepts)]
        if close:
            terms += [Term(concept_token(id_), OF_PROBLEM) for id_ in concepts]
        elif is_kin:
            terms += [Term(concept_token(id_), OF_PROBLEM) for id_ in self.behind(match)]
        elif len(match.words) == 1:
            terms += self.own_words(match)
        self.asked.recognise(close or concepts)
        if self.persons and (is_kin or any(map(self.is_kin, close))):
            self.kin()
        return terms

    def is_about_close(self, match: Match) -> bool:
        """Say whether a label itself spoke of somebody close."""
        return any(atom[0] == AS_ATOM for atom in match.atoms)

    def is_for_kin(self, concepts: list[int]) -> bool:
        """Say whether themes are those of next of kin."""
        return any(map(self.is_kin, concepts))

    def is_kin(self, concept: int) -> bool:
        """Say whether a theme is one of those for next of kin."""
        return NEXT_OF_KIN in self.codes_above(concept)

    def close_to(self, concepts: list[int]) -> list[int]:
        """The themes of those close to somebody whom this is about, when a text speaks of one."""
        found: list[int] = []
        for person in sorted(self.persons):
            for id_ in concepts:
                for code in themes_for(self.codes_above(id_), person):
                    theme = self.lexicon.code.get((THEME, code))
                    if theme is not None and theme not in found:
                        found.append(theme)
        return found

    def codes_above(self, concept: int) -> list[str]:
        """The codes of a theme and all above it."""
        return [self.lexicon.code_of(id_) for id_ in self.lexicon.above(concept)]

    def behind(self, match: Match) -> list[int]:
        """What is the matter with somebody close, as the same words say of oneself."""
        places = {
            atom: at for atom, at in self.read.places.items()
            if atom[0] not in (AS_ATOM, ITSELF) and set(at) & match.places
        }  # fmt: skip
        alone = self.lexicon.labels.matches(Read(self.read.words, places))
        return [id_ for one in alone for id_ in self.of_scheme(one, THEME)]

    def kin(self) -> None:
        """Whoever is close must be whom the group is for."""
        groups = [code for person in sorted(self.persons)
                  for code in groups_of_people().get((person, ""), ())]  # fmt: skip
        ids = [self.lexicon.code.get((PEOPLE, code)) for code in (*groups, "next-of-kin")]
        ids.append(self.lexicon.code.get((THEME, NEXT_OF_KIN)))
        terms = [Term(concept_token(id_)) for id_ in ids if id_ is not None]
        need = Need((*terms, Term(stem("pårørende"), PART)), NEXT_OF_KIN)
        if need not in self.asked.needs:
            self.asked.needs.append(need)
        for atom, places in self.read.places.items():
            if atom[0] == AS_ATOM:
                self.asked.words |= {place // STEP for place in places}

    def own_words(self, match: Match) -> Iterator[Term]:
        """A group may say it in its own words, without the concept."""
        number = min(match.places) // STEP
        word = self.read.words[number]
        atoms = match.atoms if len(match.atoms) == 1 else ()
        for token in dict.fromkeys((stem(word), english_stem(word), *atoms)):
            if token.isalnum():
                yield Term(token, OWN_WORD)

    def other(self, match: Match) -> None:
        """Formats restrict; whom it is for is a wish beside a theme; the rest must be met."""
        formats = [self.lexicon.code_of(id_) for id_ in self.of_scheme(match, "format")]
        if formats:
            self.asked.formats += formats
        else:
            terms = [Term(concept_token(id_)) for id_ in sorted(match.concepts)]
            is_wish = bool(self.of_scheme(match, PEOPLE)) and bool(self.asked.needs)
            terms += self.own_words(match) if len(match.words) == 1 else ()
            self.need(terms, match, is_wish=is_wish)
            self.asked.recognise(sorted(match.concepts))
        self.asked.words |= match.words

    def need(self, terms: list[Term], match: Match, *, is_wish: bool = False) -> None:
        """Note down what was said and what meets it."""
        need = Need(heaviest(terms), self.said(match))
        (self.asked.wishes if is_wish else self.asked.needs).append(need)

    def said(self, match: Match) -> str:
        """The words of a text that a match was met by."""
        return " ".join(self.read.words[number] for number in sorted(match.words))


def heaviest(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each token once, with the greatest of its weights, in the order they come."""
    weights: dict[str, int] = {}
    for token, weight in terms:
        weights[token] = max(weight, weights.get(token, 0))
    return tuple(Term(token, weight) for token, weight in weights.items())
