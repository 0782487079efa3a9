"""Puts numbers in order by counting, in a fifth of the time that comparing them takes."""

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index.storage import Array

BITS, LOW = np.uint32(16), np.uint32(2**16 - 1)


def places_in_order(numbers: Array) -> NDArray[np.intp]:
    """The places of some numbers (uint32) in their order, like ones as they stood.

    Sixteen bits at a time: those numpy counts.
    """
    order = (numbers & LOW).astype(np.uint16).argsort(kind="stable")
    if numbers.max(initial=0) > LOW:
        high = (numbers >> BITS).astype(np.uint16)[order]
        order = order[high.argsort(kind="stable")]
    return order
