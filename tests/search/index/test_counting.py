"""Each group counts once in each area it meets in, however often it meets there."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index.chosen import beginnings_of
from knutepunkt.search.index.counting import once_for_each

MEETINGS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=30)


@given(MEETINGS)
def test_an_area_is_told_once_for_each_group(meetings: list[tuple[int, int]]) -> None:
    meetings.sort(key=lambda one: one[0])  # by group, as the index has them; areas in any order
    of, areas = np.array(meetings, np.uint32).reshape(-1, 2).T

    told = once_for_each(beginnings_of(of), areas)

    assert sorted(told.tolist()) == sorted(area for _, area in set(meetings))
