"""Whose a trouble is, by the order of words and the small words between clauses."""

from collections.abc import Sequence
from functools import lru_cache

from knutepunkt.search.language.persons import persons_in

# Words that begin a clause of its own: what stands before is not said of a person after.
PARTING = frozenset("når nar mens medan fordi when while because".split())
WITHOUT = frozenset(("uten", "utan", "without"))
ME = frozenset("jeg eg æ je".split())
NEXT = 2  # Words.
AM = frozenset("am have had was feel get got".split())  # After "I", which is "in" too.
# What may stand between "jeg" and what is the matter with me.
BETWEEN = frozenset(
    "er har ble blir vart blei var hadde fått fikk lider av sliter slit med så veldig helt ganske"
    " bare stadig selv sjølv litt mye mykje for am have been was had get so very really got".split()
)


@lru_cache(maxsize=20_000)
def is_led_by_person(label: tuple[str, ...]) -> bool:
    """Say whether a label names a person before anything else.

    >>> is_led_by_person(("mannen", "slår")), is_led_by_person(("slår", "kona", "mi"))
    (True, False)
    """
    return 0 in persons_in(list(label))


def is_parted(said: Sequence[str], first: int, last: int) -> bool:
    """Say whether a new clause begins between two words of a text.

    >>> is_parted("drikker når ungene sover".split(), 0, 2)
    True
    """
    return not PARTING.isdisjoint(said[first + 1 : last])


def is_without(said: Sequence[str], first: int, last: int) -> bool:
    """Say whether words are what a text does without: not "uten tolv trinn alkohol".

    >>> is_without("uten alkohol".split(), 0, 1), is_without("alkohol uten aa".split(), 0, 1)
    (True, False)
    """
    return said[first] in WITHOUT and last - first <= NEXT


def is_mine(said: Sequence[str], first: int) -> bool:
    """Say whether what begins at a word is told of whoever writes.

    >>> is_mine("jeg er så redd for sønnen min".split(), 3)
    True
    >>> is_mine("jeg har en bror som drikker".split(), 5)
    False
    """
    at = first - 1
    while at >= 0 and said[at] in BETWEEN:
        at -= 1
    if at < 0:
        return first > 0  # "Er homofil", "har angst".
    return said[at] in ME or (said[at] == "i" and said[at + 1] in AM)
