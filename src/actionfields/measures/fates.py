"""What became of a plan's measures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actionfields.measures.refusals import FEWEST, Refused

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a plan; years are None when the source does not give them."""

    name: str
    plan: str
    start: int | None
    fate: str
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """All measures of a plan that met one fate, and their share of those whose fate is known.

    The share is refused under five measures of known fate, and where the fate is unknown.
    """

    plan: str
    fate: str
    measures: tuple[Measure, ...]
    share: float | Refused


def fates(measures: Iterable[Measure]) -> Iterator[Fate]:
    """The measures of each plan by what became of them, in order of mention.

    The share of a fate is its measures over all of the plan whose fate is known. A measure of
    unknown fate is shown and is not counted as kept. Fates are the coder's words.

    Reference: a plain count of ours, after the chapter's review of the national plans.

    >>> rows = [Measure("grants", "2004", 2005, "discontinued", 2009)]
    >>> rows += [Measure("hub", "2004", 2006, "toned_down")]
    >>> [(fate.fate, len(fate.measures), fate.share.code) for fate in fates(rows)]
    [('discontinued', 1, 'few_measures'), ('toned_down', 1, 'few_measures')]
    """
    tables: dict[tuple[str, str], list[Measure]] = {}
    known: dict[str, int] = {}
    for one in measures:
        fate = one.fate or UNKNOWN
        tables.setdefault((one.plan, fate), []).append(one)
        known[one.plan] = known.get(one.plan, 0) + (fate != UNKNOWN)
    for (plan, fate), rows in tables.items():
        yield Fate(plan, fate, tuple(rows), _share(fate, len(rows), known[plan]))


def timeline(measures: Iterable[Measure]) -> list[tuple[int | None, str, str]]:
    """Each dated beginning and end as (year, what, measure), by year; undated ones last, once.

    Edge cases: a measure with an end and no beginning has one row. A year says when a source puts
    it, no closer.

    >>> timeline([Measure("grants", "2004", 2005, "discontinued", 2009)])
    [(2005, 'begins', 'grants'), (2009, 'discontinued', 'grants')]
    """
    rows: list[tuple[int | None, str, str]] = []
    for one in measures:
        fate = one.fate or UNKNOWN
        found = [
            (year, what, one.name)
            for year, what in ((one.start, "begins"), (one.end, fate))
            if year is not None
        ]
        rows += found or [(None, fate, one.name)]
    return sorted(rows, key=lambda row: (row[0] is None, row[0] or 0))


def _share(fate: str, part: int, whole: int) -> float | Refused:
    if fate == UNKNOWN:
        return Refused.because("absent")
    if whole < FEWEST:
        return Refused.because("few_measures", count=whole, least=FEWEST)
    return part / whole
