"""Agreement set against how much each actor said; the textbook's ways and DNA's, named apart."""

from collections.abc import Callable
from typing import Any

import numpy as np

from actionfields.measures.dyads import Counts, Sides
from actionfields.measures.voices import Voices

Scaled = np.ma.MaskedArray[Any, np.dtype[np.float32]]
"""Masked where the value does not exist, so that no mean or maximum takes it in unseen."""


def textbook_cosine(voices: Voices) -> Scaled:
    """The cosine of the angle between two actors' stances, from 0 to 1.

    Each actor is the vector x of its 0/1 marks for and against, side by side:

        cosine = x·y / (‖x‖ · ‖y‖)

    so an actor has cosine 1 with itself. Masked where an actor took no side at all, since a
    vector of length 0 has no direction. It is not what DNA calls cosine: see ``dna_cosine``.

    Reference: G. Salton & M. McGill (1983), Introduction to Modern Information Retrieval.

    >>> voices = Voices.of([("a", "x", 1), ("a", "y", 1), ("b", "x", 1)])
    >>> round(float(textbook_cosine(voices)[0, 1]), 3)
    0.707
    """
    return _over(voices, _root_of_product)


def dna_cosine(voices: Voices) -> Scaled:
    """What Discourse Network Analyzer gives as cosine: congruence / (n₁ · n₂).

    n counts what an actor said for and against. The square root that DNA takes is of n² and so
    takes nothing away; an actor has not cosine 1 with itself. Masked where an actor took no side.
    Here a category counts once per actor, as in DNA with duplicates left out across the range.

    >>> float(dna_cosine(Voices.of([("a", "x", 1), ("a", "y", 1), ("b", "x", 1)]))[0, 1])
    0.5
    """
    return _over(voices, lambda one, other: one * other)


def dna_average(voices: Voices) -> Scaled:
    """DNA's average activity: congruence / ((n₁ + n₂) / 2); masked where neither took a side.

    >>> round(float(dna_average(Voices.of([("a", "x", 1), ("a", "y", 1), ("b", "x", 1)]))[0, 1]), 3)
    0.667
    """
    return _over(voices, lambda one, other: (one + other) * np.float32(0.5))


def jaccard(voices: Voices) -> Scaled:
    """Congruence over what either said: congruence / (n₁ + n₂ − congruence), as DNA has it too.

    Masked where neither took a side. Reference: P. Jaccard (1901).

    >>> float(jaccard(Voices.of([("a", "x", 1), ("a", "y", 1), ("b", "x", 1)]))[0, 1])
    0.5
    """
    congruence, activity = _congruence(voices)
    return _divided(congruence, activity[:, None] + activity[None, :] - congruence)


def _over(voices: Voices, norm: Callable[[Counts, Counts], Counts]) -> Scaled:
    congruence, activity = _congruence(voices)
    return _divided(congruence, norm(activity[:, None], activity[None, :]))


def _root_of_product(one: Counts, other: Counts) -> Counts:
    root: Counts = np.sqrt(one * other)
    return root


def _congruence(voices: Voices) -> tuple[Counts, Counts]:
    sides = Sides.of(voices)
    marks = np.concatenate([sides.said_for, sides.said_against], axis=1)
    return marks @ marks.T, marks.sum(axis=1, dtype=np.float32)


def _divided(part: Counts, whole: Counts) -> Scaled:
    exists = whole > 0
    values = np.divide(part, whole, out=np.zeros_like(part), where=exists)
    return np.ma.masked_array(values, ~exists)
