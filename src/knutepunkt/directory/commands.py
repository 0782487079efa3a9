"""The terminal's way to the directory: ``organisations`` and ``places``."""

import sys

import click

from knutepunkt.collect.errors import CollectError
from knutepunkt.directory import enhetsregisteret, queries
from knutepunkt.terminal import plainly, print_json

as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON, and nothing else.")


@click.group()
def organisations() -> None:
    """The organisations behind groups.

    \b
    Example:
      knutepunkt organisations check
    """


@organisations.command()
@as_json
def check(*, is_json: bool) -> None:
    """Compare organisation numbers with Enhetsregisteret, and tell what differs.

    \b
    Example:
      knutepunkt organisations check --json
    """
    with plainly(CollectError):
        answers = [enhetsregisteret.compared(organisation) for organisation in queries.registered()]
    if is_json:
        print_json([answer._asdict() for answer in answers])
    else:
        for answer in answers:
            click.echo(f"{answer.legal_id} {answer.name}: {answer.finding}")
        if not answers:
            click.echo("No organisation has an organisation number yet.")
    if any(answer.who for answer in answers):
        sys.exit(4)


@click.group()
def places() -> None:
    """Where groups meet.

    \b
    Example:
      knutepunkt places unplaced
    """


@places.command()
@as_json
def unplaced(*, is_json: bool) -> None:
    """List meetings with a place that has no point, for a steward to mend.

    \b
    Example:
      knutepunkt places unplaced
    """
    rows = queries.unplaced()
    if is_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['group']}: {row['place']} ({row['source']}, record {row['record']})")
    click.echo(f"{len(rows)} meetings could not be placed on the map.")
