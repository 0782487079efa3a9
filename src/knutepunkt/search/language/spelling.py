"""Finds the word that somebody meant: among the vocabulary's, the gazetteer's and the index' own.

A cheap look at which letters a word holds leaves some hundred of hundreds of thousands; only these
are compared letter by letter. What sounds alike in Norwegian counts as nearly the same.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knutepunkt.search.language.letters import bare
from knutepunkt.search.language.sounds import sound

LEAST = 4  # Shorter words are like too many others to be corrected.
SHORTEST = 4  # Letters of a word that must sound the same, or have the same letters.
SHORT, LONG = 6, 10  # Letters from which on one, and then two more, may be wrong.
LETTERS = 2  # How many of a word's different letters may differ, for each wrong one.
SAME = 0.4  # Less apart than this are words that sound the same.
FOLDED, HEARD, OTHER_BEGINNING, COMMON = 0.1, 0.35, 0.4, 0.1
MOST = 400  # How many are compared letter by letter.


class Candidate(NamedTuple):
    """A word that may have been meant, and how far it is from what was written."""

    word: str
    distance: float


class Speller:
    """A store of words, ordered by length, with the letters of each as the bits of a number."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """Take in (word, how common). Words with anything but letters are passed over."""
        kept: dict[str, int] = {}
        for word, count in words:
            if len(word) >= LEAST - 1 and word.isalpha():
                kept[word] = max(count, kept.get(word, 0))
        order = sorted((len(key), key, word) for word in kept for key in (bare(word),))
        self.words = [word for _, _, word in order]
        self.keys = [key for _, key, _ in order]
        self.counts = np.array([kept[word] for word in self.words], np.int32)
        self.lengths = np.array([length for length, _, _ in order], np.int32)
        self.signs = np.array([sign(key) for key in self.keys], np.uint32)

    def nearest(self, word: str, *, is_part: bool = False) -> Candidate | None:
        """The likeliest word, or none when nothing is near enough. Under a millisecond.

        A part of a compound whose other part is known may be shorter: "keft" of "keftpårørende".

        >>> Speller([("depresjon", 9), ("angst", 9)]).nearest("depresjoon").word
        'depresjon'
        """
        most = wrong_letters(len(word))
        if not most or not self.words:
            return None
        key = bare(word)
        rows = self.likely(key, most)
        near = process.extract(
            key, [self.keys[row] for row in rows], scorer=OSA.distance, score_cutoff=most + 1,
            limit=None,
        )  # fmt: skip
        # Of those that sound alike the one that is written most like it: "sossial" is "sosial".
        found = [(self.compared(int(rows[at]), word, written), written) for _, written, at in near]
        if not found:
            return None
        best, _ = min(found, key=lambda one: (one[0].distance, one[1], -len(one[0].word), one[0]))
        if best.distance > most:
            return None
        is_sure = (
            is_part
            or len(word) > SHORTEST
            or best.distance < SAME
            or sorted(key) == sorted(bare(best.word))
        )
        return best if is_sure else None

    def likely(self, key: str, most: int) -> NDArray[np.intp]:
        """The rows of the words that hold nearly the same letters."""
        low, high = np.searchsorted(self.lengths, (len(key) - most - 1, len(key) + most + 2))
        apart = np.bitwise_count(self.signs[low:high] ^ np.uint32(sign(key)))
        near = np.flatnonzero(apart <= LETTERS * most)
        if len(near) > MOST:
            near = near[np.argsort(apart[near], kind="stable")[:MOST]]
        return np.asarray(near + low, np.intp)

    def compared(self, row: int, word: str, written: float) -> Candidate:
        """How far one of the words is from what was written: by letter or by ear."""
        other = self.words[row]
        heard = HEARD + OSA.distance(sound(word), sound(other))
        distance = min(float(written) or FOLDED, heard, float(OSA.distance(word, other)) or FOLDED)
        if other[0] != word[0]:
            distance += OTHER_BEGINNING
        common = COMMON * min(4.0, float(np.log10(1 + self.counts[row])))
        return Candidate(other, distance - common)


def wrong_letters(length: int) -> int:
    """How many letters may be wrong in a word of so many."""
    if length < LEAST:
        return 0
    return 1 if length < SHORT else 2 if length < LONG else 3


def sign(word: str) -> int:
    """The letters that a word holds, each as one bit."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) % 32)
    return found
