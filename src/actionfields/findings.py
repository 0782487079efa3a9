"""Findings: propositions computed from the rows and held against the value that is expected."""

from dataclasses import dataclass
from typing import Any

from actionfields.expressions import Answer, answer, parsed
from actionfields.field import Field
from actionfields.records import Finding
from actionfields.records.findings import SOURCED
from actionfields.texts import json_of

AS_EXPECTED, DIFFERS, NO_ROWS, ASSESSMENT = "as_expected", "differs", "no_rows", "assessment"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it comes out.

    ``holds`` says whether the value is the one expected; None for an assessment (class C), which
    the rows cite and cannot decide. ``status`` tells more: a value that differs because no row
    speaks of the matter (no_rows) does not say the opposite of the finding.
    """

    finding: Finding
    answer: Answer
    expected: Any

    @property
    def holds(self) -> bool | None:
        """Whether the finding comes out as expected."""
        if self.finding.reproduction == SOURCED:
            return None
        return bool(self.answer.value == self.expected)

    @property
    def status(self) -> str:
        """How it came out, in one word."""
        if self.finding.reproduction == SOURCED:
            return ASSESSMENT
        if self.holds:
            return AS_EXPECTED
        return DIFFERS if any(self.answer.rows.values()) else NO_ROWS

    @property
    def sources(self) -> list[str]:
        """The sources of the rows, then those in which the finding itself is stated."""
        return list(dict.fromkeys([*self.answer.sources, *self.finding.stated_in]))

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """The finding as plain values, its texts in ``en`` or ``nb``."""
        told = self.finding
        return {
            "id": told.finding_id,
            "class": told.reproduction,
            "proposition": getattr(told, f"proposition_{language}"),
            "expression": told.expression,
            "computed": self.answer.value,
            "expected": self.expected,
            "holds": self.holds,
            "status": self.status,
            "caveat": getattr(told, f"caveat_{language}"),
            "certainty": told.certainty,
            "sources": self.sources,
            "rows": self.answer.rows,
            "place": {"section": told.section, "page": told.page, "lines": told.lines},
        }


def findings(field: Field) -> list[Found]:
    """Every finding of a field, computed from its rows as they are now."""
    return [found(field, one) for one in field.findings]


def found(field: Field, finding: Finding) -> Found:
    """One finding, computed."""
    return Found(finding, answer(parsed(finding.expression), field), json_of(finding.expected))


def answers(field: Field) -> dict[str, bool]:
    """For each finding, also of class C, whether it stands; what leaving out sources is tried on.

    It stands while its ``stands_while`` is true, or, where that is empty, while the rows give the
    value expected: four interviews that agree leave three that do.
    """
    return {one.finding.finding_id: stands(field, one) for one in findings(field)}


def stands(field: Field, one: Found) -> bool:
    """Whether one finding stands."""
    if one.finding.stands_while:
        return bool(answer(parsed(one.finding.stands_while), field).value)
    return bool(one.answer.value == one.expected)
