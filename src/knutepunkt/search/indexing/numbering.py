"""Writes texts as the numbers of their tokens, each word worked out once."""

from collections.abc import Callable, Iterable

from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import numbered
from knutepunkt.search.language import Analyser
from knutepunkt.search.language.splitting import LONGEST
from knutepunkt.search.meaning import Token

MOST_KEPT, MOST_SENTENCES = 400_000, 50_000
STOP = ". "
# After so many sentences it is known whether they come again; less than half is not worth keeping.
ENOUGH = 5_000
Tokens = Iterable[Token]


class Pieces(dict[str, bytes]):
    """The numbers of what stands between two spaces. Most of what people write comes again."""

    def __init__(self, numbers: Numbers[Token], work_out: Callable[[str], Tokens]) -> None:
        super().__init__()
        self.numbers, self.work_out = numbers, work_out

    def __missing__(self, piece: str) -> bytes:
        found = numbered(self.work_out(piece), self.numbers)
        if len(piece) > LONGEST:
            return found
        if len(self) > MOST_KEPT:
            self.clear()
        self[piece] = found
        return found


class Sentences(dict[str, bytes]):
    """The numbers of what stands between two stops. Groups of one organisation say much alike;
    where they do not, texts are read piece by piece instead.
    """

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self.pieces = pieces
        self.asked = self.missed = 0

    def of(self, text: str) -> bytes:
        """The numbers of a text's tokens."""
        if self.missed * 2 > self.asked > ENOUGH:
            return b"".join(map(self.pieces.__getitem__, text.split()))
        sentences = text.split(STOP)
        self.asked += len(sentences)
        return b"".join(map(self.__getitem__, sentences))

    def __missing__(self, sentence: str) -> bytes:
        self.missed += 1
        if len(self) > MOST_SENTENCES:
            self.clear()
        found = self[sentence] = b"".join(map(self.pieces.__getitem__, sentence.split()))
        return found


class Numbering:
    """Numbers tokens in the order in which texts bring them, for as long as it lives."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self.numbers = Numbers[Token]()
        self.sentences: dict[str, Sentences] = {}

    def of_text(self, text: str, language: str = "") -> bytes:
        """The numbers of a text's tokens, in order, four bytes each."""
        kept = self.sentences.get(language) or self.sentences_in(language)
        return kept.of(text)

    def of_words(self, text: str) -> bytes:
        """The same of a short text that hardly comes again, word by word."""
        return b"".join(map(self.sentences_in("").pieces.__getitem__, text.split()))

    def of(self, tokens: Tokens) -> bytes:
        """The numbers of tokens."""
        return numbered(tokens, self.numbers)

    def sentences_in(self, language: str) -> Sentences:
        """What is kept of a language; languages that are read alike share it."""
        if language not in self.sentences:
            kept = self.analyser.kept_of(language)
            alike = (one for tag, one in self.sentences.items()
                     if self.analyser.kept_of(tag) is kept)  # fmt: skip
            self.sentences[language] = next(alike, None) or Sentences(Pieces(self.numbers, kept.of))
        return self.sentences[language]
