"""The terminal's way out of the directory. Django must be set up before this is imported."""

import sys
from pathlib import Path

import click

from knutepunkt.distribute.dump import dump as write_all
from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.exporting import Progress, Written, poured
from knutepunkt.distribute.exporting import export as write
from knutepunkt.distribute.files import plain_file, way_out
from knutepunkt.distribute.formats.base import Format
from knutepunkt.distribute.formats.registry import MODULES, format_named
from knutepunkt.distribute.published import Choice
from knutepunkt.terminal import ending_tidily, print_json

PIPE = "-"
OTHER_ENDINGS = {"ndjson": (".jsonl",), "jsonld": (".json",), "atom": (".xml",)}
EXAMPLE = """\b
Example:
  knutepunkt export --format csv --out groups.csv --municipality Trondheim
  knutepunkt export --format ical --out sorg.ics --theme "Tap og sorg"
  knutepunkt export --format ndjson --out - | gzip > groups.ndjson.gz
"""


@click.command(epilog=EXAMPLE)
@click.option("--format", "form", type=click.Choice(tuple(MODULES)), required=True,
              help="How to write it.")  # fmt: skip
@click.option("--out", type=click.Path(), required=True,
              help="The file, replaced when all went well; - for standard output.")  # fmt: skip
@click.option("--theme", default="", help="A theme's code or name; what is narrower comes along.")
@click.option("--municipality", default="", help="A municipality's name or number.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def export(form: str, out: str, theme: str, municipality: str, *, as_json: bool) -> None:
    """Write the published groups to a file in a format others read.

    What the format cannot say, and what was left out, is listed: on standard error when the groups
    go to standard output.
    """
    found = format_named(form)
    if not found.has_groups and (theme or municipality):
        raise click.UsageError(f"{form} holds no groups: leave --theme and --municipality out.")
    try:
        refuse_terminal(found, is_terminal=out == PIPE and sys.stdout.isatty())
        choice = Choice.of(theme, municipality)
        count = choice.groups().count() if found.has_groups and sys.stderr.isatty() else 0
        bar = click.progressbar(
            length=count, label="Export", file=sys.stderr, hidden=not sys.stderr.isatty()
        )
        with ending_tidily(), bar:
            written = write_to(out, found, choice, bar.update)
    except DistributeError as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        raise  # whoever reads has had enough: click ends quietly
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}; you: {way_out(error)}.") from error
    if as_json:
        print_json(written.as_json(), err=out == PIPE)
    else:
        tell(written, err=out == PIPE)


def write_to(out: str, form: Format, choice: Choice, progress: Progress) -> Written:
    """Write to a file, or to whatever reads what this command prints."""
    if out != PIPE:
        return write(form, plain_file(out), choice, progress)
    return poured(form, sys.stdout.buffer, Path(PIPE), choice, progress)


def refuse_terminal(form: Format, *, is_terminal: bool) -> None:
    """Keep from a terminal what would garble it. Raises DistributeError."""
    if is_terminal and form.is_binary:
        raise DistributeError(
            f"a terminal cannot show {form.name}; you: name a file, or lead it on with | or >."
        )


def tell(written: Written, *, err: bool = False) -> None:
    """Say what was written, what was left out, and what the format has no place for."""
    form = written.format
    groups = f"{written.account.groups} groups as " if form.has_groups else ""
    lines = [f"{written.path}: {groups}{form.label}."]
    for reason, count in sorted(written.account.left_out.items()):
        lines.append(f"  left out: {count} {reason}")
    lines += [f"  this format cannot say: {phrase}" for phrase in form.cannot_say]
    if str(written.path) != PIPE and written.path.suffix.lower() not in endings_of(form):
        lines.append(f"  other programs know this format by a name that ends in .{form.ending}")
    click.echo("\n".join(lines), err=err)


def endings_of(form: Format) -> set[str]:
    """How the names of files end that other programs take for this format."""
    return {f".{form.ending}", *OTHER_ENDINGS.get(form.ending, ())}


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
        with ending_tidily():
            dumped = write_all(out, lambda name: click.echo(f"{name} …", err=True))
    except DistributeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or out}: {error.strerror}; you: {way_out(error)}."
        ) from error
    if as_json:
        print_json(dumped.as_json())
        return
    for one in dumped.files:
        click.echo(f"{one.path}: {one.bytes} bytes.")
    click.echo(f"{out / 'datapackage.json'} describes them.")
