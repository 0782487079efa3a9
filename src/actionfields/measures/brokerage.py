"""Who stands between whom: Gould and Fernandez' five brokerage roles."""

from collections.abc import Mapping

import numpy as np

from actionfields.measures.ties import Neighbours, Ties
from actionfields.measures.voices import Flags, Ints

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


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
    coming, going = (Neighbours.of(ties, way) for way in _ways(ties))
    marked = np.zeros(ties.size, dtype=bool)
    found = {}
    for node, name in enumerate(ties.nodes):
        sides = coming.of_node(node), going.of_node(node)
        counts = _all_pairs(group, node, *sides) - _closed(group, node, *sides, going, marked)
        if not ties.directed:
            counts //= np.array([2, 2, 2, 1, 2])  # each path was met from both its ends
            counts[ROLES.index("gatekeeper")] = 0
        found[name] = {**dict(zip(ROLES, counts.tolist(), strict=True)), "total": int(counts.sum())}
    return found


def _ways(ties: Ties) -> tuple[str, str]:
    return ("in", "out") if ties.directed else ("both", "both")


def _numbers(nodes: tuple[str, ...], groups: Mapping[str, str]) -> Ints:
    # A node without a group gets a number that no other has.
    known: dict[object, int] = {}
    keys = ((groups[node],) if node in groups else node for node in nodes)
    return np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.int64)


def _all_pairs(group: Ints, node: int, before: Ints, after: Ints) -> Ints:
    """The roles of every (a, b), also the same node twice and pairs that are tied."""
    sizes = [np.bincount(group[side]) for side in (before, after)]
    own = [int(np.count_nonzero(group[side] == group[node])) for side in (before, after)]
    shortest = min(map(len, sizes))
    alike = int(sizes[0][:shortest] @ sizes[1][:shortest])
    coordinator, gatekeeper = own[0] * own[1], (len(before) - own[0]) * own[1]
    representative = own[0] * (len(after) - own[1])
    liaison = len(before) * len(after) - gatekeeper - representative - alike
    return np.array(
        [coordinator, alike - coordinator, gatekeeper, representative, liaison], dtype=np.int64
    )


def _closed(
    group: Ints, node: int, before: Ints, after: Ints, going: Neighbours, marked: Flags
) -> Ints:
    """The roles of the pairs that need nobody between: a → b, or a and b one and the same."""
    marked[after] = True
    places, whose = going.of_all(before)
    ends = going.others[places]
    tied = marked[ends]
    itself = before[marked[before]]
    marked[after] = False
    one = np.concatenate([before[whose[tied]], itself])
    other = np.concatenate([ends[tied], itself])
    return _roles(group[one], group[node], group[other])


def _roles(one: Ints, middle: int, other: Ints) -> Ints:
    first, last = one == middle, other == middle
    role = np.select([first & last, one == other, last, first], [0, 1, 2, 3], 4)
    return np.bincount(role, minlength=len(ROLES))
