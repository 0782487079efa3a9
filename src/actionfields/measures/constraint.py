"""How tied up a node is in ties that know each other: Burt's constraint."""

import numpy as np

from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Neighbours, Ties
from actionfields.measures.voices import Floats


def constraint(ties: Ties) -> dict[str, float | Refused]:
    """Burt's constraint of each node: high where its contacts know each other, low across holes.

        cᵢ = Σⱼ (pᵢⱼ + Σ_q pᵢ_q · p_qⱼ)²,   pᵢⱼ = (aᵢⱼ + aⱼᵢ) / Σₖ (aᵢₖ + aₖᵢ)

    j runs over those tied to i in either direction; a is 1 for a tie. A node with two contacts can
    come above 1. A node without ties is refused (isolated): it is not free of constraint, it has no
    contacts to be constrained by.

    Reference: R. Burt (1992), Structural Holes. The same as networkx's ``constraint`` without
    weights, which gives NaN to a node that has only ties coming in.

    >>> found = constraint(Ties.of([("a", "b"), ("a", "c")], "abcd", directed=False))
    >>> found["a"], found["b"], found["d"].code
    (0.5, 1.0, 'isolated')
    """
    near = Neighbours.of(ties, "both")
    owner = np.repeat(np.arange(ties.size), np.diff(near.starts))
    activity = np.bincount(owner, weights=near.weights, minlength=ties.size)
    share = near.weights / activity[owner]
    found: dict[str, float | Refused] = {}
    for node, name in enumerate(ties.nodes):
        found[name] = _of_node(node, near, share, ties.size)
    return found


def _of_node(node: int, near: Neighbours, share: Floats, size: int) -> float | Refused:
    contacts = near.of_node(node)
    if not len(contacts):
        return Refused.because("isolated")
    own = share[near.starts[node] : near.starts[node + 1]]
    places, whose = near.of_all(contacts)
    # The shares of all contacts' contacts, laid on top of each other.
    through = np.bincount(near.others[places], weights=own[whose] * share[places], minlength=size)
    return float(((own + through[contacts]) ** 2).sum())
