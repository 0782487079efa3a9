import pytest
from hypothesis import given

from actionfields.measures.groups import group_informed_agreement
from actionfields.measures.refusals import Refused
from tests.actionfields.measures.strategies import ACTORS, said, spheres, voices

Row = tuple[str, str, int]


def test_the_value_is_the_product_over_groups() -> None:
    rows = [("a", "x", 1), ("b", "x", 1), ("c", "x", 1), ("d", "x", -1)]
    groups = {"a": "north", "b": "north", "c": "south", "d": "south"}

    first = group_informed_agreement(voices(rows), groups)[0]

    # By hand: (2 + 1) / (2 + 2) · (1 + 1) / (2 + 2)
    assert first.value == pytest.approx(3 / 4 * 2 / 4)


def test_a_majority_does_not_carry_a_small_group() -> None:
    rows = [(actor, "x", 1) for actor in "abcde"] + [("f", "x", -1)]
    groups = {**dict.fromkeys("abcde", "many"), "f": "few"}

    first = group_informed_agreement(voices(rows), groups)[0]

    assert first.value == pytest.approx(6 / 7 * 1 / 3)


def test_a_group_that_was_not_heard_has_not_agreed() -> None:
    groups = {"a": "north", "b": "south"}

    first = group_informed_agreement(voices([("a", "x", 1)]), groups)[0]

    assert first.value == Refused.because("unheard", names="south")


def test_without_groups_there_is_nothing_to_agree() -> None:
    assert group_informed_agreement(voices([]), {})[0].value == Refused.because("absent")


@given(said, spheres)
def test_agreement_is_a_chance_and_everyone_is_in_one_place(
    rows: list[Row], groups: dict[str, str]
) -> None:
    for one in group_informed_agreement(voices(rows), groups):
        assert isinstance(one.value, Refused) or 0 < one.value < 1
        assert sum(each.voices + each.silent for each in one.groups) == len(groups)


@given(said, spheres)
def test_names_of_groups_do_not_matter(rows: list[Row], groups: dict[str, str]) -> None:
    other = {actor: group.upper() for actor, group in groups.items() if actor in ACTORS}

    first, second = (group_informed_agreement(voices(rows), one) for one in (groups, other))

    for one, two in zip(first, second, strict=True):
        assert isinstance(one.value, Refused) or one.value == pytest.approx(two.value)
