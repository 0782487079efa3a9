"""``findings``: each proposition, what the rows give, and what was expected."""

from typing import Any

import click

from actionfields.commands.options import (
    as_is_option,
    field_argument,
    json_option,
    language_option,
    opened,
)
from actionfields.commands.printing import as_json, heading, labelled, paragraph, shown
from actionfields.field import Field
from actionfields.findings import Found
from actionfields.findings import findings as found_in

STATUS = {
    "as_expected": "comes out as expected",
    "differs": "DIFFERS from what is expected",
    "no_rows": "NOT SHOWN: no row speaks of it, which is not the opposite of the finding",
    "assessment": "an assessment with a source; shown, not decided",
}


@click.command(short_help="Compute each finding from the rows.")
@field_argument
@click.option("--only", multiple=True, metavar="ID", help="Only this finding; may be repeated.")
@language_option
@as_is_option
@json_option
def findings(
    field: str, only: tuple[str, ...], language: str, *, is_as_is: bool, is_json: bool
) -> None:
    """Compute each finding of FIELD from its rows and hold it against the value expected.

    Class A comes out exactly, B in direction or depending on a rule of coding; C is an assessment
    with a source, which the rows cite and cannot decide.

    \b
    Example:
      actionfields findings selvhjelp
      actionfields findings selvhjelp --only FN15 --language nb
    """
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    wanted = [one for one in found_in(data) if not only or one.finding.finding_id in only]
    if unknown := set(only) - {one.finding.finding_id for one in wanted}:
        raise click.UsageError(f"there is no finding {', '.join(sorted(unknown))}.")
    if is_json:
        as_json([one.as_json(language) for one in wanted])
        return
    for one in wanted:
        tell(one, language)
    if not only:
        tell_open(data, language)
        tell_sum(wanted)


def tell(one: Found, language: str) -> None:
    """Print one finding."""
    finding = one.finding
    said: dict[str, Any] = one.as_json(language)
    heading(f"{finding.finding_id}  class {finding.reproduction}  {STATUS[one.status]}")
    paragraph(said["proposition"], "  ")
    labelled("computed", shown(one.answer.value))
    labelled("expected", shown(one.expected))
    labelled("caveat", said["caveat"])
    labelled("sources", ", ".join(one.sources))
    page = finding.page.replace(";", ", ")
    labelled("place", f"page {page} ({finding.page_basis})" if page else "")


def tell_open(data: Field, language: str) -> None:
    """Print what the material leaves open."""
    for one in data.open_questions:
        heading(f"{one.open_question_id}  {one.status.replace('_', ' ')}")
        paragraph(one.question_nb if language == "nb" else one.question_en, "  ")
        paragraph(one.reason_nb if language == "nb" else one.reason_en, "    ")


def tell_sum(found: list[Found]) -> None:
    """Print how many came out."""
    if not found:
        heading("There are no findings yet. Write the first in findings.csv.")
        return
    exact = [one for one in found if one.holds is not None]
    held = sum(bool(one.holds) for one in exact)
    heading(
        f"{held} of {len(exact)} findings of class A and B come out as expected; "
        f"{len(found) - len(exact)} of class C are assessments."
    )
