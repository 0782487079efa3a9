"""Reliability of coding: Krippendorff's alpha, with a bootstrap interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from actionfields.measures.coding import Coding
from actionfields.measures.refusals import FEWEST, Refused
from actionfields.measures.voices import Floats

Level = Literal["nominal", "ordinal", "interval"]


def alpha(coding: Coding, level: Level = "nominal") -> float | Refused:
    """Krippendorff's alpha: 1 when coders always agree, 0 when they agree as often as by chance.

        α = 1 − Dₒ / Dₑ,   D = Σ oᵥ𝓌 δ²(v, w)

    oᵥ𝓌 is how often the values v and w meet in a unit, each unit's pairs divided by one less than
    its coders; for Dₑ, how often they would meet if all codes were mixed. δ² is 1 for different
    values (nominal), (v − w)² (interval), or the squared number of codes that lie between, half of
    those on v and w included (ordinal). Units with one code are left out; several coders and gaps
    are allowed. Below 0 coders disagree more than by chance.

    Refused when no unit was coded twice (one_coder) and when all codes are equal (constant): no
    chance agreement can be told from real. Interval needs numbers (ValueError).

    Reference: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2019) Content
    Analysis, 4th ed., ch. 12.

    >>> coded = {"kari": [1, 2, 3, 3, 1], "ola": [1, 2, 3, 2, 1]}
    >>> rows = [(str(unit), who, one) for who in coded for unit, one in enumerate(coded[who])]
    >>> round(alpha(Coding.of(rows), "ordinal"), 3)
    0.89
    """
    return _alpha(coding.counts(), coding.values, level)


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with the bounds that hold ``level`` of the resampled values, and of how many."""

    value: float
    low: float
    high: float
    level: float
    samples: int
    left_out: int = 0


def alpha_interval(
    coding: Coding,
    level: Level = "nominal",
    *,
    samples: int = 1000,
    seed: int = 0,
    within: float = 0.95,
) -> Interval | Refused:
    """Alpha with a percentile interval: units are drawn again with replacement.

    Units, not codes, are drawn, since the codes of one unit belong together. Draws in which all
    codes are equal have no alpha; ``left_out`` counts them. Refused as ``alpha``, and under five
    units coded twice (few_units): so few cannot stand for others.

    Reference: B. Efron & R. Tibshirani (1993), An Introduction to the Bootstrap, ch. 13. It is not
    the resampling of single disagreements that Krippendorff's own algorithm does.

    >>> rows = [(str(u), who, u % 3) for who in ("kari", "ola") for u in range(6)]
    >>> found = alpha_interval(Coding.of(rows), samples=50)
    >>> found.low, found.value, found.high
    (1.0, 1.0, 1.0)
    """
    counts = coding.counts()
    value = _alpha(counts, coding.values, level)
    if isinstance(value, Refused):
        return value
    if len(counts) < FEWEST:
        return Refused.because("few_units", count=len(counts), least=FEWEST)
    draws = np.random.default_rng(seed).integers(0, len(counts), (samples, len(counts)))
    found = [_alpha(counts[draw], coding.values, level) for draw in draws]
    drawn = [one for one in found if not isinstance(one, Refused)]
    low, high = np.quantile(drawn, [(1 - within) / 2, (1 + within) / 2]).tolist()
    return Interval(value, low, high, within, samples, samples - len(drawn))


def _alpha(counts: Floats, values: Sequence[object], level: Level) -> float | Refused:
    if not len(counts):
        return Refused.because("one_coder")
    totals = counts.sum(axis=0)
    if np.count_nonzero(totals) == 1:
        return Refused.because("constant")
    apart = _apart(totals, values, level)
    pairable = counts.sum(axis=1)
    observed = (((counts @ apart) * counts).sum(axis=1) / (pairable - 1)).sum()
    expected = totals @ apart @ totals / (totals.sum() - 1)
    return float(1 - observed / expected)


def _apart(totals: Floats, values: Sequence[object], level: Level) -> Floats:
    """The squared distance of each pair of values."""
    if level == "nominal":
        return 1 - np.eye(len(totals))
    if level == "ordinal":
        # Where the middle of a value's codes lies when all codes stand in a row.
        spots = np.cumsum(totals) - totals / 2
    else:
        spots = np.array(values, dtype=np.float64)
    apart: Floats = (spots[:, None] - spots[None, :]) ** 2
    return apart
