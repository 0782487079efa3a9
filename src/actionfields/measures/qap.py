"""Do two networks of the same actors go together? The quadratic assignment procedure."""

import numpy as np

from actionfields.measures.grounds import Chance, Grounds, against_chance
from actionfields.measures.refusals import FEWEST, Refused
from actionfields.measures.resampling import MOST, adjacency
from actionfields.measures.ties import Ties
from actionfields.measures.voices import Floats


def qap(
    one: Ties, other: Ties, grounds: Grounds, *, samples: int = 1000, seed: int = 0
) -> Chance | Refused:
    """Pearson's correlation of two networks over the pairs of their common actors, with a QAP test.

    One network's actors change places at random while its shape stays; ``p`` counts how often the
    correlation comes as far from the draws' mean. Pairs of an actor with itself are left out. Where
    both are undirected each pair counts once, which changes nothing.

    Refused: ties of either not observed (derived), unlike materials (unlike), under five common
    actors (few_common), over two thousand in either (too_large), a network whose common part is
    empty or complete (constant).

    Reference: D. Krackhardt (1988), Predicting with networks, Social Networks 10, 359–381.

    >>> pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    >>> ties = Ties.of(pairs, directed=False)
    >>> round(qap(ties, ties, Grounds(observed=True), samples=200).value, 9)
    1.0
    >>> qap(ties, Ties.of([("a", "b"), ("x", "y")], directed=False), Grounds(observed=True)).reason
    'too few actors occur in both networks (2 of at least 5)'
    """
    common = [node for node in one.nodes if node in set(other.nodes)]
    if refused := grounds.refusal():
        return refused
    if len(common) < FEWEST:
        return Refused.because("few_common", count=len(common), least=FEWEST)
    if (largest := max(one.size, other.size)) > MOST:
        return Refused.because("too_large", count=largest, most=MOST)
    first, second = _part(one, common), _part(other, common)
    off = ~np.eye(len(common), dtype=bool)
    if any(matrix[off].min() == matrix[off].max() for matrix in (first, second)):
        return Refused.because("constant")
    chance, draws = np.random.default_rng(seed), np.empty(samples)
    for draw in range(samples):
        turned = chance.permutation(len(common))
        draws[draw] = _correlation(first[np.ix_(turned, turned)][off], second[off])
    return against_chance(_correlation(first[off], second[off]), draws)


def _part(ties: Ties, nodes: list[str]) -> Floats:
    place = {node: number for number, node in enumerate(ties.nodes)}
    rows = [place[node] for node in nodes]
    part: Floats = adjacency(ties)[np.ix_(rows, rows)]
    return part


def _correlation(one: Floats, other: Floats) -> float:
    one, other = one - one.mean(), other - other.mean()
    return float(one @ other / np.sqrt((one @ one) * (other @ other)))
