"""What tests by chance need of the data; without it they are refused."""

from dataclasses import dataclass

import numpy as np

from actionfields.measures.refusals import FEWEST, Refused
from actionfields.measures.voices import Floats


@dataclass(frozen=True, slots=True)
class Grounds:
    """Where the data come from. Both must be said: nothing is taken to be observed by default.

    ``observed`` is False when any tie follows from an event or a host's list. ``alike`` is False
    when the materials of what is compared differ in kind; True when only one thing is looked at.
    """

    observed: bool
    alike: bool = True

    def refusal(self) -> Refused | None:
        """Why no test may be run on them; None when it may."""
        if not self.observed:
            return Refused.because("derived")
        return None if self.alike else Refused.because("unlike")


@dataclass(frozen=True, slots=True)
class Chance:
    """A value against what chance gave: ``p`` is how often chance comes as far out.

    ``p`` is (draws as far out + 1) / (samples + 1), so it is never 0. It is two-sided about the
    mean of the draws.
    """

    value: float
    expected: float
    p: float
    samples: int


def against_chance(value: float, draws: Floats) -> Chance:
    """Set a value against draws. Raises ValueError without draws.

    Reference: B. Phipson & G. Smyth (2010), Permutation p-values should never be zero.

    >>> against_chance(3.0, np.array([0.0, 1.0, 2.0])).p
    0.25
    """
    if not len(draws):
        raise ValueError("there are no draws to set the value against")
    middle = float(draws.mean())
    # A hair's breadth, so that equal draws that differ in the last bit count as equal.
    far = np.abs(draws - middle) >= abs(value - middle) - 1e-12
    return Chance(value, middle, (int(far.sum()) + 1) / (len(draws) + 1), len(draws))


def enough_actors(count: int, least: int = FEWEST) -> Refused | None:
    """Refuse when there are too few actors."""
    return Refused.because("few_actors", count=count, least=least) if count < least else None
