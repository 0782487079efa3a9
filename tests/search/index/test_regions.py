"""Groups are left out before their meetings are read only where none can be as asked."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index.lists import docs_in
from knutepunkt.search.index.places import Bands, box_around, is_in_box
from knutepunkt.search.index.sieve import parts_in
from knutepunkt.search.index.times import MORNING

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
MEETINGS = st.lists(POINTS | st.just((float("nan"), float("nan"))), min_size=1, max_size=3)
MINUTES = st.integers(0, 24 * 60 - 1)


@given(st.lists(MEETINGS, min_size=1, max_size=5), POINTS, st.floats(0, 25_000))
def test_a_group_that_meets_in_a_box_may_be_in_it(
    groups: list[list[tuple[float, float]]], point: tuple[float, float], within: float
) -> None:
    box = box_around(point, within)
    latitude, longitude = np.array([place for group in groups for place in group]).T
    starts = np.cumsum([0, *map(len, groups)])[:-1]

    of = np.repeat(np.arange(len(groups)), list(map(len, groups)))

    may_be = docs_in(Bands(latitude, longitude, of, len(groups)).touching(box), len(groups))

    is_in = np.logical_or.reduceat(is_in_box(latitude, longitude, box), starts)
    assert {*np.flatnonzero(is_in)} <= {*may_be}


@given(MINUTES, MINUTES, MINUTES)
def test_a_part_of_the_day_is_in_a_span_that_has_a_minute_of_it(
    since: int, until: int, minute: int
) -> None:
    is_in = since <= minute <= until if since <= until else minute >= since or minute <= until
    part = 4 if minute < MORNING else 1 if minute < 12 * 60 else 2 if minute < 17 * 60 else 4

    has_part = parts_in((since, until)) & part > 0

    assert has_part or not is_in


def test_a_span_within_one_part_of_the_day_has_no_other() -> None:
    spans = [(300, 719), (720, 1019), (1020, 299), (800, 900), (60, 120)]

    assert [parts_in(span) for span in spans] == [1, 2, 4, 2, 4]
