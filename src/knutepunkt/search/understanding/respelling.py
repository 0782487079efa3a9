"""Words without æ, ø and å, or misspelt as the vocabulary knows, as they are spelled."""

import re
from itertools import product

from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.search.language import stem
from knutepunkt.search.language.ordinary import is_ordinary
from knutepunkt.search.language.persons import persons
from knutepunkt.search.language.spelling import LEAST
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import known as known_times
from knutepunkt.search.language.whereabouts import names
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Known

SHORTEST = 3  # Letters of a word that may be written with pairs: "aa" is no å.
LONGEST = 40  # Letters of a word that is looked for with other letters.
BARE = re.compile("[ao]")
LETTERS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("a", "aæå"), ("o", "oø"))


def respelled(word: str, lexicon: Lexicon) -> str:
    """A word written with aa, ae or oe as it is spelled, where only that means anything here, and
    the one that a misspelling which the vocabulary holds is of.

    "Paarørende" is "pårørende", but Haakon, AA and Aamot keep their letters.
    """
    word = lexicon.labels.misspelt.get(word, word)
    if len(word) < SHORTEST or not word.isascii() or means_something(word, lexicon):
        return word
    other = word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    if other != word and (
        means_something(other, lexicon) or lexicon.analyser.splitter.parts(other)
    ):
        return other
    return with_rings(word, lexicon) or word


def with_rings(word: str, lexicon: Lexicon) -> str:
    """The word of a label, or the compound of one, that somebody wrote without æ, ø and å; "" where
    there is none, or it is a word as it stands.

    "Sovnloshet" is "søvnløshet", and "rusparorende" is made of "rus" and "pårørende".
    """
    if len(word) < LEAST or word in listed("common-words") or is_ordinary(word):
        return ""
    ringless, parts = lexicon.labels.ringless, lexicon.analyser.splitter.parts
    if word in ringless or len(word) > LONGEST or key_of(word) in names():
        return ringless.get(word, "")
    if lexicon.labels.knows(word):
        return ""  # "Forstoppelser" have nothing to do with "først".
    for end in range(LEAST - 1, len(word) - LEAST + 2):
        heads, tails = (
            [one, ringless[one]] if one in ringless else [one] for one in (word[:end], word[end:])
        )
        for other in map("".join, product(heads, tails)):
            if other != word and parts(other):
                return other
    return ""


def means_something(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word stands in a label, or is a small word, a time or a person."""
    return lexicon.labels.is_written(word) or word in persons() or word in known_times()


def as_some_group_writes(word: str, known: Known) -> str | None:
    """A word with æ, ø and å where some group has them, its ending as it was typed."""
    for cut in dict.fromkeys((stem(word), word)):
        if word.startswith(cut) and (other := spelled_out(cut, known)):
            return other + word[len(cut) :]
    return None


def spelled_out(word: str, known: Known, at: int = 0, done: str = "") -> str | None:
    """The word of some group that somebody wrote without æ, ø and å, if there is one.

    Names of groups are in no vocabulary: "sjoeboer" is "sjøboer" where a group is called so.
    """
    odd = BARE.search(word, at) if len(word) <= LONGEST else None
    if odd is None:
        whole = done + word[at:]
        return whole if known.count(whole) else None
    begun, found = done + word[at : odd.start()], []
    for written, letters in LETTERS:
        for letter in letters if word.startswith(written, odd.start()) else ():
            if next(known.tokens(begun + letter), None):
                end = odd.start() + len(written)
                found.append(spelled_out(word, known, end, begun + letter))
    return max(filter(None, found), key=known.count, default=None)
