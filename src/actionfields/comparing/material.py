"""What a period is known from, so that no number is read without it."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field as part
from typing import Any

import numpy as np

from actionfields.field import Field

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
    type_of = dict(zip(at.sources.values("source_id"), at.sources.values("type"), strict=True))
    rests: Counter[str] = Counter()
    for names, count in _counted(at, "source_id").items():
        rests.update(dict.fromkeys({type_of.get(name, "") for name in names}, count))
    return Profile(
        period,
        sources=dict(Counter(one.type for one in here if one.type != MISSING)),
        missing=tuple(one.source_id for one in here if one.type == MISSING),
        flags=dict(Counter(flag for one in here for flag in one.flags)),
        statements=len(at.statements),
        rests_on=dict(rests.most_common()),
        voices=_counted(at, "voice"),
        questions=_counted(at, "question"),
        coders=tuple(one for one in _counted(at, "coder_id") if one),
    )


def alike(one: Profile, other: Profile, least: float = ALIKE) -> bool:
    """Say whether two periods are known from like materials.

    Of each, the share of statements resting on each type of source is taken; the two are alike when
    the shares overlap, Σ min, by ``least``. A period without statements is like no other. It is a
    rule of thumb for a mark, and the profiles are shown beside it.
    """
    first, second = (_shares(given.rests_on) for given in (one, other))
    return sum(min(first[kind], second.get(kind, 0)) for kind in first) >= least


def shared_questions(one: Profile, other: Profile) -> tuple[str, ...]:
    """The questions that both periods have statements on; only these may be compared."""
    return tuple(question for question in sorted(one.questions) if question in other.questions)


def _counted(at: Field, column: str) -> dict[Any, int]:
    codes, values = at.statements.coded(column)
    counts = np.bincount(codes, minlength=len(values)).tolist()
    found = {value: count for value, count in zip(values, counts, strict=True) if count}
    return dict(sorted(found.items()))


def _shares(counts: dict[str, int]) -> dict[str, float]:
    whole = sum(counts.values())
    return {kind: count / whole for kind, count in counts.items()}
