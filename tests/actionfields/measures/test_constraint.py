import math

import networkx as nx
import pytest
from hypothesis import given

from actionfields.measures.constraint import constraint
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import networks


@given(networks())
def test_constraint_is_networkxs(ties: Ties) -> None:
    found = constraint(ties)

    for node, expected in nx.constraint(ties.to_networkx()).items():
        if not math.isnan(expected):
            assert found[node] == pytest.approx(expected)


@given(networks())
def test_only_those_without_ties_are_refused(ties: Ties) -> None:
    refused = {node for node, one in constraint(ties).items() if isinstance(one, Refused)}

    assert refused == set(nx.isolates(ties.to_networkx()))


def test_the_middle_of_a_star_is_free() -> None:
    found = constraint(Ties.from_networkx(nx.star_graph(4)))

    assert found[0] == pytest.approx(1 / 4)
