"""How sure is a density? A bootstrap of the nodes."""

import numpy as np

from actionfields.measures.alpha import Interval
from actionfields.measures.density import possible
from actionfields.measures.grounds import Grounds, enough_actors
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties

MOST = 2000  # actors: the matrix of every pair is drawn a thousand times


def density_interval(
    ties: Ties, grounds: Grounds, *, samples: int = 1000, seed: int = 0, within: float = 0.95
) -> Interval | Refused:
    """The density with a percentile interval, by drawing nodes again with replacement.

    A node drawn twice has with itself what a pair of nodes drawn at random has, as there is no tie
    to look up. The interval says how much depends on which nodes are there; it presumes that they
    stand for others like them.

    Refused: ties not observed (derived), since a clique made by one meeting has no spread at all
    and a star made by a host's list a spread of the listing; unlike materials; under five nodes
    (few_actors) or over two thousand (too_large, as every pair is drawn); no tie, or every tie
    there could be (constant), as nothing varies then.

    Reference: T. Snijders & S. Borgatti (1999), Non-parametric standard errors and tests for
    network statistics, Connections 22 (2), 61–70.

    >>> ties = Ties.of([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> found = density_interval(ties, Grounds(observed=True), samples=200)
    >>> found.value, 0 <= found.low <= found.value <= found.high <= 1
    (0.4, True)
    """
    if refused := grounds.refusal() or enough_actors(ties.size):
        return refused
    if ties.size > MOST:
        return Refused.because("too_large", count=ties.size, most=MOST)
    if ties.count in (0, possible(ties)):
        return Refused.because("constant")
    matrix = adjacency(ties)
    # Each pair once, or each of its two directions.
    off = ~np.eye(ties.size, dtype=bool) if ties.directed else ~np.tri(ties.size, dtype=bool)
    pairs, chance = matrix[off], np.random.default_rng(seed)
    draws = np.empty(samples)
    for draw in range(samples):
        nodes = chance.integers(0, ties.size, ties.size)
        drawn = matrix[np.ix_(nodes, nodes)]
        again = nodes[:, None] == nodes[None, :]
        drawn = np.where(again, chance.choice(pairs, drawn.shape), drawn)
        draws[draw] = drawn[off].mean()
    low, high = np.quantile(draws, [(1 - within) / 2, (1 + within) / 2]).tolist()
    return Interval(ties.count / possible(ties), low, high, within, samples)


def adjacency(ties: Ties) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """The matrix of ties: 1 from row to column, both ways when undirected, 0 on the diagonal.

    >>> adjacency(Ties.of([("a", "b")], directed=True)).tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """
    matrix = np.zeros((ties.size, ties.size))
    matrix[ties.source, ties.target] = 1
    if not ties.directed:
        matrix[ties.target, ties.source] = 1
    return matrix
