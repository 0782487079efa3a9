"""The concepts that a beginning of any word for them leads to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knutepunkt.search.index import Index
from knutepunkt.search.index.beginnings import LAST, count_of
from knutepunkt.search.indexing.documents import COUNTED, name_key
from knutepunkt.search.language.beginnings import LETTERS, starts
from knutepunkt.search.lexicon import BOKMAL_AND_NYNORSK, Lexicon

# Whether a word is not the concept's name, whether it is hidden, its length, what is told of it.
Told = tuple[bool, bool, int, str]
Fit = tuple[bool, bool, bool, bool]
# What follows what was typed: nothing more of the label, another word, or more of this one.
ENDS = (b"", b" ")


class Word(NamedTuple):
    """A label from one of its words on, and how well it serves a reader: the smaller, the better.

    ``fit`` is whether its language is another, whether it begins with a later word, whether it is
    neither the concept's name nor a word of it, and whether the label has several words.
    """

    key: bytes
    concept: int
    fit: Fit
    told: Told


class Table:
    """The beginnings of all labels in order, for readers of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        own = BOKMAL_AND_NYNORSK if language in BOKMAL_AND_NYNORSK else (language,)
        self.names = {id_: lexicon.name(id_, language) for id_, *_ in lexicon.told}
        self.order = {id_: name_key(name) for id_, name in self.names.items()}
        self.words = sorted(
            Word(
                key,
                id_,
                (tongue not in own, at > 0, not self.names_it(id_, text), " " in text),
                told,
            )
            for id_, tongue, text, is_hidden in lexicon.told
            for told in (self.told(id_, text, is_hidden=is_hidden),)
            for key, at in starts(text).items()
        )
        self.keys = [word.key for word in self.words]

    def told(self, concept: int, text: str, *, is_hidden: bool) -> Told:
        """How a label is told: not at all when it is hidden or the concept's name."""
        is_other = text != self.names[concept]
        return is_other, is_hidden, len(text), text if is_other and not is_hidden else ""

    def names_it(self, concept: int, text: str) -> bool:
        """Say whether a label is the concept's name or a word of it: "sorg" of "Tap og sorg"."""
        name = self.names[concept].casefold()
        return text.casefold() in (name, *name.split())

    def beginning(self, prefix: bytes) -> list[Word]:
        """The words that begin so."""
        low = bisect_left(self.keys, prefix)
        if low == len(self.keys) or not self.keys[low].startswith(prefix):
            return []
        return self.words[low : bisect_right(self.keys, prefix.ljust(LETTERS, LAST), low)]


@lru_cache(maxsize=4)
def table_of(lexicon: Lexicon, language: str) -> Table:
    """The table of a lexicon for readers of a language."""
    return Table(lexicon, language)


@lru_cache(maxsize=1)
def counts_of(now_open: Index, lexicon: Lexicon) -> dict[int, int]:
    """How many groups have each concept that people may type, in one state of the index."""
    facets = {id_: lexicon.facet[id_] for id_, *_ in lexicon.told}
    return {
        id_: count_of(now_open, f"{facet}:{id_}")
        for id_, facet in facets.items()
        if facet in COUNTED
    }


def concepts_beginning(
    lexicon: Lexicon, now_open: Index, prefixes: Sequence[bytes], language: str
) -> Iterator[tuple[int, str, int | None]]:
    """Each concept with the word that leads to it ("" for its name) and its groups, most first.

    Whole labels come before whole words in the reader's language, these before words that only
    begin so; the reader's language before others, the first word of a label before later ones, a
    concept's name before other words for it, one word before several: "sor" is grief before it is
    grief for a pet. A hidden label leads to its concept and is not told.
    """
    table, counts = table_of(lexicon, language), counts_of(now_open, lexicon)
    best: dict[int, tuple[int, Fit, Told]] = {}
    for prefix in prefixes:
        end = len(prefix)
        for key, concept, fit, told in table.beginning(prefix):
            rest = key[end : end + 1]
            # "So" is no word of "so sad" to who reads bokmål, but "grief" is all of that label.
            is_part = rest not in ENDS or bool(rest and fit[0])
            rank = len(ENDS) if is_part else ENDS.index(rest), fit, told
            best[concept] = min(rank, best.get(concept, rank))

    def place(id_: int) -> tuple[tuple[int, Fit], int, bytes]:
        return best[id_][:2], -counts.get(id_, 0), table.order[id_]

    for id_ in sorted(best, key=place):
        yield id_, best[id_][-1][-1], counts.get(id_)
