from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from actionfields.report.layout import layout
from actionfields.report.lettering import lines_of

TWO_LINES = 28


@given(st.integers(0, 120))
def test_no_two_names_on_a_side_meet(count: int) -> None:
    spots = layout([f"a{n}" for n in range(count)]).spots.values()

    near = [
        (one, other)
        for one, other in combinations(spots, 2)
        if one.side == other.side and abs(one.y - other.y) < TWO_LINES
    ]

    assert near == []


@given(st.integers(0, 120))
def test_every_actor_lies_within_the_drawing(count: int) -> None:
    at = layout([f"a{n}" for n in range(count)])

    assert [one for one in at.spots.values() if not 14 <= one.y <= at.height - 14] == []


@given(st.text(max_size=200), st.integers(8, 40))
def test_a_label_keeps_within_its_width(text: str, width: int) -> None:
    found = lines_of(text, width)

    assert len(found) <= 2
    assert [line for line in found if len(line) > width] == []
