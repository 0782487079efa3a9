"""What one word asks for, alone or before a place, remembered as whatever else is worked out of it.

A place that a text only names is read apart from the rest: no label, correction or guess goes by
it. So a word asks for the same before any place, and only the place differs from one to the next.
"""

import re
from collections.abc import Callable, Hashable

from msgspec.structs import replace

from knutepunkt.search.language.bags import is_loud
from knutepunkt.search.language.letters import WORD, folded
from knutepunkt.search.language.remembering import HoldsWords, remembered
from knutepunkt.search.language.whereabouts import (
    Whereabouts,
    first_words,
    names,
    word_key,
)
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding.hearing import place_in
from knutepunkt.search.understanding.respelling import respelled

LONGEST = 60  # Letters; a longer word is in no dictionary, and few ask for the same.
MOST = 5000
# Not after "på": whether that leads to a place goes by the word before, too.
AT_PLACE = re.compile(rf"({WORD.pattern}) i ({WORD.pattern})")
NOWHERE = Whereabouts()


class WordsAlone(HoldsWords):
    """The meanings of words, as of one state of whatever they are read by."""

    def __init__(self) -> None:
        self.held: tuple[Hashable, dict[Hashable, Meaning]] = (None, {})

    def forget_words(self) -> None:
        """Remember none of them."""
        self.held = (None, {})

    def meaning(
        self, text: str, state: Hashable, lexicon: Lexicon, read: Callable[[], Meaning]
    ) -> Meaning:
        """What a text means: of one word, and of one before a place, by what was read before; any
        other text as it is read now.
        """
        if len(text) > LONGEST:
            return read()
        meanings = self.as_of(state)
        if WORD.fullmatch(text):
            return meanings.get(text) or kept(meanings, text, read())
        parts = AT_PLACE.fullmatch(text)
        place = parts and place_named(parts[2], lexicon)
        if not parts or not place or is_of_place(parts[1]):
            return read()
        key = (parts[1], parts[2].isascii())  # Who writes æ, ø or å is read otherwise.
        if beside := meanings.get(key):
            return at(beside, place)
        found = read()
        if place.within is not None and at(found, place) == found and is_plain(found):
            kept(meanings, key, at(found, NOWHERE))
        return found

    def as_of(self, state: Hashable) -> dict[Hashable, Meaning]:
        """What is remembered as of a state; what is of any other is let go."""
        as_of, meanings = self.held
        if as_of != state:
            meanings = {}
            self.held = (state, meanings)
        return meanings


def kept(meanings: dict[Hashable, Meaning], key: Hashable, found: Meaning) -> Meaning:
    """A meaning, remembered while there is room."""
    if len(meanings) < MOST:
        meanings[key] = found
    return found


def is_of_place(word: str) -> bool:
    """Say whether a word names a place, or begins the name of one: "Mo i Rana"."""
    key = word_key(folded(word))
    return key in names() or key in first_words()


def is_plain(meaning: Meaning) -> bool:
    """Say whether a word was known as it stood; how others are read may go by any word beside."""
    return not (meaning.corrected or meaning.unknown or meaning.left_out)


def at(meaning: Meaning, place: Whereabouts) -> Meaning:
    """The same at a place."""
    return replace(
        meaning,
        spot=place.spot,
        within=place.within,
        areas=place.areas,
        is_far_said=place.is_far_said,
    )


@remembered(5000)
def place_named(name: str, lexicon: Lexicon) -> Whereabouts | None:
    """The place that one word names where places are named, if the word is nothing but that."""
    word, labels = folded(name), lexicon.labels
    if word_key(word) not in names() or is_loud(name) or word in labels.dropped[""]:
        return None
    if respelled(word, lexicon) != word:
        return None
    found = place_in(["i", word], ["i", name], lexicon)
    return found if found.words == {1} else None
