"""The people a text speaks of: whose trouble it is, and who is missed."""

from dataclasses import dataclass
from functools import cache

from knutepunkt.search.language.tables import listed, pairs

AS_ATOM = "@"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody close: the kind (``partner``, ``child`` …), and if the word says "mine" itself."""

    kind: str
    is_own: bool


@cache
def persons() -> dict[str, Person]:
    """Each word for somebody close."""
    found: dict[str, Person] = {}
    for kind, word in pairs("persons"):
        found.setdefault(word.removeprefix("*"), Person(kind, not word.startswith("*")))
    return found


def persons_in(words: list[str]) -> dict[int, str]:
    """Position → kind of each person in a text that is close to whoever writes.

    >>> persons_in("mannen min ruser seg".split())
    {0: 'partner'}
    >>> persons_in("gruppe for menn og en mann".split())
    {}
    """
    owning, known = listed("owning-words"), persons()
    found = {}
    for place, word in enumerate(words):
        person = known.get(word)
        if person is None:
            continue
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        if person.is_own or any(one in owning for one in beside):
            found[place] = person.kind
    return found
