"""Names of places that are other words too: where Ski, Halden, Gran and Time are places all the
same, though nobody wrote them with a capital."""

from functools import cache
from typing import Protocol

from knutepunkt.gazetteer.index import entries
from knutepunkt.gazetteer.letters import folded as key_of
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import GATHERINGS, SOMETHING, VERBS, whole

# After these a name stands; "på ski" and "ved stranda" are no towns.
CERTAIN = frozenset("i fra frå nær rundt omkring near from around utenfor utanfor".split())
LIVES = frozenset("bor bur bo bu bodde budde bosatt busett holder held live lives living".split())
NEAR = frozenset((("nærheten", "av"), ("nærleiken", "av")))
AND_AROUND = frozenset((("og", "omegn"), ("med", "omegn")))
WHEN = frozenset(("på", "om", "kl", "etter"))  # What may stand between a place and a time.
FEW = 3  # Words of a text that ends with a place.


class Words(Protocol):
    """What the words of labels are to whoever looks for places."""

    def is_written(self, word: str, /) -> bool:
        """Say whether a folded word stands in any label, or is a form of some word."""

    def leads(self, word: str, /) -> bool:
        """Say whether a folded word is enough to be led to a concept."""


@cache
def municipalities() -> frozenset[str]:
    """The names of today's municipalities, in small letters."""
    return frozenset(
        entry.name.lower() for found in entries().values() for entry in found
        if entry.spot.kind == "municipality" and not entry.former
    )  # fmt: skip


def is_named(said: list[str], start: int, words: Words, large: frozenset[str]) -> bool:
    """Say whether a word that has another meaning names a place where it stands.

    ``large`` has the keys of the places that are large enough to be meant. Alone the name of a
    municipality is one; else where a place's name stands: "grupper i halden", "angst ski".
    """
    name = said[start]
    if key_of(name) not in large:
        return False
    if len(said) == 1:
        return name in municipalities() or not words.leads(name)
    first, before = ("", "", *said)[start : start + 2]
    is_near = (first, before) in NEAR or tuple(said[start + 1 :][:2]) in AND_AROUND
    if is_near or (before in CERTAIN and first in LIVES):
        return True
    if start == 0 and len(said) <= FEW and name in municipalities() and not words.leads(name):
        return all(is_beside(word, words) for word in said[1:])
    if any(not whole(word) for word in said[start + 1 :] if word not in WHEN):
        return False
    if before in CERTAIN:
        return True
    if before in listed("stop-words") and not is_gathering(before):
        return before in ("på", "ved") and is_gathering(first)
    if before.endswith(VERBS) and not is_gathering(before):
        return False  # "Savner sola", "lengter heim".
    told = is_gathering(before) or words.leads(before) or bool(whole(before))
    return len(said) <= FEW and told and (name in municipalities() or not words.leads(name))


def is_beside(word: str, words: Words) -> bool:
    """Say whether a word says what is asked for at a place, and nothing of how: "Halden angst"."""
    return words.leads(word) or is_gathering(word) or bool(whole(word))


def is_gathering(word: str) -> bool:
    """Say whether a word is of a group or a meeting, which are held at places."""
    return word.endswith(GATHERINGS) or word in SOMETHING
