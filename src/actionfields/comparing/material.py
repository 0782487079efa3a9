"""What a period is known from, so that no number is read without it."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field as part
from typing import Any

import numpy as np

from actionfields.field import Field
from actionfields.tables import Table

MISSING = "missing_source"
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Profile:
    """The material of one period: its sources by type, the gaps, and what the statements rest on.

    ``rests_on`` counts statements by the type of their sources; a statement with two types counts
    under both. ``voices`` counts them by who is heard, ``questions`` by what they answer.
    """

    period: str
    sources: dict[str, int]
    missing: tuple[str, ...]
    flags: dict[str, int]
    statements: int
    rests_on: dict[str, int] = part(default_factory=dict)
    voices: dict[str, int] = part(default_factory=dict)
    questions: dict[str, int] = part(default_factory=dict)
    coders: tuple[str, ...] = ()


def profile(field: Field, period: str) -> Profile:
    """The material profile of a period.

    >>> import actionfields
    >>> profile(actionfields.load("selvhjelp"), "P2").rests_on["interview"] > 0
    True
    """
    return profile_at(field.at(period), period)


def profile_at(at: Field, period: str) -> Profile:
    """As ``profile``, with the period already cut out."""
    here = list(at.sources.where(periods=period))
    return Profile(
        period,
        sources=dict(Counter(one.type for one in here if one.type != MISSING)),
        missing=tuple(one.source_id for one in here if one.type == MISSING),
        flags=dict(Counter(flag for one in here for flag in one.flags)),
        statements=len(at.statements),
        rests_on=rests_on(at, at.statements),
        voices=_counted(at.statements, "voice"),
        questions=_counted(at.statements, "question"),
        coders=tuple(one for one in _counted(at.statements, "coder_id") if one),
    )


def alike(one: Profile, other: Profile, least: float = ALIKE) -> bool:
    """Say whether two periods are known from like materials.

    Of each, the share of statements resting on each type of source is taken; the two are alike when
    the shares overlap, Σ min, by ``least``. A period without statements is like no other. It is a
    rule of thumb for a mark, and the profiles are shown beside it.
    """
    return overlap(one.rests_on, other.rests_on) >= least


def rests_on(field: Field, rows: Table[Any]) -> dict[str, int]:
    """How many rows rest on each type of source, most first; a row counts under each type."""
    columns = (field.sources.values(one) for one in ("source_id", "type"))
    type_of = dict(zip(*columns, strict=True))
    found: Counter[str] = Counter()
    for names, count in _counted(rows, "source_id").items():
        found.update(dict.fromkeys({type_of.get(name, "") for name in names}, count))
    return dict(found.most_common())


def overlap(one: dict[str, int], other: dict[str, int]) -> float:
    """How far two counts by type have the same shares, Σ min: 1 the same, 0 nothing in common.

    >>> overlap({"interview": 3, "report": 1}, {"interview": 5})
    0.75
    """
    first, second = _shares(one), _shares(other)
    return sum(min(first[kind], second.get(kind, 0)) for kind in first)


def shared_questions(one: Profile, other: Profile) -> tuple[str, ...]:
    """The questions that both periods have statements on; only these may be compared."""
    return tuple(question for question in sorted(one.questions) if question in other.questions)


def _counted(rows: Table[Any], column: str) -> dict[Any, int]:
    codes, values = rows.coded(column)
    counts = np.bincount(codes, minlength=len(values)).tolist()
    found = {value: count for value, count in zip(values, counts, strict=True) if count}
    return dict(sorted(found.items()))


def _shares(counts: dict[str, int]) -> dict[str, float]:
    whole = sum(counts.values())
    return {kind: count / whole for kind, count in counts.items()}
