import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.density import density, possible
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import ACTORS, networks, pairs, renamed


@given(pairs, st.booleans())
def test_ties_are_those_of_networkx(edges: list[tuple[str, str]], directed: bool) -> None:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(ACTORS)
    graph.add_edges_from(pair for pair in edges if pair[0] != pair[1])

    ties = Ties.of(edges, ACTORS, directed=directed)

    assert nx.utils.graphs_equal(ties.to_networkx(), graph)
    assert ties.degree().tolist() == [graph.degree(node) for node in ACTORS]
    assert ties.loops + ties.repeats + ties.count == len(edges)


@given(networks())
def test_there_and_back_is_the_same_network(ties: Ties) -> None:
    back = Ties.from_networkx(ties.to_networkx())

    assert nx.utils.graphs_equal(back.to_networkx(), ties.to_networkx())


@given(networks(directed=True))
def test_degrees_in_and_out_are_networkxs(ties: Ties) -> None:
    graph = ties.to_networkx()

    assert ties.degree("in").tolist() == [graph.in_degree(node) for node in ties.nodes]
    assert ties.degree("out").tolist() == [graph.out_degree(node) for node in ties.nodes]


@given(networks(), st.permutations(range(len(ACTORS))))
def test_density_is_networkxs_whatever_the_names(ties: Ties, order: list[int]) -> None:
    value = density(ties)

    assert np.isclose(value, nx.density(ties.to_networkx()))
    assert value == density(renamed(ties, order))


def test_a_complete_network_has_density_one() -> None:
    ties = Ties.from_networkx(nx.complete_graph(["a", "b", "c", "d"]))

    assert (density(ties), possible(ties)) == (1.0, 6)


def test_one_node_has_no_density() -> None:
    ties = Ties.of([("a", "a")], directed=False)

    assert density(ties) == Refused.because("few_nodes", count=1, least=2)


def test_an_empty_network_is_no_fault() -> None:
    ties = Ties.of([], directed=True)

    assert (ties.count, ties.size, ties.degree().tolist()) == (0, 0, [])
