"""The themes that a group tells of itself, where nobody has classified it.

Many lists have no terms, or terms that nothing here answers: a name, a line of text, a place and a
time. Such a group is found by what it says, read by the same labels as a question is: its name, the
words of its sources for what it is, and the sentences that say whom it is for. Nothing is guessed.
It leads there who searches or chooses a theme; nothing is shown or published as the group's own.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from knutepunkt.search.kinds import THEME
from knutepunkt.search.language import Match, matching
from knutepunkt.search.language.leaving import signs
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.language.reading import as_meant
from knutepunkt.search.language.tables import listed
from knutepunkt.search.leaving import breaks_in
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.needs import Asking
from knutepunkt.search.understanding import shouted

SENTENCE = re.compile(r"[.!?;:]+(?:\s+|$)|\n+")
# "Ikke for deg med rusproblemer", up to where it goes on.
NOT_FOR = re.compile(r"\b(?:ikke|ikkje|not)\s+(?:\w+\s+)?for\b[^,.]*", re.IGNORECASE)
FOR = "for"
FIRST = 2  # Sentences that tell what a group is, where none says whom it is for.
MOST_WORDS, MOST_SENTENCES = 32, 12  # Whoever says more has said it by then.
SURE = 0.95
NAMED = 0.8  # Of a label that a name holds: "Glad i ein som rusar seg".
MASS = 0.5  # Of the weightiest label's in a sentence.
KEPT = 20_000
Themes = tuple[int, ...]


class Telling:
    """Reads themes out of what groups say, with what is worked out once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        # Groups of one organisation are often called alike and say the same.
        self.of_name = lru_cache(maxsize=KEPT)(self._of_name)
        self.of_text = lru_cache(maxsize=KEPT)(self._of_text)

    def _of_name(self, name: str) -> Themes:
        """The themes that a name, or a term of a source's own, speaks of."""
        return tuple(dict.fromkeys(self.themes(name, NAMED)))

    def _of_text(self, text: str) -> Themes:
        """The themes of the sentences that say whom a group is for, or else of its first ones."""
        kept = NOT_FOR.sub("", text)
        sentences = [one for one in SENTENCE.split(kept) if one.strip()][:MOST_SENTENCES]
        told = [one for one in sentences if is_addressed(one)]
        least = 0.0 if told else SURE
        found = (id_ for one in told or sentences[:FIRST] for id_ in self.themes(one, least))
        return tuple(dict.fromkeys(found))

    def themes(self, text: str, least: float) -> Iterator[int]:
        """The themes of labels that a text holds so much of at least."""
        written = WORD.findall(composed(text))[:MOST_WORDS]
        said, labels = as_meant([folded(word) for word in written]), self.lexicon.labels
        asking = Asking(self.lexicon, labels.read(said, shouted(written)))
        matches = matching.matches(labels, asking.read)
        if not signs().isdisjoint(said):
            matches = asking.leave_out(matches, breaks_in(text), set())
        meant = [one for one in self.told(asking, matches) if one.share >= least]
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
        themes = [match for match in themes if not kinds.is_denied(match)]
        themes = [match for match in themes if not kinds.is_broad(match)] or themes
        most = max((match.mass for match in themes), default=0.0)
        return [match for match in themes if match.mass >= MASS * most]


def is_addressed(sentence: str) -> bool:
    """Say whether a sentence tells whom a group is for.

    >>> is_addressed("En gruppe for deg som har mistet noen"), is_addressed("Kaffe for 20 kroner")
    (True, False)
    """
    said = WORD.findall(folded(sentence))
    return any(one == FOR and other in listed("addressed") for one, other in pairwise(said))
