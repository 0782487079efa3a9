"""Draws that follow from a seed and a number, on every machine and in every order."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
NUMBERS = 1 << 40


class Dice:
    """Draws for one record. Only ``Random.random`` is used: it is the same in every Python."""

    __slots__ = ("draw",)

    def __init__(self, seed: int, number: int) -> None:
        self.draw = Random(seed * NUMBERS + number).random

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of the things."""
        return things[int(self.draw() * len(things))]

    def chance(self, share: float) -> bool:
        """Yes in this share of the draws."""
        return self.draw() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.draw() * (most - least + 1))


class Weighted(Generic[Thing]):
    """Things that are drawn as often as their weights say."""

    def __init__(self, pairs: Iterable[tuple[float, Thing]]) -> None:
        listed = list(pairs)
        self.things = [thing for _, thing in listed]
        self.upto = list(accumulate(weight for weight, _ in listed))

    def drawn(self, dice: Dice) -> Thing:
        """One of the things."""
        return self.things[bisect_right(self.upto, dice.draw() * self.upto[-1])]
