"""Do ties stay inside a sphere or cross its border? The E-I index, with doubt in its bounds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties
from actionfields.measures.voices import Ints

MOST_ASSIGNMENTS = 4096
MOST_SPHERES = 62


@dataclass(frozen=True, slots=True)
class Direction:
    """Ties that surely cross, surely stay, or depend on where an uncertain actor belongs.

    ``low`` and ``high`` bound the index over all ways of placing the uncertain actors; equal when
    nothing depends on them. ``exact`` is False when there were too many ways to try, so that the
    bounds are only as tight as each tie on its own.
    """

    crossing: int
    staying: int
    open: int
    low: float
    high: float
    exact: bool

    @property
    def index(self) -> float | None:
        """The index, when nothing depends on an uncertain actor; otherwise None."""
        return self.low if self.low == self.high else None


def ei_index(ties: Ties, spheres: Mapping[str, str | Iterable[str]]) -> Direction | Refused:
    """Krackhardt and Stern's (E − I) / (E + I): −1 all inside their sphere, 1 all across.

    ``spheres`` gives each node its sphere, or all those it may belong to when that is uncertain;
    a node left out may belong to any. An uncertain actor is placed in each of its spheres in turn,
    the same for all its ties, and the lowest and highest index are given. Over 4096 ways, each open
    tie is placed on its own.

    The index depends on how large the spheres are: compare it only with what chance gives for the
    same sizes (``permuted_ei``). Refused without ties, and when no node can be in another sphere
    than the rest (one_group). Raises ValueError with more than 62 spheres.

    Reference: D. Krackhardt & R. Stern (1988), Informal networks and organizational crises, Social
    Psychology Quarterly 51, 123–140.

    >>> ties = Ties.of([("hub", "org"), ("hub", "town")], directed=False)
    >>> found = ei_index(ties, {"hub": {"civil", "state"}, "org": "civil", "town": "state"})
    >>> found.open, found.low, found.high
    (2, 0.0, 0.0)
    """
    if not ties.count:
        return Refused.because("no_ties")
    may_be, known = _masks(ties.nodes, spheres)
    if known < 2:
        return Refused.because("one_group")
    one, other = may_be[ties.source], may_be[ties.target]
    crossing = int(np.count_nonzero((one & other) == 0))
    staying = int(np.count_nonzero((one == other) & (one & (one - 1) == 0)))
    unsure = np.flatnonzero(may_be & (may_be - 1))
    left = ties.count - crossing - staying
    sure = crossing - staying
    unsure = np.flatnonzero(may_be & (may_be - 1))
    choices = [_bits(int(may_be[node])) for node in unsure]
    if exact := prod(map(len, choices)) <= MOST_ASSIGNMENTS:
        low, high = _extremes(ties, may_be, unsure, choices)
    else:
        low, high = sure - left, sure + left
    return Direction(crossing, staying, left, low / ties.count, high / ties.count, exact=exact)


def _extremes(ties: Ties, may_be: Ints, unsure: Ints, choices: list[list[int]]) -> tuple[int, int]:
    touched = np.isin(ties.source, unsure) | np.isin(ties.target, unsure)
    source, target = ties.source[touched], ties.target[touched]
    fixed = _balance(may_be, ties.source[~touched], ties.target[~touched])
    placed, found = may_be.copy(), []
    for choice in product(*choices):
        placed[unsure] = choice
        found.append(fixed + _balance(placed, source, target))
    return min(found), max(found)


def _balance(placed: Ints, source: Ints, target: Ints) -> int:
    crossing = int(np.count_nonzero(placed[source] != placed[target]))
    return 2 * crossing - len(source)


def _masks(nodes: tuple[str, ...], spheres: Mapping[str, str | Iterable[str]]) -> tuple[Ints, int]:
    # Few of the values differ, so each is looked at once.
    given = [spheres.get(node, ()) for node in nodes]
    keys = [one if isinstance(one, str) else frozenset(one) for one in given]
    found = {key: {key} if isinstance(key, str) else key for key in set(keys)}
    names = sorted(set().union(*found.values()))
    if len(names) > MOST_SPHERES:
        raise ValueError(f"{len(names)} spheres, and at most {MOST_SPHERES} can be told apart")
    bit = {name: 1 << place for place, name in enumerate(names)}
    anywhere = (1 << len(names)) - 1
    masks = {key: sum(bit[name] for name in may_be) or anywhere for key, may_be in found.items()}
    return np.array([masks[key] for key in keys], dtype=np.int64), len(names)


def _bits(mask: int) -> list[int]:
    return [1 << place for place in range(MOST_SPHERES) if mask >> place & 1]
