import pytest

from actionfields.measures.coding import Coding


def test_values_come_in_rising_order() -> None:
    assert Coding.of([("s", "kari", 10), ("s", "ola", 9)]).values == (9, 10)


def test_an_order_can_be_given() -> None:
    rows = [("s", "kari", "low"), ("s", "ola", "high")]

    assert Coding.of(rows, order=("low", "high")).cells.tolist() == [[0, 1]]


def test_no_value_is_no_code() -> None:
    assert Coding.of([("s", "kari", None)]).units == ()


def test_the_same_code_twice_is_one() -> None:
    assert Coding.of([("s", "kari", 1), ("s", "kari", 1)]).cells.tolist() == [[0]]


def test_two_codes_by_one_coder_are_told() -> None:
    with pytest.raises(ValueError, match="kari coded s twice with different values"):
        Coding.of([("s", "kari", 1), ("s", "kari", 0)])
