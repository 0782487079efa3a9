from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actionfields.measures.dyads import dyad_agreement, dyads_over, totals
from tests.actionfields.measures.strategies import ACTORS, CATEGORIES, said, voices

Row = tuple[str, str, int]


def by_hand(rows: list[Row], one: str, other: str) -> tuple[int, int, int]:
    """Congruence, conflict and common categories, counted as the definition reads."""
    congruence = conflict = common = 0
    for category in CATEGORIES:
        first, second = (
            {s for who, c, s in rows if (who, c) == (a, category)} for a in (one, other)
        )
        congruence += (1 in first and 1 in second) + (-1 in first and -1 in second)
        conflict += (1 in first and -1 in second) + (-1 in first and 1 in second)
        common += bool(first and second)
    return congruence, conflict, common


@given(said)
def test_matrices_say_what_counting_says(rows: list[Row]) -> None:
    found = dyad_agreement(voices(rows))

    for i, j in combinations(range(len(ACTORS)), 2):
        counted = (found.congruence[i, j], found.conflict[i, j], found.common[i, j])
        assert counted == by_hand(rows, ACTORS[i], ACTORS[j])


@given(said)
def test_agreement_is_mutual(rows: list[Row]) -> None:
    found = dyad_agreement(voices(rows))

    for matrix in (found.congruence, found.conflict, found.common, found.subtract):
        assert np.array_equal(matrix, matrix.T)


@given(said)
def test_totals_are_the_sums_over_pairs(rows: list[Row]) -> None:
    found = dyad_agreement(voices(rows))
    upper = np.triu_indices(len(ACTORS), 1)

    assert totals(voices(rows)) == {
        "congruence": int(found.congruence[upper].sum()),
        "conflict": int(found.conflict[upper].sum()),
        "subtract": int(found.subtract[upper].sum()),
    }


@given(said, st.sampled_from(("congruence", "conflict", "subtract", "common")), st.integers(1, 3))
def test_pairs_in_blocks_are_the_pairs_of_the_matrix(
    rows: list[Row], rule: str, least: int
) -> None:
    whole = getattr(dyad_agreement(voices(rows)), rule)
    expected = {
        (ACTORS[i], ACTORS[j], float(whole[i, j]))
        for i, j in combinations(range(len(ACTORS)), 2)
        if whole[i, j] >= least
    }

    assert set(dyads_over(voices(rows), rule, least)) == expected


def test_only_mentioning_makes_common_and_no_agreement() -> None:
    found = dyad_agreement(voices([("a", "x", 0), ("b", "x", 0)]))

    assert (found.common[0, 1], found.congruence[0, 1], found.conflict[0, 1]) == (1, 0, 0)
