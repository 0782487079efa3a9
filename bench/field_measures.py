"""What measures of a coded field cost against bare numpy and networkx.

bench/actionfields.py runs it. Each line is one measure, ours and bare, the best of three rounds by
turns in one process. Ours begins with the loaded field; bare begins with the numbers or names it
needs already at hand.

    .venv/bin/python -P bench/field_measures.py FOLDER
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

import actionfields
from actionfields.comparing import compare, shape, ties_of
from actionfields.comparing.understood import understood
from actionfields.field import Field
from actionfields.measures import agreement_a, brokerage, constraint

ROUNDS = 3
KIND, PERIODS, CATEGORIES = "meeting", ("P1", "P2"), 60
SAMPLE = 5  # networkx takes seconds for each node's constraint


@dataclass(frozen=True)
class Bare:
    """The columns as a bare program would hold them, numbered by the number in each name."""

    actors: int
    sphere: Any
    actor: Any
    category: Any
    stance: Any
    period: Any
    source: Any
    target: Any
    kind: Any
    tie_period: Any
    pairs: list[tuple[str, str]]


def main() -> None:
    """Print one table."""
    field = actionfields.load(Path(sys.argv[1]))
    bare = numbered(field)
    print(f"{'measure':34}{'ours/s':>9}{'bare/s':>9}{'ours÷bare':>11}  bare is")
    row(
        "compare two periods",
        lambda: compare(field, *PERIODS),
        lambda: numpy_compare(bare),
        "numpy",
    )
    row("shared understanding", lambda: understood(field, "P1"), lambda: standing(bare, 1), "numpy")
    with_pandas(field, bare)
    at = field.at("P1")
    ties = ties_of(at, KIND).ties
    row(
        "network, its shape",
        lambda: shape(at, ties_of(at, KIND)),
        lambda: nx_shape(bare),
        "networkx",
    )
    row("network, as a graph", lambda: at.network(KIND), lambda: nx_graph(bare), "networkx")
    graph, spheres = ties.to_networkx(), of_sphere(field)
    some = list(ties.nodes[:SAMPLE])
    each = ties.size / SAMPLE
    row("constraint of every node", lambda: constraint(ties), lambda: nx.constraint(graph, some),
        f"networkx, {SAMPLE} nodes times {each:g}", times=each)  # fmt: skip
    row("brokerage of every node", lambda: brokerage(ties, spheres),
        lambda: paths(graph, spheres, some), f"a loop, {SAMPLE} nodes times {each:g}",
        times=each)  # fmt: skip


def row(
    name: str, ours: Callable[[], Any], bare: Callable[[], Any], what: str, times: float = 1
) -> None:
    """Time both by turns and print a line; ``times`` scales a bare part to the whole."""
    rounds = [(timed(ours), timed(bare) * times) for _ in range(ROUNDS)]
    own, other = (min(one[side] for one in rounds) for side in (0, 1))
    print(f"{name:34}{own:9.3f}{other:9.3f}{own / other:11.2f}  {what}", flush=True)


def timed(call: Callable[[], Any]) -> float:
    """Seconds a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def numbered(field: Field) -> Bare:
    """The columns of a made-up field as whole numbers."""

    def number(table: Any, column: str) -> Any:
        codes, values = table.coded(column)
        return np.array([int(str(value).strip("acP")) for value in values])[codes]

    ties, said = field.ties, field.statements
    ends = zip(ties.values("source_actor"), ties.values("target_actor"), strict=True)
    kinds, periods = ties.values("kind"), ties.values("period")
    chosen = zip(ends, kinds, periods, strict=True)
    return Bare(
        len(field.actors), np.array([ord(one) for one in field.actors.values("sphere")]),
        *(number(said, column) for column in ("actor_id", "category", "stance", "period")),
        number(ties, "source_actor"), number(ties, "target_actor"),
        np.array(kinds), number(ties, "period"),
        [pair for pair, kind, period in chosen if (kind, period) == (KIND, "P1")],
    )  # fmt: skip


def standing(bare: Bare, period: int) -> tuple[Any, list[Any]]:
    """Supporters, opponents, divided, mentioned and silent by category, and A, in numpy."""
    here = bare.period == period
    place = bare.category[here] * bare.actors + bare.actor[here]
    marks = []
    for sign in (1, -1, 0):
        mark = np.zeros(CATEGORIES * bare.actors, bool)
        mark[place[bare.stance[here] == sign]] = True
        marks.append(mark.reshape(CATEGORIES, bare.actors))
    pro, con, neither = marks
    parts = (pro & ~con, con & ~pro, pro & con, neither & ~pro & ~con)
    counts = np.stack([part.sum(axis=1) for part in parts], axis=1)
    # The same algorithm; it is not what is measured.
    return counts, [agreement_a([b, c + d, a]) for a, b, c, d in counts.tolist()]


def numpy_compare(bare: Bare) -> Any:
    """Both periods' understanding and the shape of each kind of network, in numpy."""
    found = [standing(bare, period) for period in (1, 2)]
    shapes = [
        numpy_shape(bare, (bare.kind == kind) & (bare.tie_period == period))
        for kind, period in product(("meeting", "referral", "funding"), (1, 2))
    ]
    return found, shapes


def numpy_shape(bare: Bare, here: Any) -> tuple[float, float, float]:
    """Density, centralisation and E-I of some rows."""
    one, other = bare.source[here], bare.target[here]
    low, high = np.minimum(one, other), np.maximum(one, other)
    keys, _ = np.unique((low * bare.actors + high)[low != high], return_counts=True)
    low, high = keys // bare.actors, keys % bare.actors
    degree = np.bincount(low, minlength=bare.actors) + np.bincount(high, minlength=bare.actors)
    degree = degree[degree > 0]
    n = len(degree)
    cross = np.count_nonzero(bare.sphere[low] != bare.sphere[high])
    spread = float((degree.max() - degree).sum()) / ((n - 1) * (n - 2))
    return len(keys) * 2 / (n * (n - 1)), spread, (2 * cross - len(keys)) / len(keys)


def nx_graph(bare: Bare) -> Any:
    """A networkx graph of the pairs of one kind, with the rows and their number on each edge."""
    graph = nx.Graph()
    for number, (one, other) in enumerate(bare.pairs):
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=0, ties=[], derived=False)
        edge = graph.edges[one, other]
        edge["weight"] += 1
        edge["ties"].append(number)
    return graph


def nx_shape(bare: Bare) -> Any:
    """Density, centralisation and E-I with networkx alone."""
    graph = nx.Graph(bare.pairs)
    degrees = [degree for _, degree in graph.degree()]
    spread = sum(max(degrees) - degree for degree in degrees)
    sphere = {f"a{number}": one for number, one in enumerate(bare.sphere.tolist())}
    cross = sum(sphere[one] != sphere[other] for one, other in graph.edges())
    return nx.density(graph), spread, cross


def of_sphere(field: Field) -> dict[str, str]:
    """The sphere of each actor."""
    return dict(zip(field.actors.values("actor_id"), field.actors.values("sphere"), strict=True))


def paths(graph: Any, group: dict[str, str], nodes: list[str]) -> int:
    """Look at every open path through some nodes, as brokerage is defined."""
    roles: dict[tuple[bool, bool, bool], int] = {}
    for node in nodes:
        near = list(graph[node])
        for place, one in enumerate(near):
            for other in near[place + 1 :]:
                if not graph.has_edge(one, other):
                    a, b, c = group[one], group[node], group[other]
                    role = (a == b, b == c, a == c)
                    roles[role] = roles.get(role, 0) + 1
    return len(roles)


def with_pandas(field: Field, bare: Bare) -> None:
    """Shared understanding by pandas, where it is installed."""
    try:
        import pandas as pd
    except ImportError:
        print("shared understanding against pandas: not installed")
        return
    columns = {name: getattr(bare, name) for name in ("actor", "category", "stance", "period")}
    frame = pd.DataFrame(columns)

    def grouped() -> Any:
        here = frame[frame.period == 1].groupby(["category", "actor"]).stance.agg(["min", "max"])
        return (here.assign(side=here["max"] + here["min"]).groupby(["category", "side"])).size()

    row("shared understanding", lambda: understood(field, "P1"), grouped, "pandas")


if __name__ == "__main__":
    main()
