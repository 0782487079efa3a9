import sys
from itertools import combinations, product

import pytest
from hypothesis import given

from actionfields.measures.brokerage import ROLES, brokerage
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import ACTORS, networks, spheres


def role(one: str, middle: str, other: str) -> str:
    if one == middle == other:
        return "coordinator"
    if one == other:
        return "itinerant"
    if middle == other:
        return "gatekeeper"
    return "representative" if one == middle else "liaison"


def by_hand(ties: Ties, groups: dict[str, str]) -> dict[str, dict[str, int]]:
    """Every open path looked at on its own, as the definition reads."""
    graph = ties.to_networkx()
    group = {node: groups.get(node, f"only {node}") for node in ties.nodes}
    found = {node: dict.fromkeys((*ROLES, "total"), 0) for node in ties.nodes}
    for node in ties.nodes:
        if ties.directed:
            paths = product(graph.predecessors(node), graph.successors(node))
        else:
            paths = combinations(graph[node], 2)
        for one, other in paths:
            if one == other or graph.has_edge(one, other):
                continue
            name = role(group[one], group[node], group[other])
            if not ties.directed and name == "gatekeeper":
                name = "representative"
            found[node][name] += 1
            found[node]["total"] += 1
    return found


@given(networks(), spheres)
def test_roles_are_those_of_every_open_path(ties: Ties, groups: dict[str, str]) -> None:
    assert brokerage(ties, groups) == by_hand(ties, groups)


@given(networks(), spheres)
def test_many_nodes_and_small_blocks_give_the_same(ties: Ties, groups: dict[str, str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actionfields.measures.ties.MOST_BITS", 0)
        patch.setattr(sys.modules["actionfields.measures.brokerage"], "PATHS", 3)
        found = brokerage(ties, groups)

    assert found == by_hand(ties, groups)


def test_a_tie_between_the_ends_needs_no_broker() -> None:
    ties = Ties.of([("a", "v"), ("v", "b"), ("a", "b")], directed=True)

    assert brokerage(ties, dict.fromkeys("avb", "x"))["v"]["total"] == 0


def test_the_roles_of_a_directed_path() -> None:
    ties = Ties.of([("a", "v"), ("v", "b")], directed=True)
    groups = {"coordinator": "xxx", "itinerant": "xyx", "gatekeeper": "xyy",
              "representative": "xxy", "liaison": "xyz"}  # fmt: skip

    for name, letters in groups.items():
        found = brokerage(ties, dict(zip("avb", letters, strict=True)))["v"]
        assert found == dict.fromkeys(ROLES, 0) | {name: 1, "total": 1}


def test_those_without_a_group_are_not_alike() -> None:
    ties = Ties.of([("a", "v"), ("v", "b")], ACTORS, directed=True)

    assert brokerage(ties, {})["v"]["liaison"] == 1
