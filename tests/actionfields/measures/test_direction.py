from itertools import product

import pytest
from hypothesis import given

from actionfields.measures import direction
from actionfields.measures.direction import Direction, ei_index
from actionfields.measures.refusals import Refused
from actionfields.measures.ties import Ties
from tests.actionfields.measures.strategies import ACTORS, networks, spheres

NAMES = ("north", "south", "west")


def test_what_is_sure_has_one_index() -> None:
    ties = Ties.of([("a", "b"), ("a", "c"), ("a", "d")], directed=False)

    found = ei_index(ties, {"a": "x", "b": "x", "c": "y", "d": "y"})

    assert found == Direction(2, 1, 0, 1 / 3, 1 / 3, exact=True)


def test_an_uncertain_actor_is_counted_both_ways() -> None:
    ties = Ties.of([("a", "b"), ("a", "c")], directed=False)

    found = ei_index(ties, {"a": {"x", "y"}, "b": "x", "c": "x"})

    assert isinstance(found, Direction)
    assert (found.low, found.high, found.index) == (-1, 1, None)


def test_no_ties_have_no_direction() -> None:
    assert ei_index(Ties.of([], "ab", directed=False), {"a": "x"}) == Refused.because("no_ties")


def test_one_sphere_has_no_border() -> None:
    ties = Ties.of([("a", "b")], directed=False)

    assert ei_index(ties, {"a": "x", "b": "x"}) == Refused.because("one_group")


def test_more_spheres_than_can_be_told_apart_are_told() -> None:
    ties = Ties.of([(str(one), str(one + 1)) for one in range(63)], directed=False)

    with pytest.raises(ValueError, match="64 spheres, and at most 62"):
        ei_index(ties, {str(one): str(one) for one in range(64)})


@given(networks(), spheres)
def test_the_bounds_are_those_of_every_way_of_placing(ties: Ties, known: dict[str, str]) -> None:
    names = sorted(set(known.values()))
    unknown = [node for node in ACTORS if node not in known]
    found = ei_index(ties, known)
    if isinstance(found, Refused):
        return

    values = []
    for placed in product(names, repeat=len(unknown)):
        where = known | dict(zip(unknown, placed, strict=True))
        cross = sum(where[ties.nodes[a]] != where[ties.nodes[b]] for a, b in ties.pairs())
        values.append((2 * cross - ties.count) / ties.count)

    assert (found.low, found.high) == (pytest.approx(min(values)), pytest.approx(max(values)))


@given(networks(), spheres)
def test_wide_bounds_hold_the_exact_ones(ties: Ties, known: dict[str, str]) -> None:
    exact = ei_index(ties, known)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(direction, "MOST_ASSIGNMENTS", 0)
        wide = ei_index(ties, known)

    if isinstance(exact, Direction) and isinstance(wide, Direction):
        assert -1 <= wide.low <= exact.low <= exact.high <= wide.high <= 1
        assert not wide.exact
