"""``robustness`` and ``agreement``: what a finding hangs on, and whether coders see the same."""

import click

from actionfields import comparing
from actionfields.commands.comparing import said
from actionfields.commands.options import as_is_option, field_argument, json_option, opened
from actionfields.commands.printing import as_json, heading, paragraph, shown, table
from actionfields.commands.values import plain
from actionfields.findings import answers
from actionfields.measures import Dyads, GroupAgreement, Robustness


@click.command(short_help="See which findings hang on one source or coder.")
@field_argument
@as_is_option
@json_option
def robustness(field: str, *, is_as_is: bool, is_json: bool) -> None:
    """Leave out each source of FIELD in turn, then each coder: which findings change?

    A finding that no single leaving out changes is not thereby true; it hangs on no single source.

    \b
    Example:
      actionfields robustness selvhjelp
    """
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    by_source = comparing.without_each_source(data, answers)
    by_coder = comparing.without_each_coder(data, answers)
    if is_json:
        as_json({"sources": told(by_source), "coders": told(by_coder)})
        return
    click.echo(f"{len(by_source.left_out)} sources left out one by one:")
    rows = [(finding, shown(by_source.rests_on(finding))) for finding in by_source.whole]
    table(["finding", "changes without"], rows)
    coders = ", ".join(by_coder.left_out)
    if len(by_coder.left_out) < 2:
        paragraph(f"One coder only ({coders}): without that one nothing is left to compare.")
        return
    heading(f"coders left out one by one: {coders}")
    table(
        ["finding", "changes without"], [(f, shown(by_coder.rests_on(f))) for f in by_coder.whole]
    )


def told(found: Robustness) -> dict[str, object]:
    """Robustness as plain values, with what each finding rests on."""
    rests = {finding: list(found.rests_on(finding)) for finding in found.whole}
    return {"left_out": list(found.left_out), "rests_on": rests, "standing": list(found.standing)}


@click.command(short_help="See whether coders, or actors, agree.")
@field_argument
@click.option("--period", metavar="P", help="Agreement of the actors in this period instead.")
@click.option(
    "--by",
    type=click.Choice(["sphere", "actor_type", "level"]),
    help="With --period: how far every group of actors agrees, not each pair.",
)
@as_is_option
@json_option
def agreement(
    field: str, period: str | None, by: str | None, *, is_as_is: bool, is_json: bool
) -> None:
    """Krippendorff's alpha of the coders of FIELD for each question, and where they differ.

    With --period: on how many categories each pair of actors agrees and disagrees; with --by as
    well, how far every group agrees to each category, so that no majority carries it.

    \b
    Example:
      actionfields agreement selvhjelp --period P2
      actionfields agreement selvhjelp --period P2 --by sphere
    """
    if by and period is None:
        raise click.UsageError("--by needs a --period.")
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    if period is not None and by:
        tell_groups(comparing.group_agreement(data, period, by), is_json=is_json)
        return
    if period is not None:
        tell_pairs(comparing.agreement(data, period), is_json=is_json)
        return
    found = comparing.reliability(data)
    if is_json:
        as_json(plain(found))
        return
    if not found:
        click.echo("No statement has a coder yet, so there is nothing to compare.")
    for one in found:
        heading(f"{one.question}: {one.units} units by {shown(one.coders)}")
        paragraph(f"alpha {said(one.alpha)}", "  ")
        for apart in one.disagreements:
            paragraph(
                f"{apart.unit}: {shown([f'{who} {code}' for who, code in apart.codes])}", "  "
            )


def tell_groups(found: list[GroupAgreement], *, is_json: bool) -> None:
    """Print how far all groups agree to each category, and how each of them stands."""
    if is_json:
        as_json(plain(found))
        return
    for one in found:
        heading(f"{one.category}: {said(one.value)}")
        for group in one.groups:
            counts = f"for {group.supporters}, against {group.opponents}, neither {group.neither}"
            paragraph(f"{group.group}: {counts}, silent {group.silent}", "  ")


def tell_pairs(found: Dyads, *, is_json: bool) -> None:
    """Print every pair that has a category in common."""
    heads = ["one", "other", "common", "agree", "disagree"]
    rows = [
        (
            one,
            other,
            *(int(counts[a, b]) for counts in (found.common, found.congruence, found.conflict)),
        )
        for a, one in enumerate(found.actors)
        for b, other in enumerate(found.actors)
        if a < b and found.common[a, b]
    ]
    if is_json:
        as_json([dict(zip(heads, row, strict=True)) for row in rows])
        return
    table(heads, rows)
    paragraph("Pairs not listed have no category in common: nothing is known of their agreement.")
