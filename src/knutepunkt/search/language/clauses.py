"""What the words right before tell of others: whose a trouble is, and what is done without."""

from collections.abc import Iterable, Sequence

WITHOUT = frozenset(("uten", "utan", "without"))
ME = frozenset("jeg eg æ je".split())
NEXT = 2  # Words.
# Words that begin a clause which tells when or why of what was said before it.
BESIDE = frozenset("når mens fordi siden while when because".split())
AFTER = frozenset(("etter", "før"))
# What is done to somebody: "kjefter på ungene", "gjemmer det for mannen"; not "redd for sønnen".
AT = frozenset("på for overfor mot til foran at to".split())
DONE = ("er", "ar", "et", "te", "de", "ing", "ed")  # How such a verb ends: "kjeftet", "yelling".
CARES = ("bekymr", "engst", "uro", "frykt", "gråt", "gret", "grin", "sørg", "syrg", "savn", "sakn")
OWN = frozenset("min mi mitt mine vår våre the my our".split())
AM = frozenset("am have had was feel get got".split())  # After "I", which is "in" too.
# What may stand between "jeg" and what is the matter with me.
BETWEEN = frozenset(
    "er har ble blir vart blei var hadde fått fikk lider av sliter slit med så veldig helt ganske"
    " bare stadig selv sjølv litt mye mykje for am have been was had get so very really got".split()
)


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


def is_told_before(said: Sequence[str], last: int, persons: Iterable[int]) -> bool:
    """Say whether what ends at a word is told before a clause that alone speaks of anybody close.

    >>> is_told_before("drikker vin etter at ungene har lagt seg".split(), 1, [4])
    True
    >>> is_told_before("sover ikke når sønnen ruser seg".split(), 4, [3])
    False
    """
    first = min(persons, default=0)
    return any(
        word in BESIDE or (word == "at" and said[at - 1] in AFTER)
        for at, word in enumerate(said[last + 1 : first], last + 1)
    )


def is_done_to(said: Sequence[str], first: int, persons: Iterable[int]) -> bool:
    """Say whether a word is a verb of whoever writes, done to somebody close.

    >>> is_done_to("eksploderer på ungene".split(), 0, [2])
    True
    >>> is_done_to("yelling at my kids".split(), 0, [3])
    True
    >>> is_done_to("bekymrer meg for sønnen".split(), 0, [3])
    False
    """
    person, verb = min(persons, default=0), said[first]
    before = said[person - 2] if said[person - 1] in OWN else said[person - 1]
    if person <= first or before not in AT or verb.startswith(CARES):
        return False
    return verb.endswith(DONE) and (not first or said[first - 1] in ME)
