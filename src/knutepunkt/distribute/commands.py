"""The terminal's way out of the directory. Django must be set up before this is imported."""

import sys
from pathlib import Path

import click

from knutepunkt.distribute.exporting import Written
from knutepunkt.distribute.exporting import export as write
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import Choice, ChoiceError
from knutepunkt.terminal import print_json

EXAMPLE = """\b
Example:
  knutepunkt export --format csv --out groups.csv --municipality Trondheim
  knutepunkt export --format ical --out sorg.ics --theme Sorg
"""


@click.command(epilog=EXAMPLE)
@click.option("--format", "form", type=click.Choice(tuple(MODULES)), required=True,
              help="How to write it.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="The file; one that is there is replaced when all went well.")  # fmt: skip
@click.option("--theme", default="", help="A theme's code or name; what is narrower comes along.")
@click.option("--municipality", default="", help="A municipality's name or number.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def export(form: str, out: Path, theme: str, municipality: str, *, as_json: bool) -> None:
    """Write the published groups to a file in a format others read.

    What the format cannot say, and what was left out, is listed.
    """
    found = format_named(form)
    if not found.has_groups and (theme or municipality):
        raise click.UsageError(f"{form} holds no groups: leave --theme and --municipality out.")
    try:
        choice = Choice.of(theme, municipality)
        count = choice.groups().count() if found.has_groups and sys.stderr.isatty() else 0
        with click.progressbar(
            length=count, label="Export", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            written = write(found, out, choice, bar.update)
    except ChoiceError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or out}: {error.strerror}; you: choose a file that can be written."
        ) from error
    if as_json:
        print_json(written.as_json())
    else:
        tell(written)


def tell(written: Written) -> None:
    """Say what was written, what was left out, and what the format has no place for."""
    groups = f"{written.account.groups} groups as " if written.format.has_groups else ""
    click.echo(f"{written.path}: {groups}{written.format.label}.")
    for reason, count in sorted(written.account.left_out.items()):
        click.echo(f"  left out: {count} {reason}")
    for phrase in written.format.cannot_say:
        click.echo(f"  this format cannot say: {phrase}")
