"""Is the E-I index more than the sizes of the spheres give? A permutation of the spheres."""

from collections.abc import Mapping

import numpy as np

from actionfields.measures.grounds import Chance, Grounds, against_chance, enough_actors
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties


def permuted_ei(
    ties: Ties, spheres: Mapping[str, str], grounds: Grounds, *, samples: int = 1000, seed: int = 0
) -> Chance | Refused:
    """The E-I index against what it is when the spheres are dealt out at random to the same nodes.

    The ties and the number of nodes in each sphere stay as they are. Nodes without a sphere are
    left out together with their ties, as chance cannot deal what is unknown.

    Refused: ties not observed (derived), unlike materials (unlike), under five actors with a known
    sphere (few_actors), one sphere only (one_group), no ties between them (no_ties).

    Reference: D. Krackhardt & R. Stern (1988), as ``ei_index``.

    >>> ties = Ties.of([("a", "b"), ("b", "c"), ("d", "e"), ("e", "f")], directed=False)
    >>> spheres = dict(zip("abcdef", "xxxyyy"))
    >>> permuted_ei(ties, spheres, Grounds(observed=True), samples=200).value
    -1.0
    >>> permuted_ei(ties, spheres, Grounds(observed=False)).code
    'derived'
    """
    known = [place for place, node in enumerate(ties.nodes) if node in spheres]
    if refused := grounds.refusal() or enough_actors(len(known)):
        return refused
    names = sorted({spheres[ties.nodes[place]] for place in known})
    if len(names) == 1:
        return Refused.because("one_group")
    label = np.full(ties.size, -1)
    label[known] = [names.index(spheres[ties.nodes[place]]) for place in known]
    kept = (label[ties.source] >= 0) & (label[ties.target] >= 0)
    source, target = ties.source[kept], ties.target[kept]
    if not len(source):
        return Refused.because("no_ties")

    def index() -> float:
        return 2 * float(np.mean(label[source] != label[target])) - 1

    value, draws, chance = index(), np.empty(samples), np.random.default_rng(seed)
    for draw in range(samples):
        label[known] = chance.permutation(label[known])
        draws[draw] = index()
    return against_chance(value, draws)
