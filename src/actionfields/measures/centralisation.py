"""How far a network hangs on one node: Freeman's centralisation by degree and by paths."""

from collections.abc import Iterable

import networkx as nx
import numpy as np

from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties

FEWEST_NODES = 3


def degree_centralisation(ties: Ties, way: str = "all") -> float | Refused:
    """Freeman's centralisation by degree: 0 when all degrees are equal, 1 for a star.

        Σ (max d − dᵢ) / M

    M is what a star of as many nodes gives: (n − 1)(n − 2) undirected. Directed, ``in`` or ``out``:
    (n − 1)². Directed and ``all``: degrees are of in- and out-ties together, and a star with ties
    both ways gives 2(n − 1)(n − 2).

    Refused under three nodes (few_nodes) and without ties (no_ties): an empty network is neither
    central nor spread.

    Reference: L. Freeman (1979), Centrality in social networks: conceptual clarification, Social
    Networks 1, 215–239.

    >>> degree_centralisation(Ties.of([("a", "b"), ("a", "c"), ("a", "d")], directed=False))
    1.0
    >>> degree_centralisation(Ties.of([("a", "b"), ("b", "c"), ("c", "a")], directed=False))
    0.0
    """
    if refused := _too_little(ties):
        return refused
    size = ties.size
    most = (size - 1) * (size - 2)
    if ties.directed:
        most = 2 * most if way == "all" else (size - 1) ** 2
    return _spread(ties.degree(way).tolist()) / most


def closeness_centralisation(ties: Ties) -> float | Refused:
    """Freeman's centralisation by closeness, 1 for a star; ties are taken as undirected.

    Closeness is (n − 1) / Σ distances; Σ (max c − cᵢ) is divided by (n − 1)(n − 2) / (2n − 3).

    Refused when not connected (unreachable), under three nodes and without ties. Distances are
    networkx's; each node costs a walk through the whole network.

    >>> star = Ties.of([("a", "b"), ("a", "c"), ("a", "d")], directed=False)
    >>> round(closeness_centralisation(star), 9)
    1.0
    """
    if refused := _too_little(ties):
        return refused
    graph = ties.to_networkx().to_undirected()
    if not nx.is_connected(graph):
        return Refused.because("unreachable")
    size = ties.size
    values = nx.closeness_centrality(graph).values()
    return _spread(values) * (2 * size - 3) / ((size - 1) * (size - 2))


def betweenness_centralisation(ties: Ties) -> float | Refused:
    """Freeman's centralisation by betweenness, 1 for a star.

    Betweenness is the share of shortest paths between others that pass a node, by networkx;
    Σ (max b − bᵢ) is divided by n − 1. Unconnected networks are allowed: who cannot be reached lies
    on nobody's path. A directed star with ties both ways gives 1.

    Refused under three nodes and without ties.

    >>> betweenness_centralisation(Ties.of([("a", "b"), ("a", "c"), ("a", "d")], directed=False))
    1.0
    """
    if refused := _too_little(ties):
        return refused
    return _spread(nx.betweenness_centrality(ties.to_networkx()).values()) / (ties.size - 1)


def _too_little(ties: Ties) -> Refused | None:
    if ties.size < FEWEST_NODES:
        return Refused.because("few_nodes", count=ties.size, least=FEWEST_NODES)
    return None if ties.count else Refused.because("no_ties")


def _spread(values: Iterable[float]) -> float:
    given = np.fromiter(values, dtype=np.float64)
    return float((given.max() - given).sum())
