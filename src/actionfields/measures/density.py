"""How many of the possible ties there are."""

from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties

FEWEST_NODES = 2


def possible(ties: Ties) -> int:
    """How many ties the nodes could have: n(n − 1), halved when undirected.

    >>> possible(Ties.of([], "abc", directed=False))
    3
    """
    pairs = ties.size * (ties.size - 1)
    return pairs if ties.directed else pairs // 2


def density(ties: Ties) -> float | Refused:
    """The ties there are over those that could be, from 0 to 1; loops and repeats are left out.

    Refused under two nodes (few_nodes). It depends on how many nodes are counted in: nodes about
    whom no tie is reported lower it, though nothing is known of them.

    Reference: S. Wasserman & K. Faust (1994), Social Network Analysis, 101 and 129.

    >>> density(Ties.of([("a", "b"), ("b", "c")], "abcd", directed=False))
    0.3333333333333333
    """
    if ties.size < FEWEST_NODES:
        return Refused.because("few_nodes", count=ties.size, least=FEWEST_NODES)
    return ties.count / possible(ties)
