"""Where coders differ, unit by unit, so that they can talk about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from actionfields.measures.coding import Coding


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One unit on which coders differ: what each gave, and who left it out."""

    unit: str
    codes: tuple[tuple[str, Any], ...]
    left_out: tuple[str, ...]


def disagreements(coding: Coding) -> Iterator[Disagreement]:
    """The units with two different codes or more, in the order they were coded.

    A unit that one coder left out is no disagreement in what was coded; ``uncoded`` lists those.

    >>> rows = [("s1", "kari", 1), ("s1", "ola", -1), ("s2", "kari", 0), ("s2", "ola", 0)]
    >>> [one.codes for one in disagreements(Coding.of(rows))]
    [(('kari', 1), ('ola', -1))]
    """
    for unit, row in zip(coding.units, coding.cells.tolist(), strict=True):
        given = [(coder, one) for coder, one in zip(coding.coders, row, strict=True) if one >= 0]
        if len({one for _, one in given}) > 1:
            codes = tuple((coder, coding.values[one]) for coder, one in given)
            yield Disagreement(unit, codes, _without(coding, row))


def uncoded(coding: Coding) -> dict[str, tuple[str, ...]]:
    """Each unit that not every coder coded, with the coders who left it out.

    >>> uncoded(Coding.of([("s1", "kari", 1), ("s1", "ola", 1), ("s2", "kari", 0)]))
    {'s2': ('ola',)}
    """
    rows = zip(coding.units, coding.cells.tolist(), strict=True)
    return {unit: _without(coding, row) for unit, row in rows if -1 in row}


def _without(coding: Coding, row: list[int]) -> tuple[str, ...]:
    return tuple(coder for coder, one in zip(coding.coders, row, strict=True) if one < 0)
