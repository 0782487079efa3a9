"""Of what kind a label is that a text holds: what is the matter, who meets, in which language."""

import re
from collections.abc import Iterator, Sequence

from knutepunkt.search.language import Match, Read
from knutepunkt.search.language.reading import STEP
from knutepunkt.search.language.tables import listed, stop_words
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Term, concept_token
from knutepunkt.search.understanding.closeness import Closeness

THEME, PEOPLE, FORM, FORMAT = "theme", "target-group", "working-form", "format"
LANGUAGE = "language"
SURELY = 0.8  # "Somali" may also be those who fled, but not surely.
SPOKEN_IN = frozenset(("på", "in"))
TONGUE = "språk"  # "Språkgruppe samisk", "samisk språkkafé".
SPOKEN = frozenset("talende talande speaking language".split())
SPEAKING = re.compile("(?<=[a-zæøå]{3})(?:tal[ea]nde|språkl[ei]ge?)$")
BETWEEN = frozenset("på i om for med til av on in for with about".split())  # "Ikke på nett".
HINTS_OF_WAYS = frozenset("tur turen walk walking pust breathing art music".split())  # "På tur".
GOING, WALKS = frozenset(("gå",)), frozenset("tur turer turar".split())
JUST = frozenset("er har for eller var blir".split())
NO = frozenset("ikke ikkje itj uten utan not without unntatt".split())


class Kinds:
    """Tells of each match of a text what it is of."""

    def __init__(self, lexicon: Lexicon, read: Read) -> None:
        self.lexicon, self.said = lexicon, read.words

    def of_scheme(self, match: Match, scheme: str) -> list[int]:
        """The concepts of a match that belong to a scheme, the surest first."""
        scheme_of = self.lexicon.scheme
        ids = [id_ for id_ in match.concepts if scheme_of[id_] == scheme]
        return sorted(ids, key=lambda id_: (-match.concepts[id_], id_)) if len(ids) > 1 else ids

    def is_theme(self, match: Match) -> bool:
        """Say whether a match is of what is the matter before it is of how people meet."""
        themes, formats = self.of_scheme(match, THEME), self.of_scheme(match, FORMAT)
        if self.is_spoken(match):
            return False
        if not (themes and formats):
            return bool(themes)
        return match.concepts[themes[0]] > match.concepts[formats[0]]

    def themes(self, matches: Sequence[Match], closeness: Closeness) -> list[Match]:
        """The matches of what is the matter.

        Beside a language, "kvinner" or "eldre" is no matter: who speaks it is helped by others who
        do, those of the same people first.
        """
        themes = [match for match in matches if self.is_theme(match)]
        # "Tegnspråk" beside a theme is what the group should speak.
        themes = [match for match in themes if not self.is_beside(match)] or themes
        is_of_people = all(self.is_of_people(match, closeness) for match in themes)
        spoken = (self.of_scheme(match, LANGUAGE) for match in matches if match not in themes)
        return [] if is_of_people and any(spoken) else themes

    def is_spoken(self, match: Match) -> bool:
        """Say whether a match is of what the group should speak: "på somali", "samisk språk"."""
        if not self.of_scheme(match, LANGUAGE):
            return False
        if any(SPEAKING.search(self.said[number]) for number in match.words):
            return True
        first, last = min(match.words), max(match.words)
        is_said = self.said[max(0, first - 1)] in SPOKEN_IN
        beside = (*self.said[last + 1 : last + 2], *self.said[max(0, first - 1) : first])
        is_group = any(word.startswith(TONGUE) for word in beside)
        return is_said or is_group or not SPOKEN.isdisjoint(beside[:1])

    def is_broad(self, match: Match) -> bool:
        """Say whether a match only tells who somebody is, or what the group does."""
        codes = {self.lexicon.code_of(id_) for id_ in self.of_scheme(match, THEME)}
        return codes <= listed("whom") or bool(self.of_scheme(match, FORM))

    def is_of_people(self, match: Match, closeness: Closeness) -> bool:
        """Say whether a match only tells which people meet: "kvinner", "eldre"."""
        surely = any(match.concepts[id_] > SURELY for id_ in self.of_scheme(match, PEOPLE))
        is_kin = any(map(closeness.is_kin, self.of_scheme(match, THEME)))
        return surely and not is_kin and self.is_broad(match)

    def before(self, match: Match) -> list[str]:
        """The three words before a match."""
        first = min(match.places) // STEP
        return self.said[max(0, first - 3) : first]

    def is_denied(self, match: Match) -> bool:
        """Say whether a text says that it is not about this: "ikke alkohol"."""
        before = self.before(match)
        while before and before[-1] in BETWEEN:
            before.pop()
        if len(match.words) > 1 or not before or before[-1] not in NO:
            return False
        # "Skjønner ikke nettbank" is about that; "er ikke alkoholiker" is not.
        return len(before) < 2 or not before[-2].endswith("r") or before[-2] in JUST

    def must_terms(self, match: Match) -> Iterator[Term]:
        """Of what a match means, that which a person cannot do without."""
        must = listed("must")
        for id_ in match.concepts:
            scheme, is_named = self.lexicon.scheme[id_], self.lexicon.code_of(id_) in must
            if scheme in (FORM, FORMAT):  # "På telefon", not "tør ikke ta telefonen".
                is_named = is_named and match.share > 1
            if scheme == LANGUAGE or is_named:
                yield Term(concept_token(id_))

    def is_must(self, match: Match) -> bool:
        """Say whether a match is of what a person cannot do without."""
        return any(self.must_terms(match))

    def is_doing(self, match: Match) -> bool:
        """Say whether a match is plainly of something people do together: "turgruppe"."""
        ways = listed("ways")
        if not any(self.lexicon.code_of(id_) in ways for id_ in self.of_scheme(match, FORM)):
            return False
        said = {self.said[number] for number in match.words}
        if said & GOING and said & WALKS:  # "Noen å gå tur med", not "orker ikke gå tur".
            return NO.isdisjoint(self.before(match))
        return not said <= HINTS_OF_WAYS | stop_words()

    def is_beside(self, match: Match) -> bool:
        """Say whether a match is of what a group must be like beside its theme."""
        return self.is_must(match) or self.is_doing(match)

    def is_way(self, match: Match) -> bool:
        """Say whether a match is of how people meet, or of what a group must be like."""
        return bool(self.of_scheme(match, FORMAT)) or self.is_beside(match)
