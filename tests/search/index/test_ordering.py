import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index.ordering import places_in_order

# Few different ones, so that like ones meet, on both sides of sixteen bits.
NUMBERS = st.sampled_from([0, 1, 2, 2**16 - 1, 2**16, 2**16 + 1, 2**31, 2**32 - 1])


@given(st.lists(NUMBERS | st.integers(0, 2**32 - 1)))
def test_like_numbers_stay_as_they_stood(numbers: list[int]) -> None:
    places = places_in_order(np.array(numbers, np.uint32)).tolist()

    assert places == sorted(range(len(numbers)), key=numbers.__getitem__)
