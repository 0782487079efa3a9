"""Numbers things as they come, so that what comes often is kept and compared as a number."""

from collections import defaultdict
from itertools import count
from typing import TypeVar

Thing = TypeVar("Thing")


class Numbers(defaultdict[Thing, int]):
    """Numbers things in the order in which they come."""

    def __init__(self, *first: Thing) -> None:
        super().__init__(count().__next__)
        for thing in first:
            self[thing]
