"""When a text speaks of somebody close: the themes for next of kin, and whom the group is for."""

from knutepunkt.search.language import Match, Read, stem
from knutepunkt.search.language.ages import stage
from knutepunkt.search.language.clauses import is_done_to, is_mine, is_told_before
from knutepunkt.search.language.kin import ANYBODY, groups_of_people, themes_for, themes_of_such
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.language.reading import STEP
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import KIN, Need, Term, concept_token

THEME, PEOPLE = "theme", "target-group"
NEXT_OF_KIN, GRIEF = "parorende", "tap-og-sorg"
AS_SAID = "pårørende"  # The same as a word.
ANYONE, CHILD = "anyone", "child"
AT_LARGE_OF_BODY = "parorende-ved-alvorlig-sykdom"
AT_LARGE = {AT_LARGE_OF_BODY, "parorende-til-psykisk-sykdom"}
ANY_ILLNESS = {"psykisk-helse", "kroppslig-sykdom"}  # Of these all are close to somebody ill.
KIN_STEM = stem(AS_SAID)
OWN_WORD = 40
# Of several themes for those close to somebody, the one for whoever is young, or was it then.
OF_STAGE = {"young": "barn-som-parorende", "grown": "voksne-barn-av-alkoholikere"}
SURE = 0.95  # Of a label that speaks of a person itself, what it may mean besides tells nothing.


class Closeness:
    """Who is close in a text, and what follows from it."""

    def __init__(self, lexicon: Lexicon, read: Read) -> None:
        self.lexicon, self.said = lexicon, read.words
        spoken_of = [(atom[1:], at) for atom, at in read.places.items() if atom[0] == AS_ATOM]
        self.persons = {kind for kind, _ in spoken_of}
        if len(self.persons) > 1:
            self.persons.discard(ANYONE)  # "Pårørende til sønnen min" tells who it is.
        self.words = {place // STEP for _, places in spoken_of for place in places}
        self.is_met, self.is_all = False, True
        self.ills: list[int] = []  # Of the body, where those close to the ill are meant at large.
        # Who has children of their own tells how old those are.
        is_parent = CHILD in self.persons
        told = stage(read.words) if self.persons else ""
        self.of_stage = "" if is_parent and told == "young" else OF_STAGE.get(told, "")

    def take_in(self, matches: list[Match]) -> None:
        """ "Pårørende" beside a theme says as much as "mannen min"."""
        kin = self.lexicon.code.get((THEME, NEXT_OF_KIN))
        if len(matches) > 1 and not self.persons and any(kin in one.concepts for one in matches):
            self.persons.add(ANYONE)

    def is_at_large(self, close: list[int]) -> bool:
        """Say whether themes are for those close to the ill at large, whoever is ill of whatever:
        a group for them that is for the very illness helps "pårørende diabetes" as much.
        """
        codes = {self.lexicon.code_of(id_) for id_ in close}
        return self.persons == {ANYONE} and codes <= AT_LARGE

    def ills_of(self, match: Match, concepts: list[int]) -> list[int]:
        """The illnesses that a label for those close to the ill at large names beside them, who
        must then be whom a group is for: "kreft pårørende" may be a group about cancer for them.
        """
        codes = {self.lexicon.code_of(id_) for id_ in concepts}
        if self.persons or not codes or not codes <= AT_LARGE or KIN_STEM not in match.atoms:
            return []
        alone = self.lexicon.labels.meant_alone
        told = {id_ for atom in match.atoms - {KIN_STEM} for id_ in alone.get(atom, ())}
        ills = sorted(
            id_ for id_ in told
            if self.lexicon.scheme[id_] == THEME and not self.is_kin(id_)
            and self.lexicon.code_of(id_) not in ANY_ILLNESS
        )  # fmt: skip
        if ills:
            self.persons.add(ANYONE)
            self.is_met = True
        return ills

    def themes(self, match: Match, concepts: list[int]) -> list[int]:
        """The themes for those close to somebody whom a match is about, if a text speaks of one."""
        # What is told of oneself is not of the person in it, but for the one who is missed.
        is_own = self.is_own(match) and not self.is_grief(concepts)
        is_direct = is_own or any(atom[0] == AS_ATOM for atom in match.atoms)
        found: list[int] = []
        for person in () if is_direct else sorted(self.persons):
            for id_ in concepts:
                for code in self.codes_for(id_, person):
                    theme = self.lexicon.code.get((THEME, code))
                    if theme is not None and theme not in found:
                        found.append(theme)
        theirs = self.lexicon.code.get((THEME, self.of_stage))
        found = [theirs] if theirs in (*found, *concepts) else found
        if found and {self.lexicon.code_of(id_) for id_ in found} == {AT_LARGE_OF_BODY}:
            self.ills += concepts
        if self.persons and not is_own:
            surest = [id_ for id_ in concepts if match.concepts[id_] >= SURE]
            is_kin = [self.is_kin(id_) for id_ in found or surest]
            self.is_met |= any(is_kin)
            self.is_all &= all(is_kin)
        return found

    def codes_for(self, concept: int, person: str) -> tuple[str, ...]:
        """The themes for those close to such a person, by what is the matter with them, or by a
        theme for those close to anybody of whom that is the matter."""
        if self.is_kin(concept):
            return themes_of_such(self.lexicon.code_of(concept), person)
        return themes_for(self.codes_above(concept), person)

    def is_own(self, match: Match) -> bool:
        """Say whether a match is told of whoever writes."""
        words = match.words
        first, last = min(words), max(words)
        return (
            is_mine(self.said, first)
            or is_told_before(self.said, last, self.words)
            or is_done_to(self.said, first, self.words)
        )

    def themes_of_kin(self, concepts: list[int]) -> list[int]:
        """The themes for those close to anybody whom some themes are about."""
        told = {
            code: None for id_ in concepts if not self.is_kin(id_)
            for code in themes_for(self.codes_above(id_), ANYBODY)
        }  # fmt: skip
        ids = (self.lexicon.code.get((THEME, code)) for code in told)
        return [id_ for id_ in ids if id_ is not None and id_ not in concepts]

    def is_grief(self, concepts: list[int]) -> bool:
        """Say whether all of some themes are of somebody who is gone."""
        return all(GRIEF in self.codes_above(id_) for id_ in concepts)

    def is_kin(self, concept: int) -> bool:
        """Say whether a theme is one of those for next of kin."""
        return NEXT_OF_KIN in self.codes_above(concept)

    def codes_above(self, concept: int) -> list[str]:
        """The codes of a theme and all above it."""
        return [self.lexicon.code_of(id_) for id_ in self.lexicon.above(concept)]

    def needs(self) -> list[Need]:
        """Whoever is close must be whom the group is for; else they only rank a group higher.

        Where few are, a group for an illness of the body is better than none: "bestefar har
        parkinson" is mostly welcome there, too.
        """
        if not self.is_met:
            return []
        known = groups_of_people()
        codes = [code for kind in sorted(self.persons) for code in known.get((kind, ""), ())]
        ids = [self.lexicon.code.get((PEOPLE, code)) for code in (*codes, "next-of-kin")]
        ids.append(self.lexicon.code.get((THEME, NEXT_OF_KIN)))
        terms = [Term(concept_token(id_)) for id_ in dict.fromkeys(ids) if id_ is not None]
        near = tuple(Term(concept_token(id_), KIN) for id_ in self.ills)
        return [Need((*terms, Term(stem(AS_SAID), OWN_WORD)), AS_SAID, reserve=near)]
