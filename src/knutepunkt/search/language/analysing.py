"""What the index holds of a text: the stem of each word, and the stems of a compound's parts."""

from collections.abc import Callable
from itertools import chain
from typing import NamedTuple

from knutepunkt.search.language.letters import WORD, folded
from knutepunkt.search.language.ordinary import is_ordinary
from knutepunkt.search.language.remembering import HoldsWords
from knutepunkt.search.language.splitting import LONGEST, Splitter
from knutepunkt.search.language.stems import english_stem, exact_forms, stem
from knutepunkt.search.language.tables import stop_words

SCANDINAVIAN = frozenset(("", "no", "nb", "nn", "da", "sv", "und"))
Tokens = tuple[str, ...]
MOST_KEPT = 400_000


class Reading(NamedTuple):
    """An atom that a word may stand for: which part of the word, and in which language only."""

    atom: str
    at: int
    tongue: str


class Kept(dict[str, Tokens]):
    """The tokens of what stands between two spaces, worked out when it is first met.

    Most of what people write is such a piece again; to look it up costs less than to read it.
    """

    def __init__(self, work_out: Callable[[str], Tokens]) -> None:
        super().__init__()
        self.work_out = work_out

    def of(self, piece: str) -> Tokens:
        """The tokens of a piece, without keeping them."""
        return tuple(t for word in WORD.findall(folded(piece)) for t in self.work_out(word))

    def __missing__(self, piece: str) -> Tokens:
        tokens = self.of(piece)
        if len(piece) > LONGEST:
            return tokens
        if len(self) > MOST_KEPT:
            self.clear()
        self[piece] = tokens
        return tokens


class Analyser(HoldsWords):
    """Turns texts into tokens, each in its own language; works each word out once.

    A question may be in any language, so it asks for a word's tokens in all of them
    (``readings``), while a text knows its language and is written once.
    """

    def __init__(self, splitter: Splitter) -> None:
        self.splitter = splitter
        self.stops = stop_words()
        self.norwegian = Kept(self.norwegian_tokens)
        self.english = Kept(self.english_tokens)
        self.other = Kept(self.as_it_is)
        self.read: dict[str, tuple[Reading, ...]] = {}

    def forget_words(self) -> None:
        """Work out anew what words of questions may stand for."""
        self.read.clear()

    def tokens(self, text: str, language: str = "") -> list[str]:
        """The tokens of a text, in order, stop words left out.

        >>> Analyser(Splitter(["sorg"])).tokens("Sorggruppa på tirsdager")
        ['sorggrupp', 'sorg', 'tirsdag']
        """
        kept = self.kept_of(language)
        return list(chain.from_iterable(map(kept.__getitem__, text.split())))

    def kept_of(self, language: str) -> Kept:
        """Where a language's words are kept."""
        tag = language.partition("-")[0]
        if tag in SCANDINAVIAN:
            return self.norwegian
        return self.english if tag == "en" else self.other

    def norwegian_tokens(self, word: str) -> Tokens:
        """A word's stem, then those of its parts that say something."""
        if word in self.stops:
            return ()
        parts = self.atoms(word)
        return tuple(dict.fromkeys((stem(word), *parts)))

    def english_tokens(self, word: str) -> Tokens:
        """A word's English stem."""
        return () if word in self.stops else (english_stem(word),)

    def as_it_is(self, word: str) -> Tokens:
        """A word of a language that no stemmer here knows."""
        return (word,)

    def atoms(self, word: str) -> Tokens:
        """The stems of a compound's parts that say something, or of the word itself."""
        parts = self.splitter.parts(word)
        return tuple(stem(part) for part in parts if part not in self.stops) or (stem(word),)

    def half_known(self, word: str) -> Tokens:
        """The stems of a compound of which only the beginning or the end is known, and of what is
        known of it; nothing where neither is."""
        if head := self.splitter.head(word):
            return (stem(head), stem(word))
        tail = "" if is_ordinary(word) else self.splitter.tail(word)
        return (stem(word), stem(tail)) if tail and tail not in self.stops else ()

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The atoms that a question's word may stand for, in any language."""
        found = self.read.get(word)
        if found is None:
            if len(self.read) > MOST_KEPT:
                self.read.clear()
            atoms = self.atoms(word)
            if not self.splitter.parts(word):
                atoms = self.half_known(word) or atoms
            tongues = {atom: (at, "no") for at, atom in enumerate(atoms)}
            english = english_stem(word)
            tongues[english] = (tongues[english][0], "") if english in tongues else (0, "en")
            is_other = word in exact_forms()  # "Turn" is gymnastics, and the stem of "Turner".
            if (
                not is_other and tongues.get(word, (0, ""))[1] != "en"
            ):  # Norwegian "fire": no "fired".
                tongues[word] = (tongues.get(word, (0, ""))[0], "")
            found = self.read[word] = tuple(Reading(atom, *told) for atom, told in tongues.items())
        return found
