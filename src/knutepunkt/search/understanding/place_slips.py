"""Names of places a letter off, where names of places stand: "i fagerens", "angst skein".

A form of some word may look like one by chance ("fagerens" of "fager"), so what stands in no list
just so is read as a place there, however its end looks.
"""

from functools import cache

from rapidfuzz.distance import OSA

from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.search.language import Speller, bare
from knutepunkt.search.language.homonyms import CERTAIN, FEW, is_gathering
from knutepunkt.search.language.ordinary import stands_in_list
from knutepunkt.search.language.persons import persons
from knutepunkt.search.language.spelling import LONG
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import whole
from knutepunkt.search.language.whereabouts import large_places, names
from knutepunkt.search.lexicon import Lexicon

SHORTEST = 5  # Letters; a shorter word is near to too many names.
COMMON = 300  # How common a place counts as.


@cache
def places() -> Speller:
    """The names of counties, municipalities and towns that are one word."""
    return Speller((name, COMMON) for name in large_places() if " " not in name)


def places_meant(said: list[str], lexicon: Lexicon, vocabulary: Speller) -> dict[int, str]:
    """The number of each word that is a letter off a place, where a place stands → that place."""
    found = {}
    for number, word in enumerate(said):
        if len(word) < SHORTEST or lexicon.labels.is_written(word) or not word.isalpha():
            continue
        if not may_stand(said, number, lexicon):
            continue
        near = None if is_word(word, lexicon) else places().nearest(word)
        if near is None or not is_near(word, near.word):
            continue
        is_sure = bool(number) and said[number - 1] in CERTAIN
        own = None if is_sure else vocabulary.nearest(word)
        if own is None or own.word == near.word or not lexicon.labels.leads(own.word):
            found[number] = near.word
    return found


def is_near(word: str, place: str) -> bool:
    """Say whether a word is spelled nearly like a place."""
    most = 1 if len(word) < LONG else 2
    return most >= min(OSA.distance(bare(word), bare(place)), OSA.distance(word, place))


def may_stand(said: list[str], number: int, lexicon: Lexicon) -> bool:
    """Say whether a place may stand there: after "i" and the like, or last of few words, where it
    is the only one or what is before it is the matter.
    """
    before = said[number - 1] if number else ""
    if before in CERTAIN:
        return True
    if len(said) > FEW or any(not whole(word) for word in said[number + 1 :]):
        return False
    return not before or is_gathering(before) or lexicon.labels.leads(before)


def is_word(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word of no label is one as it stands, of any other list, or a compound."""
    if word in persons() or whole(word) or key_of(word) in names():
        return True
    if word in listed("common-words") or stands_in_list(word):
        return True
    return bool(lexicon.labels.analyser.splitter.parts(word))
