"""From the labels that a text holds to what a group must have, and what it had better have."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from knutepunkt.search.language import Match, Read, english_stem, matching, stem
from knutepunkt.search.language.ages import age_group, age_roughly, of_age
from knutepunkt.search.language.reading import STEP
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import DOING, FULL, LeftOut, Need, Term, concept_token
from knutepunkt.search.query import MODES
from knutepunkt.search.understanding.asked import Asked
from knutepunkt.search.understanding.by_itself import spoken_by
from knutepunkt.search.understanding.closeness import Closeness
from knutepunkt.search.understanding.guessing import AFTER, concept_of, guess_first
from knutepunkt.search.understanding.hurting import parted
from knutepunkt.search.understanding.kinds import FORM, FORMAT, LANGUAGE, PEOPLE, THEME, Kinds
from knutepunkt.search.understanding.leaving import OTHER_WAY, Leaving
from knutepunkt.search.understanding.nearby import Nearby

BESIDE = (THEME, PEOPLE, FORM)  # What the same words may mean together.
OWN_WORD, PART, OF_PROBLEM = 60, 40, 45
BESIDE_THEME = 60
OTHER_SCHEME = 0.75  # "Mannsgruppe" is the theme before it is a group for men.
BROADER = 0.6  # Of two meanings of a word, one above the other, the narrow one comes first.
PLAIN = 0.95  # The share from which on a label is met as good as whole.
NEARLY = 0.4
SURE = 0.35  # A theme that weighs a third less than the weightiest is as sure.
OF_AGE = {"youth": "ung-og-student", "elderly": "alder-og-aldring"}


class Asking:
    """Makes needs of what a text holds."""

    def __init__(self, lexicon: Lexicon, read: Read) -> None:
        self.lexicon, self.read = lexicon, read
        self.asked = Asked()
        self.closeness = Closeness(lexicon, read)
        self.kinds, self.nearby = Kinds(lexicon, read), Nearby(lexicon, read)
        self.asked_themes: set[int] = set()

    def leave_out(
        self, matches: list[Match], breaks: frozenset[int], nouns: set[int]
    ) -> list[Match]:
        """The matches that are asked for; what a text does without is noted."""
        leaving = Leaving(self.lexicon, self.read.words, breaks, nouns)
        matches, left_out = leaving.parted(matches)
        self.leave(*left_out)
        self.asked_themes = leaving.themes(matches)
        for one in left_out:
            ways = [id_ for id_ in one.concepts if self.lexicon.scheme[id_] == FORMAT]
            self.asked.formats += [OTHER_WAY[self.lexicon.code_of(id_)] for id_ in ways]
        return matches

    def leave(self, *left_out: LeftOut) -> None:
        """Note what a text does without."""
        for one in left_out:
            self.asked.left_out.append(one)
            self.asked.words |= one.words
        if left_out:  # "Vold, ikke fra partner" speaks of nobody close.
            self.closeness = Closeness(self.lexicon, self.read.but(self.asked.words))

    def take_in(self, matches: list[Match], taken: Callable[[], set[int]], timed: set[int]) -> None:
        """Make needs and wishes of the matches: one need of all themes, then the rest.

        ``taken`` tells the words that need no hint, where it comes to that; ``timed`` those that
        tell a day or an hour. Like those of how people meet, "på nett", they speak for no theme.
        """
        matches = parted(matches, self.read, self.lexicon)
        left = {word for one in self.asked.left_out for word in one.words}
        themes = self.kinds.themes(matches, self.closeness)
        for match in matches:
            self.asked.words |= match.words
        meant = [match for match in themes if not self.kinds.is_denied(match)] or themes
        self.closeness.take_in(meant)
        hints = [] if any(match.share >= PLAIN for match in meant) else self.hints(taken())
        self.themes(meant + hints)
        others = [match for match in matches if match not in themes]
        ways = {word for match in others if self.kinds.is_way(match) for word in match.words}
        told = self.read.but(left | timed | ways)
        if theme := guess_first(self.lexicon, told, meant + hints, self.asked):
            need = self.asked.needs[0]
            near = (*self.nearby.around([theme], self.closeness), *need.reserve)
            self.asked.needs[0] = replace(need, reserve=heaviest(near))
        for match in sorted(others, key=lambda one: not self.kinds.of_scheme(one, LANGUAGE)):
            self.other(match)

    def age(self) -> None:
        """Whoever says how old they are had better meet others of that age."""
        if years := age_roughly(self.read.words, only_own=bool(self.closeness.persons)):
            self.for_age(years)
        if self.closeness.persons or not (code := age_group(self.read.words)):
            return
        ids = [
            self.lexicon.code.get(one) for one in ((PEOPLE, code), (THEME, OF_AGE.get(code, "")))
        ]
        if terms := tuple([Term(concept_token(id_)) for id_ in ids if id_ is not None]):
            (self.asked.wishes if self.asked.needs else self.asked.needs).append(Need(terms, code))

    def for_age(self, years: int) -> None:
        """Put the theme that is the one for an age before the theme it is of: "22 og har kreft"."""
        if not self.asked.needs:
            return
        need, terms = self.asked.needs[0], []
        for term in need.terms:
            theme = self.lexicon.code_of(concept_of(term))
            others = [code for ages, code in of_age().get(theme, ()) if years in ages]
            named = (self.lexicon.code.get((THEME, code)) for code in others)
            ids = [id_ for id_ in named if id_ is not None]
            terms += [Term(concept_token(id_), term.weight) for id_ in ids]
            terms.append(Term(term.token, int(term.weight * AFTER)) if ids else term)
            self.asked.recognise(ids)
        self.asked.needs[0] = replace(need, terms=heaviest(terms))

    def last_resort(self, said: list[str]) -> None:
        """Where nothing was said that tells: "noen å prate med" is a wish for company."""
        vague = matching.vague(self.lexicon.labels, self.read, said)
        self.themes([match for match in vague if self.kinds.of_scheme(match, THEME)])

    def themes(self, matches: list[Match]) -> None:
        """Any of the themes will do, those that weigh most before others, all of them first.

        Who says "angst og depresjon" is helped by a group for either. A broad theme beside a narrow
        one only tells more of it: "ungdom med angst".
        """
        needed = [match for match in matches if not self.kinds.is_broad(match)] or matches
        needed = [match for match in needed if not self.is_cause(match, needed)]
        most = max((match.mass for match in needed), default=1.0)
        terms: list[Term] = []
        reserve: list[Term] = []
        for match in sorted(matches, key=lambda one: min(one.places)):
            of_match = self.theme(match)
            if match in needed:
                share = min(1.0, match.mass / most + SURE)
                terms += [Term(token, int(weight * share)) for token, weight in of_match]
                ids = self.kinds.of_scheme(match, THEME)
                reserve += self.nearby.reserve(match, ids, self.closeness)
            if len(matches) > 1 and (len(needed) > 1 or match not in needed):
                self.asked.wishes.append(Need(heaviest(of_match), self.said(match)))
        if terms:
            said = ", ".join(map(self.said, needed))
            need = Need(heaviest(terms), said, reserve=heaviest(reserve))
            self.asked.needs.insert(0, need)
        needs = self.closeness.needs()
        (self.asked.needs if self.closeness.is_all else self.asked.wishes).extend(needs)
        if self.closeness.is_met:
            self.asked.words |= self.closeness.words

    def hints(self, taken: set[int]) -> list[Match]:
        """Where nothing is said plainly, words that only one theme's labels hold."""
        found = matching.hints(self.lexicon.labels, self.read, taken | self.asked.words)
        return [match for match in found if self.kinds.of_scheme(match, THEME)]

    def is_cause(self, match: Match, others: list[Match]) -> bool:
        """Say whether an illness is told of somebody who died of it: "mistet mannen i kreft"."""
        closeness, of_scheme = self.closeness, self.kinds.of_scheme
        concepts = of_scheme(match, THEME)
        if not closeness.persons or closeness.is_grief(concepts):
            return False
        if not closeness.themes_of_kin(concepts):
            return False
        themes = (of_scheme(other, THEME) for other in others)
        return any(closeness.is_grief(ids) for ids in themes if ids)

    def theme(self, match: Match) -> list[Term]:
        """What meets a theme: the concept, next of kin's when it is theirs, or its words."""
        concepts = self.kinds.of_scheme(match, THEME)
        close = self.closeness.themes(match, concepts)
        terms = [Term(concept_token(id_)) for id_ in close] or list(self.concept_terms(match))
        said = [self.read.words[number] for number in sorted(match.words)]
        for id_ in spoken_by(self.lexicon, said, concepts):
            # "Ukrainske mødre" are helped by whoever speaks as they do, too.
            terms.append(Term(concept_token(id_), int(FULL * OTHER_SCHEME)))
        if close:
            weight = FULL if self.closeness.is_at_large(close) else OF_PROBLEM
            terms += [Term(concept_token(id_), weight) for id_ in concepts]
        elif len(match.words) == 1 and not any(map(self.closeness.is_kin, concepts)):
            terms += self.own_words(match)
        elif ills := self.closeness.ills_of(match, concepts):
            terms += [Term(concept_token(id_)) for id_ in ills]
        self.asked.recognise(close or concepts)
        return terms

    def concept_terms(self, match: Match) -> Iterator[Term]:
        """The concepts of a match, each for how sure it is."""
        above = {
            id_: sure for one, sure in sorted(match.concepts.items(), key=lambda pair: pair[1])
            for id_ in self.lexicon.above(one)[1:]
        }  # fmt: skip
        themes = self.kinds.of_scheme(match, THEME)
        if self.kinds.is_spoken(match):
            yield from (Term(concept_token(id_)) for id_ in self.kinds.of_scheme(match, LANGUAGE))
            return
        for id_, sure in sorted(match.concepts.items(), key=lambda pair: (-pair[1], pair[0])):
            if themes and self.lexicon.scheme[id_] not in BESIDE:
                continue  # "Allergi" is the illness before it is a room that is kind to it.
            weight = FULL * sure * (BROADER if above.get(id_, 0.0) >= sure - NEARLY else 1.0)
            is_other = self.lexicon.scheme[id_] == PEOPLE and themes
            yield Term(concept_token(id_), int(weight * (OTHER_SCHEME if is_other else 1.0)))

    def own_words(self, match: Match) -> Iterator[Term]:
        """A group may say it in its own words, without the concept."""
        word = self.read.words[min(match.places) // STEP]
        atoms = match.atoms if len(match.atoms) == 1 else ()
        for token in dict.fromkeys((stem(word), english_stem(word), *atoms)):
            if token.isalnum():
                yield Term(token, OWN_WORD)

    def other(self, match: Match) -> None:
        """Formats restrict; what one cannot do without is a need; the rest ranks beside a theme."""
        formats = [self.lexicon.code_of(id_) for id_ in self.kinds.of_scheme(match, FORMAT)]
        modes = [mode for mode in formats if mode in MODES]
        if modes and not self.kinds.is_denied(match) and not self.is_told_of_net(match):
            self.asked.formats += modes
            self.asked.ways |= match.words
        if modes:
            return
        is_must = self.kinds.is_beside(match)
        terms = list(self.kinds.must_terms(match))
        terms += self.concept_terms(match)
        if is_must and self.asked.needs:  # "Ukrainsk" beside "flyktning" is what is spoken.
            asked = self.tokens_asked()
            terms = [term for term in terms if term.token not in asked] or terms
        terms += self.own_words(match) if len(match.words) == 1 else ()
        # Help with what is the matter comes before the language it is given in.
        weight = DOING if self.kinds.is_doing(match) else BESIDE_THEME
        need = Need(heaviest(terms), self.said(match), weight if self.asked.needs else FULL)
        (self.asked.needs if is_must or not self.asked.needs else self.asked.wishes).append(need)
        self.asked.recognise(match.concepts)

    def tokens_asked(self) -> set[str]:
        """The tokens that meet what was asked for first."""
        return {term.token for term in self.asked.needs[0].terms}

    def is_told_of_net(self, match: Match) -> bool:
        """Say whether "på nett" is where the trouble is: "spiller poker på nett". Whoever says
        "digitalt" or "nettmøte" tells how to meet."""
        if any(self.read.words[number] not in listed("net-words") for number in match.words):
            return False
        themes = map(self.lexicon.code_of, self.asked.concepts)
        return not listed("on-net").isdisjoint(themes)

    def said(self, match: Match) -> str:
        """The words of a text that a match was met by."""
        return " ".join(self.read.words[number] for number in sorted(match.words))


def heaviest(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each token once, with the greatest of its weights, in the order they come."""
    weights: dict[str, int] = {}
    for token, weight in terms:
        weights[token] = max(weight, weights.get(token, 0))
    return tuple(Term(token, weight) for token, weight in weights.items())
