"""The coordinating unit's functions and the fate of a plan's measures."""

from collections.abc import Iterator

from actionfields.edtf import Moment
from actionfields.field import Field
from actionfields.measures import (
    Evidence,
    Fate,
    FunctionCell,
    Measure,
    fates,
    functions_by_level,
    timeline,
)
from actionfields.records.coding import FUNCTION


def unit_functions(field: Field) -> Iterator[FunctionCell]:
    """Each function of the codebook on each level: what was found, also where nothing was."""
    rows = [
        Evidence(
            one.function_id, one.level, one.period, one.actor_id, one.performed, one.evidence_en
        )
        for one in field.functions
    ]
    return functions_by_level(rows, field.codebook.where(level=FUNCTION).values("code"))


def fate_of_measures(field: Field) -> Iterator[Fate]:
    """The measures of each plan by what became of them.

    >>> import actionfields
    >>> found = fate_of_measures(actionfields.load("selvhjelp"))
    >>> [one.name for fate in found if fate.fate == "discontinued" for one in fate.measures]
    ['grant_scheme', 'reference_group']
    """
    return fates(_measures(field))


def timeline_of_measures(field: Field) -> list[tuple[int | None, str, str]]:
    """When each measure began and what became of it when, by year; undated ones last."""
    return timeline(_measures(field))


def _measures(field: Field) -> list[Measure]:
    return [
        Measure(one.measure_id, one.plan_id, _year(one.start), one.fate, _year(one.fate_date))
        for one in field.plan_measures
    ]


def _year(moment: Moment | None) -> int | None:
    """The year of a date; None for one that does not lie within a year, which would be a guess."""
    if moment is None or moment.first is None or moment.last is None:
        return None
    return moment.first.year if moment.first.year == moment.last.year else None
