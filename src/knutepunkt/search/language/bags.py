"""Labels as bags of atoms, and how matches of the same words are put together."""

from typing import NamedTuple

from knutepunkt.search.language.reading import Atom, Match

# What a text adds that has all of a label's words just as they are, and in the same order.
AS_WRITTEN, IN_ORDER = 0.04, 0.02
NEARLY = 0.12  # How much less sure another meaning of the same words may be.


Bag = tuple[int, tuple[Atom, ...], tuple[str, ...], tuple[str, ...]]


class Label(NamedTuple):
    """One label as atoms; ``mass`` is what they weigh together. Hidden ones give way to others.

    ``small`` are its words that are no atoms: they tell "han slår meg" from "jeg slår". ``telling``
    are its atoms but for faint ones.
    """

    concept: int
    atoms: tuple[Atom, ...]
    small: tuple[str, ...]
    said: tuple[str, ...]
    is_hidden: bool
    mass: float
    telling: tuple[Atom, ...]


def join(match: Match, chosen: Match) -> None:
    """Add what else the same words may mean, the less sure the less they are met."""
    less = max(0.0, chosen.share - match.share) + (NEARLY / 2 if match.is_hidden else 0.0)
    if chosen.is_hidden and match.is_hidden:
        less -= NEARLY / 2
    if less > NEARLY:
        return
    for id_ in match.concepts:
        chosen.concepts[id_] = max(1 - 4 * less, chosen.concepts.get(id_, 0.0))


def closest(places: list[list[int]]) -> frozenset[int]:
    """Of the places where each atom stands, those nearest to the first atom's first place."""
    first = min(places, key=len)[0]
    return frozenset(min(each, key=lambda one: abs(one - first)) for each in places)


def is_loud(word: str) -> bool:
    """Say whether a word is written in capitals."""
    return len(word) > 1 and word.isupper()


def as_written(label: tuple[str, ...], said: list[str]) -> float:
    """What it adds that a text has a label's words as they are.

    >>> as_written(("mistet", "barn"), ["har", "mistet", "barn"])
    0.06
    """
    for word in label:
        if word not in said:
            return 0.0
    rest = iter(said)
    return AS_WRITTEN + IN_ORDER * (len(label) > 1 and all(word in rest for word in label))
