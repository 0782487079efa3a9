"""What questions of one word ask for, remembered as whatever else is worked out of a word."""

from collections.abc import Callable, Hashable

from knutepunkt.search.language.letters import WORD
from knutepunkt.search.language.remembering import HoldsWords
from knutepunkt.search.meaning import Meaning

LONGEST = 60  # Letters; a longer word is in no dictionary, and few ask for the same.
MOST = 5000


class WordsAlone(HoldsWords):
    """The meanings of words, as of one state of whatever they are read by."""

    def __init__(self) -> None:
        self.held: tuple[Hashable, dict[str, Meaning]] = (None, {})

    def forget_words(self) -> None:
        """Remember none of them."""
        self.held = (None, {})

    def meaning(self, text: str, state: Hashable, read: Callable[[], Meaning]) -> Meaning:
        """What a text means: of one word as it was read before, of several as it is read now."""
        if len(text) > LONGEST or not WORD.fullmatch(text):
            return read()
        as_of, meanings = self.held
        if as_of != state:
            meanings = {}
            self.held = (state, meanings)
        found = meanings.get(text)
        if found is None:
            found = read()
            if len(meanings) < MOST:
                meanings[text] = found
        return found
