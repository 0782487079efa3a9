"""The terminal's way to what collecting did: ``runs``."""

import click

from knutepunkt.intake import register
from knutepunkt.intake.terminal import as_json, plain_errors, progress_bar, show
from knutepunkt.terminal import print_json


@click.group()
def runs() -> None:
    """The runs that changed something or wait for a steward.

    \b
    Example:
      knutepunkt runs list
    """


@runs.command(name="list")
@as_json
def list_runs(*, is_json: bool) -> None:
    """List the latest runs, newest first.

    \b
    Example:
      knutepunkt runs list
    """
    rows = register.runs()
    if is_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(
            f"{row['id']}: {row['source']}, {row['started_at']}, {row['outcome']}: "
            f"{row['created']} created, {row['changed']} changed, {row['vanished']} vanished"
        )
    if not rows:
        click.echo("There are no runs yet.")


@runs.command(name="show")
@click.argument("number", type=int)
@as_json
def show_run(number: int, *, is_json: bool) -> None:
    """Show what run NUMBER changed, record by record and field by field.

    \b
    Example:
      knutepunkt runs show 12
    """
    with plain_errors():
        run = register.run(number)
    if is_json:
        print_json(run)
        return
    click.echo(f"Run {run['id']} of {run['source']}, {run['started_at']}: {run['outcome']}")
    if why := run["report"].get("why_quarantined"):
        click.echo(f"It waits because {why}.")
    for change in run["differences"]:
        click.echo(f"{change['kind']} {change['record']} {change['name']}".rstrip())
        for field in change["fields"]:
            click.echo(f"  {field['field']}: “{field['before']}” → “{field['after']}”")


@runs.command()
@click.argument("number", type=int)
@as_json
def accept(number: int, *, is_json: bool) -> None:
    """Take in run NUMBER, which waits for a steward.

    \b
    Example:
      knutepunkt runs accept 12
    """
    with plain_errors(), progress_bar("Taking in") as progress:
        report = register.accept(number, progress)
    show(report, is_json=is_json)
