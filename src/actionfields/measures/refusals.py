"""A measure that the data do not carry is refused: a value with its reason, never a NaN."""

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

FEWEST = 5
"""Under five actors a share, an interval or a correlation says more than the data do."""


def _reasons() -> dict[str, dict[str, str]]:
    table = files("actionfields.measures") / "refusals.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    return {row["code"]: row for row in csv.DictReader(lines)}


REASONS = _reasons()
"""Each reason by its code, in ``en`` and ``nb``, with the figures left open."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A measure not given, why, and the figures that decided it.

    Ask with ``isinstance(value, Refused)``: a density of 0 is a value.

    >>> refused = Refused.because("few_common", count=2, least=5)
    >>> refused.reason
    'too few actors occur in both networks (2 of at least 5)'
    """

    code: str
    facts: tuple[tuple[str, str | int], ...] = ()

    @classmethod
    def because(cls, code: str, **facts: str | int) -> "Refused":
        """Refuse for one of ``REASONS``. Raises KeyError for any other."""
        REASONS[code]["en"].format(**facts)
        return cls(code, tuple(facts.items()))

    @property
    def reason(self) -> str:
        """Why, in English."""
        return self.said("en")

    def said(self, language: str) -> str:
        """Why, in ``en`` or ``nb``."""
        return REASONS[self.code][language].format(**dict(self.facts))

    def as_json(self) -> dict[str, Any]:
        """The refusal as plain values."""
        return {"refused": self.code, "reason": self.reason, **dict(self.facts)}
