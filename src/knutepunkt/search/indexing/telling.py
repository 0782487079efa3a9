"""The themes that a group tells of itself, where nobody has classified it.

Many lists have no terms, or terms that nothing here answers: a name, a line of text, a place and a
time. Such a group is found by what it says, read by the same labels as a question is: its name, the
words of its sources for what it is, and the sentences that say whom it is for. Nothing is guessed.
It leads there who searches or chooses a theme; nothing is shown or published as the group's own.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from knutepunkt.search.indexing.people import is_free, of_parents, people_told, stands_before
from knutepunkt.search.indexing.sentences import of_other_tongue, telling_sentences
from knutepunkt.search.indexing.settling import FAINTLY, NO, PLAINLY, Said, Themes, plainest
from knutepunkt.search.language import Match, matching
from knutepunkt.search.language.bags import AS_WRITTEN
from knutepunkt.search.language.leaving import signs
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.language.reading import as_meant
from knutepunkt.search.language.shouted import shouted
from knutepunkt.search.language.stems import stem
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.hearing import place_in
from knutepunkt.search.understanding.kinds import THEME, Kinds
from knutepunkt.search.understanding.leaving import breaks_in
from knutepunkt.search.understanding.needs import Asking

DOES, EACH_OTHER = "gjore-noe-sammen", "naboskap-og-gjensidig-hjelp"
PARENTHOOD, PARENTING = "barn-og-foreldreskap", "foreldrerollen"
NONE = frozenset("ingen inga no".split())
WORD_FOR_WORD = 1 + AS_WRITTEN  # The share of a single word; that of a phrase as it is is greater.
MOST_LETTERS = 5_000  # Of a text: whoever says more has said it by then, and it is kept at hand.
MOST_WORDS = 32
SURE = 0.95
NAMED = 0.8  # Of a label that a name holds: "Glad i ein som rusar seg".
MASS = 0.5  # Of the weightiest label's in a sentence.
MOST_MEANT = 3  # Themes that words may mean which are met by half: "har hatt vondt" is of many.
HEAVY = 6.0  # The mass of several words that nobody says by chance: "mistet et barn".
KEPT, KEPT_TEXTS = 20_000, 5_000
CLUB = frozenset(("slag", "slaget"))  # At the end of a word: "hjerteslaget" is "hjertelaget".
# Georgia is no gambling: "Rome, GA - 6:30 pm".
OF_STATE = re.compile(r",\s*[A-Z]{2}(?=\s+-\s)")
Meant = Callable[[Match, list[str]], int]


class Telling:
    """Reads themes out of what groups say, with what is worked out once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        # Groups of one organisation are often called alike and say the same.
        self.of_short_name = lru_cache(maxsize=KEPT)(self._of_name)
        self.of_beginning = lru_cache(maxsize=KEPT_TEXTS)(self._of_text)

    def of_name(self, name: str) -> Themes:
        """The themes that a name, or a term of a source's own, speaks of."""
        return self.of_short_name(name[:MOST_LETTERS])

    def _of_name(self, name: str) -> Themes:
        return plainest(self.themes(OF_STATE.sub(",", name), self.of_naming))

    def of_text(self, text: str) -> Said:
        """The themes of each sentence that says whom a group is for, or else of its first ones."""
        return self.of_beginning(text[:MOST_LETTERS])

    def _of_text(self, text: str) -> Said:
        told, first = telling_sentences(text)
        first = first[:1] if told else first  # Each costs as much as a question.
        begun = tuple(plainest(self.themes(one, self.of_first_words)) for one in first)
        if not told:
            return Said(is_for=False, sentences=begun)
        sentences = tuple(plainest(self.themes(one, self.of_words)) for one in told)
        return Said(is_for=True, sentences=sentences, beside=begun)

    def themes(self, text: str, how: Meant) -> Iterator[tuple[int, int]]:
        """The themes of labels that a text holds and means, and how plainly it tells each."""
        written = WORD.findall(composed(text))[:MOST_WORDS]
        said, labels = as_meant([folded(word) for word in written]), self.lexicon.labels
        placed = place_in(said, written, self.lexicon).words  # Rana is no robbery.
        read = labels.read(said, shouted(written), placed | of_other_tongue(said))
        read, others = of_parents(text, read)
        asking = Asking(self.lexicon, read)
        asking.closeness.persons |= others
        matches = matching.matches(labels, asking.read)
        if not signs().isdisjoint(said):
            matches = asking.leave_out(matches, breaks_in(text), set())
        graded = [(one, how(one, said)) for one in self.told(asking, matches)]
        graded = [pair for pair in graded if pair[1]]
        asking.closeness.take_in([match for match, _ in graded])
        if others and len(graded) > 1:  # Of parents, what their child has is the matter.
            graded = [pair for pair in graded if not self.is_of_parents(pair[0])]
        for match, grade in graded:
            ids = self.meant(asking, match, said, is_of_child=bool(others))
            if grade == PLAINLY or len(ids) <= MOST_MEANT:
                yield from ((id_, grade) for id_ in ids)
        yield from ((id_, PLAINLY) for id_ in people_told(asking, matches))

    def meant(
        self, asking: Asking, match: Match, said: list[str], *, is_of_child: bool
    ) -> list[int]:
        """The themes for who is close to somebody that a match is of, or else its surest ones."""
        concepts = asking.kinds.of_scheme(match, THEME)
        is_theirs = is_of_child or stands_before(asking.closeness.words, match)
        is_theirs = is_theirs and not is_free(match, said)
        if is_theirs and (close := asking.closeness.themes(match, concepts)):
            return close
        surest = max((match.concepts[id_] for id_ in concepts), default=0.0)
        return [id_ for id_ in concepts if match.concepts[id_] >= SURE * surest]

    def is_of_parents(self, match: Match) -> bool:
        """Say whether a match tells that somebody has children, and no more."""
        return not {PARENTHOOD, PARENTING}.isdisjoint(map(self.lexicon.code_of, match.concepts))

    def told(self, asking: Asking, matches: list[Match]) -> list[Match]:
        """The matches of what is the matter, without those that say little beside the others; of
        whom it is for only where nothing is.
        """
        kinds = asking.kinds
        themes = kinds.themes(matches, asking.closeness)
        themes = [match for match in themes if self.tells(match, kinds)]
        themes = [match for match in themes if not kinds.is_broad(match)] or themes
        most = max((match.mass for match in themes), default=0.0)
        return [match for match in themes if match.mass >= MASS * most]

    def of_words(self, match: Match, said: list[str]) -> int:
        """How plainly a sentence tells of a label it holds: only as the label is written, and by
        more than a word of plain speech or one that is only typed by who searches.
        """
        if match.share < WORD_FOR_WORD:
            return PLAINLY if self.is_of_group(match, said) else FAINTLY
        if len(match.atoms) == 1:
            is_plain = not match.is_hidden and match.atoms.isdisjoint(self.lexicon.labels.plain)
        else:
            is_plain = not match.is_hidden or match.mass >= HEAVY
        return PLAINLY if is_plain else FAINTLY

    def of_first_words(self, match: Match, said: list[str]) -> int:
        """The same of a sentence that names nobody: it tells nothing by a label that is only typed
        by who searches, nor that people help each other, which any group tells.
        """
        is_simple = len(match.atoms) == 1  # "Spiseforstyrrelser" holds two words.
        is_sure = match.share >= SURE and not (
            (match.is_hidden and is_simple)
            or EACH_OTHER in map(self.lexicon.code_of, match.concepts)
        )
        return self.of_words(match, said) if is_sure else NO

    def of_naming(self, match: Match, said: list[str]) -> int:
        """How plainly a name tells of a label it holds, by more than what many names hold."""
        if match.share < NAMED:
            return NO
        held = {self.last_of(said[one], match) for one in match.words}
        if held <= listed("in-names") or (held <= CLUB and held.isdisjoint(said)):
            return NO
        is_plain = match.share >= 1 and not (match.is_hidden and len(match.atoms) == 1)
        return PLAINLY if is_plain else FAINTLY

    def is_of_group(self, match: Match, said: list[str]) -> bool:
        """Say whether a label is met by a word for a group: "tinnitusgruppe"."""
        if match.is_hidden or len(match.words) > 1:
            return False
        parts = self.lexicon.labels.analyser.splitter.parts(said[min(match.words)])
        return bool(parts) and stem(parts[-1]) in group_stems()

    def last_of(self, word: str, match: Match) -> str:
        """A word, or the end of a compound where that alone is met: "Coatbridge"."""
        splitter = self.lexicon.labels.analyser.splitter
        last = splitter.parts(word)[-1:] or [splitter.tail(word)]
        return next((part for part in last if {stem(part)} == match.atoms), word)

    def tells(self, match: Match, kinds: Kinds) -> bool:
        """Say whether a group means a label that its words hold. A door ("dør") is no death: a word
        of plain speech tells what is the matter only in the form that a label is, or what is done.
        """
        if kinds.is_denied(match):
            return False
        if len(match.words) > 1 or match.share > WORD_FOR_WORD:
            return True
        if not NONE.isdisjoint(kinds.before(match)):
            return False
        labels = self.lexicon.labels
        if len(match.atoms) > 1 or match.atoms.isdisjoint(labels.plain):
            return True
        word = kinds.said[min(match.words)]
        parts = labels.analyser.splitter.parts(word)
        forms = {word, *parts, *(word.removesuffix(one) for one in parts[-1:])}
        codes = map(self.lexicon.code_of, match.concepts)
        return not forms.isdisjoint(labels.one_word) or DOES in codes


@cache
def group_stems() -> frozenset[str]:
    """The stems of what groups are called at the end of a word."""
    return frozenset(map(stem, listed("groups")))
