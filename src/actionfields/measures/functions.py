"""Does the coordinating unit do what such a unit is for, and on which level?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

VERDICT_OF_NONE = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One coded row: who was seen to perform a function, when, how far, and what says so."""

    function: str
    level: str
    period: str
    actor: str
    performed: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FunctionCell:
    """One function on one level: what was found, in order, and whether the findings agree.

    ``verdict`` is the one word that all rows share; ``differs`` when they are not one, be it by
    period or by source, and the rows say how; ``unknown`` without rows.
    """

    function: str
    level: str
    rows: tuple[Evidence, ...]

    @property
    def verdict(self) -> str:
        """The word for the cell."""
        words = {row.performed for row in self.rows}
        if len(words) > 1:
            return "differs"
        return next(iter(words), VERDICT_OF_NONE)


def functions_by_level(
    rows: Iterable[Evidence], functions: Iterable[str] = (), levels: Iterable[str] = ()
) -> Iterator[FunctionCell]:
    """A cell for each function on each level, also those of which nothing is known.

    Functions and levels not given come in order of mention. Nothing is averaged: performing locally
    and failing nationally are two findings, and a unit's functions are not scored.

    Reference: N. Fligstein & D. McAdam (2012), A Theory of Fields, 77–78, on governance units.

    >>> row = Evidence("bridge", "national", "P2", "unit", "performed_for_itself")
    >>> cells = functions_by_level([row], levels=["local", "national"])
    >>> [(cell.level, cell.verdict) for cell in cells]
    [('local', 'unknown'), ('national', 'performed_for_itself')]
    """
    given = list(rows)
    wanted = dict.fromkeys([*functions, *(row.function for row in given)])
    where = dict.fromkeys([*levels, *(row.level for row in given)])
    for function in wanted:
        for level in where:
            here = (row for row in given if (row.function, row.level) == (function, level))
            yield FunctionCell(function, level, tuple(here))
