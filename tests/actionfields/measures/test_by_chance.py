"""Permutation, bootstrap and QAP: run where the data carry them, refused where they do not."""

from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.alpha import Interval
from actionfields.measures.grounds import Chance, Grounds, against_chance
from actionfields.measures.permuting import permuted_ei
from actionfields.measures.qap import qap
from actionfields.measures.refusals import Refused
from actionfields.measures.resampling import density_interval
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import networks

SEEN = Grounds(observed=True)
KARATE = Ties.of([(str(a), str(b)) for a, b in nx.karate_club_graph().edges()], directed=False)
CLUBS = {str(n): data["club"] for n, data in nx.karate_club_graph().nodes(data=True)}
CLIQUE = Ties.from_networkx(nx.complete_graph(list("abcdef")))
FEW = Ties.of([("a", "b"), ("b", "c")], "abcd", directed=False)


def test_derived_ties_are_never_tested() -> None:
    grounds = Grounds(observed=False)

    assert permuted_ei(KARATE, CLUBS, grounds) == Refused.because("derived")
    assert density_interval(KARATE, grounds) == Refused.because("derived")
    assert qap(KARATE, KARATE, grounds) == Refused.because("derived")


def test_unlike_materials_get_no_p_value() -> None:
    grounds = Grounds(observed=True, alike=False)

    assert qap(KARATE, KARATE, grounds) == Refused.because("unlike")
    assert permuted_ei(KARATE, CLUBS, grounds) == Refused.because("unlike")


def test_four_actors_are_too_few() -> None:
    few = Refused.because("few_actors", count=4, least=5)

    assert density_interval(FEW, SEEN) == few
    assert permuted_ei(FEW, dict(zip("abcd", "xxyy", strict=True)), SEEN) == few


def test_two_common_actors_are_too_few() -> None:
    other = Ties.of([("a", "b"), ("p", "q"), ("q", "r"), ("r", "s")], directed=False)

    assert qap(FEW, other, SEEN) == Refused.because("few_common", count=2, least=5)


def test_a_complete_network_varies_with_nothing() -> None:
    chain = Ties.from_networkx(nx.path_graph(list("abcdef")))

    assert qap(CLIQUE, chain, SEEN) == Refused.because("constant")
    assert density_interval(CLIQUE, SEEN) == Refused.because("constant")


def test_one_sphere_has_no_border_to_permute() -> None:
    assert permuted_ei(KARATE, dict.fromkeys(KARATE.nodes, "x"), SEEN) == Refused.because(
        "one_group"
    )


def test_the_split_of_a_club_is_more_than_chance() -> None:
    found = permuted_ei(KARATE, CLUBS, SEEN, samples=500)

    assert isinstance(found, Chance)
    # 11 of the 78 friendships cross (counted in Zachary's data), so (11 − 67) / 78.
    cross = sum(CLUBS[a] != CLUBS[b] for a, b in KARATE.to_networkx().edges())
    assert found.value == pytest.approx((2 * cross - 78) / 78)
    assert found.p == pytest.approx(1 / 501)


def test_a_permutation_by_sampling_is_near_the_one_that_tries_all() -> None:
    ties = Ties.of([("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("c", "d")], directed=False)
    letters = dict(zip("abcde", "xxxyy", strict=True))
    every = []
    for order in set(permutations("xxxyy")):
        placed = dict(zip("abcde", order, strict=True))
        cross = sum(placed[a] != placed[b] for a, b in ties.to_networkx().edges())
        every.append((2 * cross - 5) / 5)
    value = permuted_ei(ties, letters, SEEN, samples=4000)
    far = np.abs(np.array(every) - np.mean(every)) >= abs(value.value - np.mean(every)) - 1e-9

    assert value.expected == pytest.approx(np.mean(every), abs=0.02)
    assert value.p == pytest.approx(far.mean(), abs=0.03)


def test_a_network_goes_together_with_itself_and_not_with_its_opposite() -> None:
    opposite = Ties.from_networkx(nx.complement(KARATE.to_networkx()))

    same, other = (qap(KARATE, one, SEEN, samples=200) for one in (KARATE, opposite))

    assert (same.value, other.value) == (pytest.approx(1), pytest.approx(-1))
    assert same.p == other.p == pytest.approx(1 / 201)


def test_qap_is_numpys_correlation_whatever_the_order_of_nodes() -> None:
    other = Ties.of([("c", "a"), ("b", "f"), ("e", "d"), ("a", "f")], "fedcba", directed=True)
    one = Ties.of([("a", "b"), ("b", "c"), ("c", "a"), ("e", "f")], "abcdef", directed=True)
    off = ~np.eye(6, dtype=bool)
    first, second = (
        nx.to_numpy_array(ties.to_networkx(), nodelist="abcdef")[off] for ties in (one, other)
    )

    found = qap(one, other, SEEN, samples=10)

    assert found.value == pytest.approx(np.corrcoef(first, second)[0, 1])


def test_an_interval_of_density_holds_it_and_repeats_by_its_seed() -> None:
    found = density_interval(KARATE, SEEN, samples=300, seed=2)

    assert isinstance(found, Interval)
    assert found.low < found.value < found.high
    assert found == density_interval(KARATE, SEEN, samples=300, seed=2)


def test_the_bootstrap_of_nodes_spreads_as_published() -> None:
    # Snijders & Borgatti (1999): the spread of a density by nodes is far above that by ties, which
    # sqrt(p (1 − p) / pairs) gives; with 34 nodes about 0.014.
    found = density_interval(KARATE, SEEN, samples=500)
    by_ties = (found.value * (1 - found.value) / (34 * 33 / 2)) ** 0.5

    assert (found.high - found.low) / 4 > by_ties


@given(networks(), st.integers(0, 9))
def test_tests_give_a_chance_or_a_reason(ties: Ties, seed: int) -> None:
    found = qap(ties, ties, SEEN, samples=20, seed=seed)

    if isinstance(found, Refused):
        assert found.code == "constant"
    else:
        assert 1 / 21 <= found.p <= 1


def test_a_p_value_is_never_zero() -> None:
    assert against_chance(99.0, np.zeros(9)).p == pytest.approx(1 / 10)


def test_no_draws_are_no_test() -> None:
    with pytest.raises(ValueError, match="no draws"):
        against_chance(1.0, np.array([]))
