from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.alpha import Interval, alpha, alpha_interval
from actionfields.measures.coding import Coding
from actionfields.measures.refusals import Refused

LEVELS = ("nominal", "ordinal", "interval")
Row = tuple[str, str, int]
# Krippendorff (2011), example C: four observers, twelve units, gaps.
OBSERVERS = {
    "A": (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    "B": (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    "C": (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    "D": (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
}
rows_of_coding = st.dictionaries(
    st.tuples(st.sampled_from("stuvwxyz"), st.sampled_from(("kari", "ola", "per"))),
    st.integers(1, 5),
    min_size=2,
).map(lambda cells: [(unit, coder, value) for (unit, coder), value in cells.items()])


def rows_of(table: dict[str, Sequence[int | None]]) -> list[tuple[str, str, int | None]]:
    return [(str(unit), coder, one) for coder in table for unit, one in enumerate(table[coder])]


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_is_as_published(level: str, published: float) -> None:
    assert alpha(Coding.of(rows_of(OBSERVERS)), level) == pytest.approx(published, abs=5e-4)


@pytest.mark.parametrize("level", LEVELS)
@given(rows=rows_of_coding)
def test_alpha_is_that_of_an_independent_program(level: str, rows: list[Row]) -> None:
    other = pytest.importorskip("krippendorff")  # GPL; never needed to run
    coding = Coding.of(rows)
    found = alpha(coding, level)
    if isinstance(found, Refused):
        return
    cells = np.where(coding.cells < 0, np.nan, np.array(coding.values)[coding.cells]).T

    assert found == pytest.approx(other.alpha(cells, level_of_measurement=level))


@pytest.mark.parametrize("level", LEVELS)
@given(rows=rows_of_coding)
def test_alpha_is_at_most_one_and_blind_to_who_coded(level: str, rows: list[Row]) -> None:
    renamed = [(unit, {"kari": "z", "ola": "a"}.get(who, who), one) for unit, who, one in rows]

    first, second = alpha(Coding.of(rows), level), alpha(Coding.of(renamed[::-1]), level)

    assert isinstance(first, Refused) == isinstance(second, Refused)
    if isinstance(first, float):
        assert first <= 1 + 1e-12
        assert first == pytest.approx(second)


@given(rows_of_coding)
def test_names_of_categories_do_not_matter_to_nominal(rows: list[Row]) -> None:
    turned = [(unit, who, (value * 3) % 7) for unit, who, value in rows]  # one to one on 1..5

    first, second = alpha(Coding.of(rows)), alpha(Coding.of(turned))

    assert second == first or second == pytest.approx(first)


def test_one_coder_cannot_agree() -> None:
    assert alpha(Coding.of([("s1", "kari", 1), ("s2", "kari", 0)])) == Refused.because("one_coder")


def test_nothing_coded_is_one_coder_too_few() -> None:
    assert alpha(Coding.of([])) == Refused.because("one_coder")


def test_all_codes_alike_tell_nothing() -> None:
    rows = [(str(unit), who, 1) for unit in range(9) for who in ("kari", "ola")]

    assert alpha(Coding.of(rows)) == Refused.because("constant")


def test_coders_who_always_differ_come_below_zero() -> None:
    rows = [(str(u), who, (u + shift) % 2) for u in range(8) for who, shift in (("a", 0), ("b", 1))]

    found = alpha(Coding.of(rows))

    assert isinstance(found, float)
    assert found < 0


def test_an_interval_holds_the_value_and_repeats_by_its_seed() -> None:
    coding = Coding.of(rows_of(OBSERVERS))

    found = alpha_interval(coding, samples=300, seed=4)

    assert isinstance(found, Interval)
    assert found.low < found.value < found.high
    assert found == alpha_interval(coding, samples=300, seed=4)


def test_four_units_have_no_interval() -> None:
    rows = [(str(unit), who, unit) for unit in range(4) for who in ("kari", "ola")]

    assert alpha_interval(Coding.of(rows)) == Refused.because("few_units", count=4, least=5)
