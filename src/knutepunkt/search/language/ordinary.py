"""Words of everyday speech and writing, which nobody has to be led from to what they are like.

They stand in no label, and without them "metode" would be read as "metoo", "tyrann" as "tran".
"""

from functools import cache

from knutepunkt.search.language.remembering import remembered
from knutepunkt.search.language.splitting import LONGEST, Splitter
from knutepunkt.search.language.stems import english_stem, stem
from knutepunkt.search.language.tables import listed

LEAST = 4  # Letters of a part.
LINKS = ("", "s", "e")
FORMS = ("", *"en et a er ene e r n t ar ane te de s ing ed".split())
ENDINGS = ("t", "s", "ne", "r")  # That ``stem`` leaves where they might be of the word itself.


@remembered(most=10_000)
def is_ordinary(word: str) -> bool:
    """Say whether a folded word is a form of such a word.

    >>> [is_ordinary(word) for word in ("metoden", "institutions", "depresjon")]
    [True, True, False]
    """
    forms = {word, *(word.removesuffix(ending) for ending in ENDINGS)}
    return english_stem(word) in english_stems() or any(stem(one) in stems() for one in forms)


@remembered(most=10_000)
def stands_in_list(word: str) -> bool:
    """Say whether a folded word is such a word, or one of its forms, letter by letter.

    >>> stands_in_list("metoden"), stands_in_list("metodens")
    (True, False)
    """
    forms = {word.removesuffix(ending) for ending in FORMS}
    names = ("ordinary-words", "ordinary-words-english", "common-words", "stop-words")
    lists = map(listed, names)
    return any(not forms.isdisjoint(one) for one in lists)


def is_made_up(word: str, splitter: Splitter) -> bool:
    """Say whether a folded word is a compound of such a word and one that a splitter knows.

    >>> is_made_up("samarbeidsprosesser", Splitter(["samarbeid"]))
    True
    """
    if len(word) > LONGEST:  # Each way to part it would be remembered.
        return False
    for end in range(LEAST, len(word) - LEAST + 1):
        tail = stem(word[end:])
        if tail not in parts() and tail not in splitter.stems_known:
            continue
        heads = {word[:end].removesuffix(link) for link in LINKS}
        if any(
            is_part(head) or (tail in parts() and head in splitter.parts_known) for head in heads
        ):
            return True
    return False


def is_part(word: str) -> bool:
    """Say whether the first half of a compound is such a word by itself."""
    return len(word) >= LEAST and stem(word) in parts()


@cache
def stems() -> frozenset[str]:
    """The stems of what is listed."""
    return frozenset(map(stem, listed("ordinary-words")))


@cache
def english_stems() -> frozenset[str]:
    """The same in English."""
    return frozenset(map(english_stem, listed("ordinary-words-english")))


@cache
def parts() -> frozenset[str]:
    """The stems that compounds are made up of."""
    return stems() | frozenset(map(stem, listed("common-words")))
