"""Which words say that what follows is to be left out: "uten", "bortsett fra", "som ikke er".

"Ikke" often tells of oneself: "får ikke sove", "jeg er ikke alkoholiker". Only where it can be
said of a group does it leave anything out.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from knutepunkt.search.language.reading import tongue_of
from knutepunkt.search.language.tables import pairs, stop_words

LESS, BUT, NOT, WISH, WITHIN = "less", "but", "not", "wish", "within"
MOST = 5  # Words between.


@cache
def sayings() -> dict[str, frozenset[str]]:
    """The words by which a text leaves something out, by what they do."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, word in pairs("leaving"):
        found[kind].add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def signs() -> frozenset[str]:
    """Without any of these a text leaves nothing out, and nothing need be looked at."""
    return frozenset().union(
        *(sayings()[kind] for kind in ("sign", "without", "except", "negated"))
    )


@cache
def in_words() -> frozenset[tuple[str, ...]]:
    """Sayings of two words."""
    return frozenset(tuple(one.split("_")) for one in sayings()["except-in-words"])


class Cue(NamedTuple):
    """Where a text begins to leave something out, how it says so, and if a word like "om" follows.

    ``kind`` is LESS for "uten", BUT for "bortsett fra", NOT for "ikke", WISH for "vil ikke", WITHIN
    where the name itself says "ikke".
    """

    first: int
    kind: str
    is_about: bool = False


def cue_before(
    said: Sequence[str], first: int, breaks: Collection[int], nouns: Collection[int] = ()
) -> Cue | None:
    """What says that the words from ``first`` on are left out, if anything does.

    ``breaks`` are beginnings of clauses, ``nouns`` words that are known to be no verbs: "tirsdager
    ikke" says nothing of whoever writes.

    >>> cue_before("sorg uten tolv trinn".split(), 2, ())
    Cue(first=1, kind='less', is_about=False)
    >>> cue_before("jeg får ikke sove".split(), 3, ())
    """
    about, known = False, sayings()
    for at in range(first - 1, max(-1, first - 2 - MOST), -1):
        if at + 1 in breaks:
            return None
        word, before = said[at], said[at - 1] if at and at not in breaks else ""
        if word in known["without"] or (word == "no" and tongue_of(said) != "no"):
            return Cue(at, LESS)
        if word in known["except"]:
            return Cue(at, BUT)
        if (before, word) in in_words():
            return Cue(at - 1, BUT)
        if word in known["negated"]:
            return negated(said, at, breaks, nouns, is_about=about)
        if word == "t" and before == "don" and "want" in said[at:first]:
            return Cue(at - 1, WISH)
        if word not in known["between"]:
            return None
        about = about or word in known["about"]
    return None


def negated(
    said: Sequence[str],
    at: int,
    breaks: Collection[int],
    nouns: Collection[int],
    *,
    is_about: bool,
) -> Cue | None:
    """Whether an "ikke" may be said of a group rather than of whoever writes."""
    before, known = said[at - 1] if at and at not in breaks else "", sayings()
    if not before or before in known["joins"] or before in known["groups"]:
        return Cue(at - (before in known["joins"]), NOT, is_about)
    if before in known["want"] or (before == "do" and "want" in said[at:]):
        return Cue(at - 1, WISH, is_about)
    if before in known["is"]:
        is_it = at > 1 and said[at - 2] in known["it"] | known["groups"]
        return Cue(at - 1, NOT, is_about) if is_it else None
    if at - 1 not in nouns and (before in stop_words() or before.endswith("r")):
        return None  # "Får ikke", "drikker ikke".
    return Cue(at, NOT, is_about)


def before_or(said: Sequence[str], first: int) -> int:
    """The number of the word before the "eller" that stands before a word; -1 without one.

    >>> before_or("uten tolv trinn eller for menn".split(), 5)
    2
    """
    at = first - 1
    while at > 0 and said[at] in sayings()["between"]:
        at -= 1
    return at - 1 if at > 0 and said[at] in sayings()["or"] else -1


def left_words(
    said: Sequence[str], breaks: Collection[int], nouns: Collection[int]
) -> frozenset[int]:
    """The numbers of the words that a text leaves out, each with those right after it.

    >>> sorted(left_words("sorg ikke etter selvmord i Oslo".split(), (), ()))
    [2, 3]
    """
    found: set[int] = set()
    for number, word in enumerate(said):
        if word in signs() or word in sayings()["between"] or word in stop_words():
            continue
        if number - 1 in found and number not in breaks:
            found.add(number)
        elif cue := cue_before(said, number, breaks, nouns):
            said_so = [one for one in range(cue.first, number) if said[one] in signs()]
            found.update(range(said_so[-1] + 1 if said_so else number, number + 1))
    return frozenset(found)
