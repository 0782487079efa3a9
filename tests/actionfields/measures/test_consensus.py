import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actionfields.measures.consensus import agreement_a
from actionfields.measures.refusals import Refused

counts = st.lists(st.integers(0, 30), min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("given_counts", "expected"),
    [
        ([30, 40, 210, 130, 530, 50, 10], 0.6113),  # as published for his measure
        ([0, 0, 10], 1.0),  # all on one step
        ([10, 10, 10], 0.0),  # spread evenly
        ([10, 0, 10], -1.0),  # half at each end
        ([0, 5, 5], 0.5),  # by hand: one layer, S = 2, TU = 1: 1 · (1 − 1/2)
        ([10, 0, 0, 0, 10], -1.0),
    ],
)
def test_agreement_is_as_published(given_counts: list[int], expected: float) -> None:
    assert agreement_a(given_counts) == pytest.approx(expected, abs=5e-5)


@given(counts)
def test_agreement_lies_between_minus_one_and_one(given_counts: list[int]) -> None:
    assume(sum(given_counts) >= 5)

    value = agreement_a(given_counts)

    assert isinstance(value, float)
    assert -1 - 1e-9 <= value <= 1 + 1e-9


@given(counts)
def test_a_scale_may_be_turned_round(given_counts: list[int]) -> None:
    assume(sum(given_counts) >= 5)

    assert agreement_a(given_counts[::-1]) == pytest.approx(agreement_a(given_counts))


@given(counts, st.integers(2, 5))
def test_twice_as_many_of_each_agree_alike(given_counts: list[int], times: int) -> None:
    assume(sum(given_counts) >= 5)

    more = agreement_a([one * times for one in given_counts])

    assert more == pytest.approx(agreement_a(given_counts))


def test_four_voices_are_too_few() -> None:
    assert agreement_a([0, 1, 3]) == Refused.because("few_voices", count=4, least=5)


def test_nobody_agrees_with_nobody_even_when_one_is_enough() -> None:
    assert agreement_a([0, 0, 0], least=0) == Refused.because("few_voices", count=0, least=1)


@pytest.mark.parametrize("bad", [[1, 9], [3, -1, 8]])
def test_a_scale_that_is_none_is_told(bad: list[int]) -> None:
    with pytest.raises(ValueError, match="at least three counts, none below zero"):
        agreement_a(bad)
