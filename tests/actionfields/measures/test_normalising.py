import numpy as np
import pytest
from hypothesis import given

from actionfields.measures.normalising import dna_average, dna_cosine, jaccard, textbook_cosine
from tests.actionfields.measures.strategies import said, voices

Row = tuple[str, str, int]
# a said three things, b two, one of them alike.
ROWS = [("a", "x", 1), ("a", "y", 1), ("a", "z", -1), ("b", "x", 1), ("b", "y", -1)]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (textbook_cosine, 1 / (3 * 2) ** 0.5),
        (dna_cosine, 1 / (3 * 2)),  # DNA's own: no root in effect
        (dna_average, 1 / 2.5),
        (jaccard, 1 / 4),
    ],
)
def test_each_norm_is_its_own(measure: type, expected: float) -> None:
    assert measure(voices(ROWS))[0, 1] == pytest.approx(expected)


def test_the_two_cosines_differ_for_an_actor_and_itself() -> None:
    given_voices = voices(ROWS)

    assert textbook_cosine(given_voices)[0, 0] == pytest.approx(1)
    assert dna_cosine(given_voices)[0, 0] == pytest.approx(1 / 3)


def test_an_actor_without_a_side_has_no_cosine() -> None:
    assert textbook_cosine(voices([("a", "x", 0), ("b", "x", 1)]))[0, 1] is np.ma.masked


@given(said)
def test_norms_stay_between_nothing_and_one_and_are_mutual(rows: list[Row]) -> None:
    for measure in (textbook_cosine, dna_cosine, dna_average, jaccard):
        found = measure(voices(rows)).filled(0)
        assert found.min() >= 0
        assert found.max() <= 1 + 1e-6
        assert np.array_equal(found, found.T)


@given(said)
def test_textbook_cosine_is_numpys(rows: list[Row]) -> None:
    standing = voices(rows).standing().T
    marks = np.hstack([np.isin(standing, (1, 3)), np.isin(standing, (2, 3))]).astype(float)
    found = textbook_cosine(voices(rows))

    for i, j in zip(*np.nonzero(~np.ma.getmaskarray(found)), strict=True):
        lengths = np.linalg.norm(marks[i]) * np.linalg.norm(marks[j])
        assert found[i, j] == pytest.approx(marks[i] @ marks[j] / lengths, abs=1e-6)
