"""What an order of results goes by; docs/explanation/ranking.md tells people the same.

Everything is whole numbers, so that every node answers alike. Nothing here knows how large a group
is, who stands behind it, how it works or what it costs.
"""

import math
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index.record import Level

# What a word or concept counts, of a hundred, by where the group has it.
WHERE = {
    Level.MARK: 1,
    Level.TEXT: 40,
    Level.PLACE: 45,
    Level.ORGANISATION: 50,
    Level.TOLD: 62,
    Level.LABEL: 70,
    Level.ABOVE: 80,
    Level.CONCEPT: 90,
    Level.NAME: 100,
}
OPEN = 10
SOON, SOON_DAYS = 4, 14
FRESH = ((182, 6), (365, 3))
NEAR = ((5.0, 30), (15.0, 24), (50.0, 12), (150.0, 4))
# What each of these adds to the next farther one.
NEARER = tuple(
    (limit, worth - next_worth) for (limit, worth), (_, next_worth) in pairwise((*NEAR, (0.0, 0)))
)
HERE = 36  # More than open, confirmed and soon together, and a narrower concept besides.
OF_VILLAGE = 18  # Before neighbours somewhat nearer, not before those next door.
WISHED = 40
MOST = 255  # more than all points together


def freshness(confirmed: NDArray[np.int32], today: int) -> NDArray[np.uint8]:
    """What it counts that a human said "still right", by the ordinal of the day; 0 for never."""
    points = np.zeros(len(confirmed), np.uint8)
    for days, worth in reversed(FRESH):
        points[(confirmed > 0) & (confirmed >= today - days)] = worth
    return points


def nearness(kilometres: NDArray[np.float64]) -> NDArray[np.int64]:
    """What it counts to be near; nothing where there is no place."""
    points = np.zeros(len(kilometres), np.int64)
    for limit, worth in reversed(NEAR):
        points[kilometres <= limit] = worth
    return points


@lru_cache(maxsize=8)
def odd_of(today: int) -> int:
    """The odd number that gives a day its order among equals."""
    digest = sha256(date.fromordinal(today).isoformat().encode()).digest()
    return int.from_bytes(digest[:4], "little") | 1


def turn(spin: NDArray[np.uint32], today: int) -> NDArray[np.uint32]:
    """The place of each group among equals on a day; no two groups keep their order for good."""
    return spin * np.uint32(odd_of(today))


@lru_cache(maxsize=1024)
def value_of(level: int, weight: int) -> int:
    """What a term counts where a group has it at a level; one at least, for it was met."""
    return max(1, math.floor(WHERE[Level(level)] * weight / 100))
