"""The themes that a group tells of itself, where nobody has classified it.

Many lists have no terms, or terms that nothing here answers: a name, a line of text, a place and a
time. Such a group is found by what it says, read by the same labels as a question is: its name, the
words of its sources for what it is, and the sentences that say whom it is for. Nothing is guessed.
It leads there who searches or chooses a theme; nothing is shown or published as the group's own.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

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

# Looks back, for whoever writes a hundred thousand marks in a row would else keep it for minutes.
SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
# "Ikke for deg med rus, psykose eller uro", up to where it goes on. "Ikke bare for" is for them.
NOT_FOR = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?!(?:\w+\s+)?(?:bare|berre|kun|minst|only|just)\b)"
    r"(?:\w+\s+){0,2}for\b(?!\s+(?:å|to)\b)"
    r"(?:(?!\b(?:men|but|bare|berre|kun|only|vi|we)\b)[^.!?\n])*",
    re.IGNORECASE,
)
FOR = "for"
DOES, EACH_OTHER = "gjore-noe-sammen", "naboskap-og-gjensidig-hjelp"
NONE = frozenset("ingen inga no".split())
WORD_FOR_WORD = 1 + AS_WRITTEN  # The share of a single word; that of a phrase as it is is greater.
FIRST = 2  # Sentences that tell what a group is, where none says whom it is for.
MOST_LETTERS = 5_000  # Of a text: whoever says more has said it by then, and it is kept at hand.
MOST_WORDS, MOST_SENTENCES = 32, 12
SURE = 0.95
NAMED = 0.8  # Of a label that a name holds: "Glad i ein som rusar seg".
MASS = 0.5  # Of the weightiest label's in a sentence.
KEPT, KEPT_TEXTS = 20_000, 5_000
# Georgia is no gambling: "Rome, GA - 6:30 pm".
OF_STATE = re.compile(r",\s*[A-Z]{2}(?=\s+-\s)")
Themes = tuple[int, ...]
Meant = Callable[[Match, list[str]], bool]


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
        return tuple(dict.fromkeys(self.themes(OF_STATE.sub(",", name), self.is_named)))

    def of_text(self, text: str) -> Themes:
        """The themes of the sentences that say whom a group is for, or else of its first ones."""
        return self.of_beginning(text[:MOST_LETTERS])

    def _of_text(self, text: str) -> Themes:
        kept = NOT_FOR.sub("", text)
        sentences = [one for one in SENTENCE.split(kept) if one.strip()][:MOST_SENTENCES]
        practical = set(filter(is_practical, sentences))
        told = [one for one in sentences if is_addressed(one) and one not in practical]
        is_meant = is_any if told else self.is_sure
        first = [one for one in sentences[:FIRST] if one not in practical]
        found = (id_ for one in told or first for id_ in self.themes(one, is_meant))
        return tuple(dict.fromkeys(found))

    def themes(self, text: str, is_meant: Meant) -> Iterator[int]:
        """The themes of labels that a text holds and means."""
        written = WORD.findall(composed(text))[:MOST_WORDS]
        said, labels = as_meant([folded(word) for word in written]), self.lexicon.labels
        placed = place_in(said, written, self.lexicon).words  # Rana is no robbery.
        read = labels.read(said, shouted(written), placed | of_other_tongue(said))
        asking = Asking(self.lexicon, read)
        matches = matching.matches(labels, asking.read)
        if not signs().isdisjoint(said):
            matches = asking.leave_out(matches, breaks_in(text), set())
        meant = [one for one in self.told(asking, matches) if is_meant(one, said)]
        asking.closeness.take_in(meant)
        for match in meant:
            concepts = asking.kinds.of_scheme(match, THEME)
            close = asking.closeness.themes(match, concepts)
            surest = max((match.concepts[id_] for id_ in concepts), default=0.0)
            yield from close or [id_ for id_ in concepts if match.concepts[id_] >= SURE * surest]

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

    def is_sure(self, match: Match, said: list[str]) -> bool:
        """Say whether a sentence that names nobody tells of a label it holds: not of one that is
        only typed by who searches, nor that people help each other, which any group tells.
        """
        is_simple = len(match.atoms) == 1  # "Spiseforstyrrelser" holds two words.
        return match.share >= SURE and not (
            (match.is_hidden and is_simple)
            or EACH_OTHER in map(self.lexicon.code_of, match.concepts)
        )

    def is_named(self, match: Match, said: list[str]) -> bool:
        """Say whether a name tells of a label it holds, by more than what many names hold."""
        if match.share < NAMED:
            return False
        held = [said[one] for one in match.words]
        return not all(self.last_of(word, match) in listed("in-names") for word in held)

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


def is_any(match: Match, said: list[str]) -> bool:
    """Say yes: a sentence that says whom a group is for means what it holds."""
    return True


def is_addressed(sentence: str) -> bool:
    """Say whether a sentence tells whom a group is for.

    >>> is_addressed("En gruppe for deg som har mistet noen"), is_addressed("Kaffe for 20 kroner")
    (True, False)
    """
    return any(addressing(sentence))


def is_practical(sentence: str) -> bool:
    """Say whether a sentence only tells for whom the price or the house is, or what it allows.

    >>> is_practical("Halv pris for studenter"), is_practical("For studenter, gratis")
    (True, False)
    >>> is_practical("Røyking er ikke tillatt")
    True
    """
    if before := list(addressing(sentence)):
        return all(one in listed("practical") for one in before)
    said = WORD.findall(folded(sentence))
    return not listed("house").isdisjoint((*said, *map("_".join, pairwise(said))))


def of_other_tongue(said: list[str]) -> set[int]:
    """The numbers of the small words of a text in a language that no label is in.

    >>> of_other_tongue("vi fikar ett och annat".split()), of_other_tongue(["to", "die"])
    ({2, 3}, set())
    """
    small = {number for number, word in enumerate(said) if word in listed("stop-words-others")}
    return small if len({said[number] for number in small}) > 1 else set()


def addressing(sentence: str) -> Iterator[str]:
    """The word before each "for" with somebody after it; a stop for none."""
    said = [".", *WORD.findall(folded(sentence))]
    for before, one, other in zip(said, said[1:], said[2:], strict=False):
        if one == FOR and other in listed("addressed"):
            yield before
