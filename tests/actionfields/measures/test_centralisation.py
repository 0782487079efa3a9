import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import ACTORS, networks, renamed

MEASURES = (degree_centralisation, closeness_centralisation, betweenness_centralisation)
STAR = Ties.from_networkx(nx.star_graph(8))
CLIQUE = Ties.from_networkx(nx.complete_graph(6))
CHAIN = Ties.from_networkx(nx.path_graph(5))


@pytest.mark.parametrize("measure", MEASURES)
def test_a_star_is_wholly_centralised(measure: type) -> None:
    assert measure(STAR) == pytest.approx(1)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_clique_and_a_ring_are_not_centralised(measure: type) -> None:
    assert measure(CLIQUE) == pytest.approx(0)
    assert measure(Ties.from_networkx(nx.cycle_graph(7))) == pytest.approx(0)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        # By hand: degrees 1 2 2 2 1, so 2 of 12.
        (degree_centralisation, 2 / 12),
        # By hand: distances 10 7 6 7 10, so c is 4 over them, and the star of five gives 12 / 7.
        (closeness_centralisation, (2 * (4 / 6 - 4 / 10) + 2 * (4 / 6 - 4 / 7)) * 7 / 12),
        # By hand: 0 3 4 3 0 of six pairs, so (4 + 1 + 0 + 1 + 4) / 6 of 4.
        (betweenness_centralisation, 10 / 6 / 4),
    ],
)
def test_a_chain_of_five_is_as_counted_by_hand(measure: type, expected: float) -> None:
    assert measure(CHAIN) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("measure", "published"),
    [(closeness_centralisation, 0.322), (betweenness_centralisation, 0.437)],
)
def test_the_marriages_of_florence_are_as_published(measure: type, published: float) -> None:
    # Wasserman & Faust (1994), chapter 5, the family without marriages left out.
    families = Ties.from_networkx(nx.florentine_families_graph())

    assert measure(families) == pytest.approx(published, abs=5e-4)


@pytest.mark.parametrize("measure", MEASURES)
def test_two_nodes_cannot_be_centralised(measure: type) -> None:
    ties = Ties.of([("a", "b")], directed=False)

    assert measure(ties) == Refused.because("few_nodes", count=2, least=3)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_network_without_ties_is_refused(measure: type) -> None:
    assert measure(Ties.of([], "abcd", directed=False)) == Refused.because("no_ties")


def test_no_closeness_where_somebody_cannot_be_reached() -> None:
    ties = Ties.of([("a", "b")], "abc", directed=False)

    assert closeness_centralisation(ties) == Refused.because("unreachable")


@pytest.mark.parametrize("way", ["in", "out"])
def test_a_directed_star_is_centralised_from_its_own_end(way: str) -> None:
    edges = [("hub", str(leaf)) for leaf in range(5)]
    edges = edges if way == "out" else [(other, one) for one, other in edges]

    assert degree_centralisation(Ties.of(edges, directed=True), way) == pytest.approx(1)


def test_a_star_with_ties_both_ways_is_centralised_by_all_degrees() -> None:
    edges = [("hub", str(leaf)) for leaf in range(5)]
    ties = Ties.of([*edges, *((b, a) for a, b in edges)], directed=True)

    assert degree_centralisation(ties) == pytest.approx(1)
    assert betweenness_centralisation(ties) == pytest.approx(1)


@pytest.mark.parametrize("measure", MEASURES)
@given(ties=networks(), order=st.permutations(range(len(ACTORS))))
def test_centralisation_is_bounded_and_blind_to_names(
    measure: type, ties: Ties, order: list[int]
) -> None:
    value = measure(ties)

    if not isinstance(value, Refused):
        assert -1e-9 <= value <= 1 + 1e-9
        assert measure(renamed(ties, order)) == pytest.approx(value)
