"""How far coders agree: alpha for each question, and the list to talk about."""

from dataclasses import dataclass

from actionfields.field import Field
from actionfields.measures import (
    Coding,
    Disagreement,
    Interval,
    Refused,
    alpha,
    alpha_interval,
    disagreements,
    uncoded,
)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha of the stances under one question, its interval, and the units that divide coders.

    A unit is an actor's stance on a category in a period, written ``actor period category``.
    ``left_out`` are units that not every coder coded: they may have been overlooked or judged to
    say nothing, which alpha cannot tell apart, so they are listed. ``blind`` is True when every
    coder is said to have coded without sight of the others; otherwise alpha flatters.
    """

    question: str
    coders: tuple[str, ...]
    units: int
    alpha: float | Refused
    interval: Interval | Refused
    disagreements: tuple[Disagreement, ...]
    left_out: dict[str, tuple[str, ...]]
    blind: bool


def reliability(field: Field, *, samples: int = 1000, seed: int = 0) -> list[Reliability]:
    """Ordinal alpha of the stances for each question that has statements, in the codebook's order.

    Where one coder has both for and against in a unit, its code is 0, which the codebook calls
    mixed. Statements without a coder are left out.

    >>> import actionfields
    >>> reliability(actionfields.load("selvhjelp"))[0].alpha.code
    'one_coder'
    """
    heads = ("question", "actor_id", "period", "category", "coder_id", "stance")
    columns = [field.statements.values(one) for one in heads]
    found: dict[str, dict[tuple[str, str], set[int]]] = {}
    for question, actor, period, category, coder, stance in zip(*columns, strict=True):
        if coder:
            unit = f"{actor} {period} {category}"
            found.setdefault(question, {}).setdefault((unit, coder), set()).add(stance)
    order = [code for code in field.codebook.values("code") if code in found]
    blind = set(field.coders.where(is_blind="yes").values("coder_id"))
    return [_of_question(one, found[one], blind, samples, seed) for one in order]


def _of_question(
    question: str, given: dict[tuple[str, str], set[int]], blind: set[str], samples: int, seed: int
) -> Reliability:
    rows = [(unit, coder, _one(stances)) for (unit, coder), stances in given.items()]
    coding = Coding.of(rows)
    return Reliability(
        question,
        coding.coders,
        len(coding.units),
        alpha(coding, "ordinal"),
        alpha_interval(coding, "ordinal", samples=samples, seed=seed),
        tuple(disagreements(coding)),
        uncoded(coding),
        blind >= set(coding.coders),
    )


def _one(stances: set[int]) -> int:
    total = sum(stances)
    return (total > 0) - (total < 0)
