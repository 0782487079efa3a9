"""``new``, ``check``, ``summary``: begin a field, see whether it is sound and what is in it."""

import sys
from pathlib import Path
from typing import Any

import click

from actionfields.checking.notes import notes
from actionfields.commands.options import (
    as_is_option,
    field_argument,
    json_option,
    language_option,
    opened,
)
from actionfields.commands.printing import as_json, heading, paragraph, table
from actionfields.commands.values import plain
from actionfields.comparing import profile
from actionfields.errors import InvalidError
from actionfields.field import Field
from actionfields.loading import load, save
from actionfields.template import template

TO_MEND = 4


@click.command(short_help="Make a folder to code in.")
@click.argument("folder", type=click.Path(path_type=Path))
@json_option
def new(folder: Path, *, is_json: bool) -> None:
    """Make FOLDER with the tables to fill in, and the six questions of the chapter to edit.

    \b
    Example:
      actionfields new my-field
    """
    made = template(folder.name)
    save(made, folder, empty=True)
    if is_json:
        as_json({"folder": str(folder), "tables": sorted(made.tables)})
        return
    click.echo(f"made {folder} with {len(made.tables)} tables. Edit the six questions in")
    click.echo("codebook.csv, the first of which is on self-help; fill in periods, sources and")
    click.echo(f"actors; then see «actionfields check {folder}».")


@click.command(short_help="Say what is wrong with a field.")
@field_argument
@json_option
def check(field: str, *, is_json: bool) -> None:
    """Read FIELD and tell every wrong row, with file, line, column and what mends it.

    Also told is what is allowed and worth a look: accounts that contradict each other, ties derived
    from an event that does not carry them. Leaves with 4 when something must be mended.

    \b
    Example:
      actionfields check my-field
    """
    try:
        data = load(field)
    except InvalidError as error:
        tell_problems(error, is_json=is_json)
        sys.exit(TO_MEND)
    told = list(notes(data))
    if is_json:
        as_json({"problems": [], "notes": told})
        return
    rows = sum(map(len, data.tables.values()))
    click.echo(f"{field} is sound: {rows} rows in {sum(map(bool, data.tables.values()))} tables.")
    for note in told:
        paragraph(f"worth a look: {note}")


def tell_problems(error: InvalidError, *, is_json: bool) -> None:
    """Print what is wrong."""
    if is_json:
        as_json({"problems": [one.as_json() for one in error.problems], "notes": []})
        return
    for problem in error.problems:
        click.echo(str(problem))
    count = len(error.problems)
    click.echo(f"{count} {'thing' if count == 1 else 'things'} to mend.", err=True)


@click.command(short_help="See what is in a field.")
@field_argument
@language_option
@as_is_option
@json_option
def summary(field: str, language: str, *, is_as_is: bool, is_json: bool) -> None:
    """Print the tables of FIELD and, for each period, the material it is known from.

    Read the material before any number: periods known from unlike materials differ for that reason
    too.

    \b
    Example:
      actionfields summary selvhjelp
    """
    data = opened(field, is_as_is=is_as_is, is_json=is_json)
    if is_json:
        as_json(summed(data))
        return
    click.echo(data.about.title or data.about.name)
    counts = [(name, len(rows)) for name, rows in data.tables.items() if len(rows)]
    table(["table", "rows"], counts)
    for period in data.periods:
        label = period.label_nb if language == "nb" else period.label_en
        told = profile(data, period.period)
        heading(f"{period.period}  {label}  {period.when or 'undated'}")
        paragraph(period.material_nb if language == "nb" else period.material_en, "  ")
        tell_profile(told)


def tell_profile(told: Any) -> None:
    """Print what a period is known from."""
    parts = {"sources": told.sources, "statements by voice": told.voices}
    for name, counts in parts.items():
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        paragraph(f"{name}: {said or 'none'}", "  ")
    paragraph(f"missing: {', '.join(told.missing)}" if told.missing else "", "  ")


def summed(data: Field) -> dict[str, Any]:
    """The summary as plain values."""
    return {
        "name": data.about.name,
        "title": data.about.title,
        "tables": {name: len(rows) for name, rows in data.tables.items()},
        "periods": [plain(profile(data, period)) for period in data.periods.values("period")],
        "open_questions": data.open_questions.as_records(),
    }
