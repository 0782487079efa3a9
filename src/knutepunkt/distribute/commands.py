"""The terminal's way out of the directory. Django must be set up before this is imported."""

import sys
from pathlib import Path

import click

from knutepunkt.distribute.dump import dump as write_all
from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.exporting import Written
from knutepunkt.distribute.exporting import export as write
from knutepunkt.distribute.files import plain_file
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import Choice
from knutepunkt.terminal import print_json

EXAMPLE = """\b
Example:
  knutepunkt export --format csv --out groups.csv --municipality Trondheim
  knutepunkt export --format ical --out sorg.ics --theme Sorg
"""


@click.command(epilog=EXAMPLE)
@click.option("--format", "form", type=click.Choice(tuple(MODULES)), required=True,
              help="How to write it.")  # fmt: skip
@click.option("--out", type=click.Path(), required=True,
              help="The file; one that is there is replaced when all went well.")  # fmt: skip
@click.option("--theme", default="", help="A theme's code or name; what is narrower comes along.")
@click.option("--municipality", default="", help="A municipality's name or number.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def export(form: str, out: str, theme: str, municipality: str, *, as_json: bool) -> None:
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
            written = write(found, plain_file(out), choice, bar.update)
    except DistributeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{out}: {error.strerror}; you: make room, or choose a file that can be written."
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


DUMP_EXAMPLE = """\b
Example:
  knutepunkt dump --out /srv/open-data
"""


@click.command(epilog=DUMP_EXAMPLE)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True,
              help="The folder; made when it is not there.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def dump(out: Path, *, as_json: bool) -> None:
    """Write all open data to a folder, described as a data package. Meant for a nightly timer.

    The folder becomes a link to a new one in one step, when all of it is there.
    """
    try:
        dumped = write_all(out, lambda name: click.echo(f"{name} …", err=True))
    except DistributeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or out}: {error.strerror}; you: choose a folder that can be written."
        ) from error
    if as_json:
        print_json(dumped.as_json())
        return
    for one in dumped.files:
        click.echo(f"{one.path}: {one.bytes} bytes.")
    click.echo(f"{out / 'datapackage.json'} describes them.")
