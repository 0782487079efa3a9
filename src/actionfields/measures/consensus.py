"""How far voices on an ordered scale meet in one place: van der Eijk's agreement A."""

from collections.abc import Sequence
from itertools import combinations

from actionfields.measures.refusals import FEWEST, Refused

FEWEST_STEPS = 3


def agreement_a(counts: Sequence[int], least: int = FEWEST) -> float | Refused:
    """Van der Eijk's A of the voices on each step of an ordered scale, from −1 to 1.

    The counts are taken apart into layers, each as many voices high as its lowest step that is not
    empty. A layer says only which steps are filled. With K steps, S of them filled, it agrees by

        A = U · (1 − (S − 1) / (K − 1)),   U = ((K − 2)·TU − (K − 1)·TDU) / ((K − 2)·(TU + TDU))

    where TU counts the triples of steps filled as 110 or 011, and TDU those filled as 101; U is 1
    when there are neither. The layers are averaged by how many voices they hold. 1: all on one
    step; 0: spread evenly; −1: half at each end. The scale may be turned round.

    Refused with fewer than ``least`` voices (few_voices). Raises ValueError under three steps or
    with a count below zero.

    Reference: C. van der Eijk (2001), Measuring agreement in ordered rating scales, Quality &
    Quantity 35, 325–341; the first example is a value published for it.

    >>> round(agreement_a([30, 40, 210, 130, 530, 50, 10]), 4)
    0.6113
    >>> agreement_a([5, 0, 5])
    -1.0
    >>> agreement_a([1, 0, 2]).code
    'few_voices'
    """
    if len(counts) < FEWEST_STEPS or min(counts) < 0:
        raise ValueError("give at least three counts, none below zero")
    total = sum(counts)
    if total < max(least, 1):
        return Refused.because("few_voices", count=total, least=max(least, 1))
    left, agreed = list(counts), 0.0
    while any(left):
        height = min(count for count in left if count)
        filled = [count > 0 for count in left]
        agreed += height * sum(filled) / total * _layer(filled)
        left = [count - height if count else 0 for count in left]
    return agreed


def _layer(filled: Sequence[bool]) -> float:
    steps, full = len(filled), sum(filled)
    triples = list(combinations(filled, 3))
    together = triples.count((True, True, False)) + triples.count((False, True, True))
    apart = triples.count((True, False, True))
    shape = 1.0
    if together + apart:
        whole = (steps - 2) * (together + apart)
        shape = ((steps - 2) * together - (steps - 1) * apart) / whole
    return shape * (1 - (full - 1) / (steps - 1))
