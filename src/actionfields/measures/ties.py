"""A network of one kind as columns of node numbers; what the measures of networks are given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import networkx as nx
import numpy as np

from actionfields.measures.voices import Flags, Ints

MOST_BITS = 1 << 28  # 32 MiB of bits


@dataclass(frozen=True, slots=True)
class Ties:
    """A simple network: no loops, no pair twice; undirected pairs have the lower number first.

    ``source`` and ``target`` are places in ``nodes``, sorted by source, then target. Nodes without
    ties belong to it. ``loops`` and ``repeats`` say how many rows were left out on the way in.
    """

    nodes: tuple[str, ...]
    source: Ints
    target: Ints
    directed: bool
    loops: int = 0
    repeats: int = 0

    @classmethod
    def of(
        cls, pairs: Iterable[tuple[str, str]], nodes: Sequence[str] = (), *, directed: bool
    ) -> "Ties":
        """Ties from pairs of names; nodes not given beforehand follow in order of mention.

        >>> ties = Ties.of([("a", "b"), ("b", "a"), ("c", "c")], directed=False)
        >>> ties.count, ties.loops, ties.repeats
        (1, 1, 1)
        """
        place = {name: number for number, name in enumerate(nodes)}
        ends = [
            (place.setdefault(one, len(place)), place.setdefault(other, len(place)))
            for one, other in pairs
        ]
        columns = np.array(ends, dtype=np.int64).reshape(-1, 2)
        return cls.from_columns(tuple(place), columns[:, 0], columns[:, 1], directed=directed)

    @classmethod
    def from_columns(
        cls, nodes: tuple[str, ...], source: Ints, target: Ints, *, directed: bool
    ) -> "Ties":
        """Ties from two columns of node numbers, made simple."""
        apart = source != target
        one, other = source[apart].astype(np.int64), target[apart].astype(np.int64)
        if not directed:
            one, other = np.minimum(one, other), np.maximum(one, other)
        size = max(len(nodes), 1)
        # Counting takes the sorting way of numpy, which is forty times as fast as its hashing.
        keys, _ = np.unique(one * size + other, return_counts=True)
        loops = len(source) - len(one)
        return cls(nodes, keys // size, keys % size, directed, loops, len(one) - len(keys))

    @classmethod
    def from_networkx(cls, graph: "nx.Graph[str]") -> "Ties":
        """The ties of a networkx graph; parallel edges count once."""
        return cls.of(graph.edges(), list(graph.nodes), directed=graph.is_directed())

    def to_networkx(self) -> "nx.Graph[str]":
        """The same as a networkx Graph or DiGraph."""
        graph: nx.Graph[str] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        graph.add_edges_from((self.nodes[one], self.nodes[other]) for one, other in self.pairs())
        return graph

    @property
    def count(self) -> int:
        """How many ties."""
        return len(self.source)

    @property
    def size(self) -> int:
        """How many nodes."""
        return len(self.nodes)

    def pairs(self) -> Iterable[tuple[int, int]]:
        """The ends of each tie as node numbers."""
        return zip(self.source.tolist(), self.target.tolist(), strict=True)

    def degree(self, way: str = "all") -> Ints:
        """How many ties each node has: ``in``, ``out`` or ``all``; alike when undirected."""
        going = np.bincount(self.source, minlength=self.size)
        coming = np.bincount(self.target, minlength=self.size)
        if not self.directed or way == "all":
            return going + coming
        return going if way == "out" else coming


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who each node reaches: ``others[starts[i]:starts[i + 1]]`` for node i."""

    starts: Ints
    others: Ints
    weights: Ints = field(repr=False)

    @classmethod
    def of(cls, ties: Ties, way: str) -> "Neighbours":
        """The neighbours of a network: ``out``, ``in`` or ``both``.

        By ``both`` a tie in each direction, or one undirected tie, has weight 2 or 1 and is listed
        once.
        """
        columns = {
            "out": (ties.source, ties.target),
            "in": (ties.target, ties.source),
            "both": (
                np.concatenate([ties.source, ties.target]),
                np.concatenate([ties.target, ties.source]),
            ),
        }
        one, other = columns[way]
        size = max(ties.size, 1)
        keys, weights = np.unique(one * size + other, return_counts=True)
        starts = np.searchsorted(keys, np.arange(ties.size + 1) * size)
        return cls(starts, keys % size, weights)

    def of_node(self, node: int) -> Ints:
        """The neighbours of one node, in rising order."""
        return self.others[self.starts[node] : self.starts[node + 1]]

    def of_all(self, nodes: Ints) -> tuple[Ints, Ints]:
        """Where the neighbours of several nodes lie in ``others``, and whose each is.

        The second column counts the nodes given, from 0.
        """
        first, how_many = self.starts[nodes], self.starts[nodes + 1] - self.starts[nodes]
        whose = np.repeat(np.arange(len(nodes)), how_many)
        before = np.cumsum(how_many) - how_many
        return np.arange(len(whose)) - before[whose] + first[whose], whose


@dataclass(frozen=True, slots=True)
class Among:
    """Answers for many pairs at once whether the first is tied to the second.

    Up to some ten thousand nodes by a bit for each pair; beyond that by looking in sorted ties.
    """

    size: int
    keys: Ints
    bits: Ints | None

    @classmethod
    def of(cls, ties: Ties) -> "Among":
        """The answers of a network; an undirected tie goes both ways."""
        one, other = ties.source, ties.target
        if not ties.directed:
            one, other = np.concatenate([one, other]), np.concatenate([other, one])
        keys = np.sort(one * ties.size + other)
        bits = None
        if ties.size**2 <= MOST_BITS:
            bits = np.zeros(ties.size**2 // 8 + 1, dtype=np.uint8)
            np.bitwise_or.at(bits, keys >> 3, (1 << (keys & 7)).astype(np.uint8))
        return cls(ties.size, keys, bits)

    def __call__(self, one: Ints, other: Ints) -> Flags:
        """For each pair of node numbers, whether there is a tie."""
        asked = one * self.size + other
        found: Flags
        if self.bits is not None:
            found = (self.bits[asked >> 3] >> (asked & 7).astype(np.uint8)) & 1 == 1
        elif len(self.keys):
            place = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
            found = self.keys[place] == asked
        else:
            found = np.zeros(len(asked), dtype=bool)
        return found
