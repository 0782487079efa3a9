"""Who stands between whom: Gould and Fernandez' five brokerage roles."""

from collections.abc import Iterator, Mapping

import numpy as np

from actionfields.measures.ties import Among, Neighbours, Ties
from actionfields.measures.voices import Ints

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
PATHS = 1 << 17


def brokerage(ties: Ties, groups: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """How often each node v stands between a and b, by the groups of the three.

    v stands between a and b when a → v → b and not a → b. With the groups written a v b:

        coordinator A A A    itinerant A B A    gatekeeper A B B    representative A A B
        liaison A B C

    An undirected path counts once, from its one end or the other, so gatekeeper and representative
    are the same there and stand under ``representative``, with ``gatekeeper`` 0. ``total`` is the
    sum. Nodes without a group are groups of their own, since what is unknown is not alike.

    Reference: R. Gould & R. Fernandez (1989), Structures of mediation, Sociological Methodology 19,
    89–126.

    >>> ties = Ties.of([("a", "v"), ("v", "b")], directed=True)
    >>> found = brokerage(ties, {"a": "south", "v": "north", "b": "north"})
    >>> [role for role, count in found["v"].items() if count]
    ['gatekeeper', 'total']
    """
    group = _numbers(ties.nodes, groups)
    before, after = (Neighbours.of(ties, way) for way in _ways(ties))
    tied = Among.of(ties)
    counts = np.zeros((ties.size, len(ROLES)), dtype=np.int64)
    for some in _blocks(before, after):
        counts[some] = _roles_of(some, group, before, after, tied)
    if not ties.directed:
        counts //= np.array([2, 2, 2, 1, 2])  # each path was met from both its ends
        counts[:, ROLES.index("gatekeeper")] = 0
    return {
        name: {**dict(zip(ROLES, row, strict=True)), "total": sum(row)}
        for name, row in zip(ties.nodes, counts.tolist(), strict=True)
    }


def _roles_of(some: Ints, group: Ints, before: Neighbours, after: Neighbours, tied: Among) -> Ints:
    """The roles of some nodes: every path through them is laid out, and the open ones counted."""
    places, whose = before.of_all(some)
    first, middle = before.others[places], some[whose]
    places, whose = after.of_all(middle)
    first, middle, last = first[whose], middle[whose], after.others[places]
    kept = (first != last) & ~tied(first, last)
    one, between, other = group[first[kept]], group[middle[kept]], group[last[kept]]
    role = np.select(
        [(one == between) & (between == other), one == other, between == other, one == between],
        [0, 1, 2, 3],
        4,
    )
    spot = np.searchsorted(some, middle[kept])
    size = len(some) * len(ROLES)
    return np.bincount(spot * len(ROLES) + role, minlength=size).reshape(-1, len(ROLES))


def _blocks(before: Neighbours, after: Neighbours) -> Iterator[Ints]:
    """The nodes in blocks of about as many paths as fit the processor's cache."""
    paths = np.cumsum(np.diff(before.starts) * np.diff(after.starts))
    if len(paths):
        cuts = np.searchsorted(paths, np.arange(PATHS, int(paths[-1]), PATHS), side="right")
        yield from (one for one in np.split(np.arange(len(paths)), np.unique(cuts)) if len(one))


def _ways(ties: Ties) -> tuple[str, str]:
    return ("in", "out") if ties.directed else ("both", "both")


def _numbers(nodes: tuple[str, ...], groups: Mapping[str, str]) -> Ints:
    # A node without a group gets a number that no other has.
    known: dict[object, int] = {}
    keys = ((groups[node],) if node in groups else node for node in nodes)
    return np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.int64)
