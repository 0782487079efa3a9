"""Parts compounds: "sorggruppe" holds "sorg". Learns its parts from the vocabulary's own words.

Needs no dictionary: a compound is a word that known words make up from end to end, joined as they
are or by s or e. Words that must stay whole are listed beside the code.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from knutepunkt.search.language.remembering import HoldsWords
from knutepunkt.search.language.stems import stem
from knutepunkt.search.language.tables import listed, stop_words

LEAST = 3  # Letters of a part; parts of three must be listed or stand in a short label.
LINKS = ("", "s", "e")
S = ("s",)
# After these an s joins: "idrettslag" is a team ("lag") and no stroke ("slag").
TAKES_S = ("dom", "sel", "het", "skap", "ing", "nad", "ett", "tet", "sjon")
LONGEST = 60  # A longer word is left whole: none in any dictionary comes near.
MOST_PARTS = 4
HEAD, TAIL = 4, 5  # Letters of what an unknown compound begins and ends with.
END = 6  # Letters of an end that is known by itself.
SHORT_ENDS = ("fobi", "angst", "kreft", "sorg", "gjeld", "gikt")  # And of which everything is one.
ENDS_ALONE = frozenset("het heit skap dom else ing lig ende ande ene ane bar som løs aktig".split())


class Splitter(HoldsWords):
    """Parts words by the parts it knows.

    >>> Splitter(["sorg", "gruppe", "alkohol"]).parts("sorggruppa")
    ('sorg', 'gruppa')
    >>> Splitter(["hjerne", "idrett", "slag", "lag"]).parts("idrettslag")
    ('idrett', 'lag')
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Learn the parts from folded words; what is no part of anything is passed over."""
        stops = stop_words()
        own = {word for word in words if len(word) > LEAST and word.isalpha()} - stops
        self.parts_known = (own | listed("parts")) - ENDS_ALONE
        self.whole = listed("whole-words")
        self.stems_known = {stem(word) for word in self.parts_known}
        self.stems_whole = {stem(word) for word in self.whole}
        longest_first = sorted(own, key=lambda word: (-len(word), word))
        self.plainest = {stem(word): word for word in longest_first}
        self.kept: dict[str, tuple[str, ...]] = {}

    def forget_words(self) -> None:
        """Part every word anew."""
        self.kept.clear()

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word, or nothing when it is none of several."""
        found = self.kept.get(word)
        if found is None:
            if len(self.kept) > 300_000:
                self.kept.clear()
            found = self.kept[word] = self.parted(word)
        return found

    def parted(self, word: str) -> tuple[str, ...]:
        """The likeliest way to part a word: few and long parts first, these parted in turn."""
        if not 2 * LEAST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        if word in self.whole or stem(word) in self.stems_whole:
            return ()
        if (known := self.plainest.get(stem(word), word)) != word:
            return self.as_known(word, known)
        ways = [way for way in self.ways(word, MOST_PARTS) if len(way) > 1]
        best = min(ways, key=lambda way: (len(way), -min(map(len, way)))) if ways else ()
        return tuple(part for one in best for part in self.parts(one) or (one,))

    def as_known(self, word: str, known: str) -> tuple[str, ...]:
        """The parts of a form of a known word, as that word has them: "mørketida" has none.

        >>> Splitter(["nettsvindel", "nett", "svindel", "delen"]).parts("nettsvindelen")
        ('nett', 'svindelen')
        """
        *first, last = self.parts(known) or ("",)
        begun = known.removesuffix(last)
        if not first or not word.startswith(begun):
            return ()
        return (*first, word.removeprefix(begun))

    def head(self, word: str) -> str:
        """The known word that an unknown compound begins with: "angst" of "angstmestring".

        >>> Splitter(["angst"]).head("angstmestring"), Splitter(["angst"]).head("angsten")
        ('angst', '')
        """
        if len(word) < HEAD + TAIL or not word.isalpha() or self.is_last(word):
            return ""
        if word in self.whole or stem(word) in self.stems_whole:
            return ""
        heads = (word[:end] for end in range(len(word) - TAIL, HEAD - 1, -1))
        return next((head for head in heads if head in self.parts_known), "")

    def tail(self, word: str) -> str:
        """The known word that an unknown compound ends with, which is what it is one of.

        >>> Splitter(["veteran"]).tail("utenlandsveteranene"), Splitter([]).tail("vepsefobi")
        ('veteranene', 'fobi')
        """
        if not HEAD + LEAST < len(word) <= LONGEST or not word.isalpha():
            return ""
        if word in self.whole or stem(word) in self.stems_whole or self.is_last(word):
            return ""
        for end in SHORT_ENDS:
            if word.endswith(end) and len(word) >= HEAD + len(end) and end in self.parts_known:
                return end
        tails = (word[at:] for at in range(HEAD, len(word) - END + 1))
        return next((tail for tail in tails if self.is_last(tail)), "")

    def halves(self, word: str) -> Iterator[tuple[str, str, str]]:
        """What is known before a part of a word that is not, that part, and what is known after it.

        >>> list(Splitter(["gruppe"]).halves("sorrgsgruppe"))
        [('', 'sorrgs', 'gruppe'), ('', 'sorrg', 'sgruppe')]
        """
        if not 2 * HEAD <= len(word) <= LONGEST or not word.isalpha():
            return
        ends = range(len(word) - HEAD, LEAST - 1, -1)
        if head := next((word[:end] for end in ends if word[:end] in self.parts_known), ""):
            for link in (one for one in LINKS if word.startswith(head + one)):
                yield head + link, word[len(head + link) :], ""
        if tail := next((word[at:] for at in reversed(ends) if self.is_last(word[at:])), ""):
            for link in (one for one in LINKS if word.endswith(one + tail)):
                yield "", word.removesuffix(link + tail), link + tail

    def ways(self, rest: str, most: int) -> Iterator[tuple[str, ...]]:
        """Every way to make up the rest of a word from known parts."""
        if self.is_last(rest):
            yield (rest,)
        if most == 1:
            return
        for end in range(LEAST, len(rest) - LEAST + 1):
            head = rest[:end]
            if head not in self.parts_known:
                continue
            if head.endswith(TAKES_S) and (joined := list(self.after(head, rest, S, most))):
                yield from joined
            else:
                yield from self.after(head, rest, LINKS, most)

    def after(
        self, head: str, rest: str, links: tuple[str, ...], most: int
    ) -> Iterator[tuple[str, ...]]:
        """Every way that goes on after a part."""
        for link in links:
            if rest.startswith(link, len(head)):
                for tail in self.ways(rest[len(head) + len(link) :], most - 1):
                    yield (head, *tail)

    def is_last(self, rest: str) -> bool:
        """The last part may be inflected."""
        return rest in self.parts_known or (
            len(rest) > LEAST and stem(rest) not in ENDS_ALONE and stem(rest) in self.stems_known
        )


@cache
def plain() -> Splitter:
    """A splitter that knows the listed parts only."""
    return Splitter(())
