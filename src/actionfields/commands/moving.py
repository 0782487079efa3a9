"""``export`` and ``import``: a field from one form to another, and what is lost on the way."""

from pathlib import Path

import click

from actionfields.commands.options import field_argument, json_option
from actionfields.commands.printing import as_json, paragraph
from actionfields.commands.publishing import write
from actionfields.disclosure import refuse_if_narrowed
from actionfields.errors import FieldError
from actionfields.exchange import FORMS, form_of, read, written
from actionfields.field import Field
from actionfields.loading import READERS, load, save

OWN = {"csv": "", "json": ".json", "sqlite": ".sqlite"}
target_argument = click.argument("target", type=click.Path(path_type=Path), required=False)
out_option = click.option("--out", type=click.Path(path_type=Path), help="The same as TARGET.")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice([*OWN, *FORMS]),
    help="The form; found by the ending where that tells it.",
)


@click.command(short_help="Write a field to another form.")
@field_argument
@target_argument
@out_option
@format_option
@json_option
def export(
    field: str, target: Path | None, out: Path | None, form: str | None, *, is_json: bool
) -> None:
    """Write FIELD to TARGET: a folder of CSV (no ending), .json, .sqlite, or another tool's form.

    Other forms: qdpx and qdc (REFI-QDA), dna (event list of Discourse Network Analyzer), gexf,
    graphml, codebook (CSV for Taguette). What a form cannot carry is told. Refused while what is
    told of an anonymised actor fits too few of its pool. What is there is not overwritten.

    \b
    Example:
      actionfields export selvhjelp my-copy
      actionfields export selvhjelp --format dna --out statements.csv
      actionfields export selvhjelp selvhjelp.qdpx
    """
    path = one_of(target, out, "export FIELD")
    data = load(field)
    form = form or form_of(path)
    losses = sent(data, path, form)
    carried = FORMS[form].tables if form in FORMS else ()
    rows = {name: len(data.tables[name]) for name in carried or data.tables}
    if is_json:
        as_json({"written": str(path), "rows": rows, "losses": losses})
        return
    tell(losses)
    click.echo(f"wrote {sum(rows.values())} rows to {path}.")


def sent(data: Field, path: Path, form: str | None) -> list[str]:
    """Write a field; gives what the form cannot carry."""
    refuse_if_narrowed(data)
    if form is None or form in OWN:
        if form and path.suffix.lower() != OWN[form]:
            raise FieldError(f"{form} is written to a name that ends in «{OWN[form]}», not {path}.")
        save(data, path)
        return []
    content, losses = written(data, form)
    if path.exists():
        raise FieldError(f"{path} is there already; choose another name or take it away.")
    write(path, content)
    return losses


@click.command("import", short_help="Take in a field from another form.")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@target_argument
@out_option
@format_option
@json_option
def import_(
    file: Path, target: Path | None, out: Path | None, form: str | None, *, is_json: bool
) -> None:
    """Take in FILE: .qdpx or .qdc (REFI-QDA), a project of QualCoder or Taguette, a table.

    TARGET is where to write: a folder of CSV (no ending), .json or .sqlite.
    Everything that does not come along, or had to be assumed, is told. A CSV or workbook needs its
    --format: dna (event list) or codebook (Taguette, QualCoder).

    \b
    Example:
      actionfields import study.qdpx my-field
      actionfields import tags.csv --format codebook --out my-field
    """
    path = one_of(target, out, "import FILE")
    form = form or form_of(file) or (is_own(file) and "own") or ""
    if not form:
        able = ", ".join(name for name, one in FORMS.items() if one.read)
        raise FieldError(f"say what {file.name} is with --format: {able}.")
    if form in FORMS:
        handed = read(file, form)
        data, losses = handed.data, handed.losses
    else:
        data, losses = load(file), []
    save(data, path)
    if is_json:
        rows = {name: len(table) for name, table in data.tables.items()}
        as_json({"written": str(path), "rows": rows, "losses": losses})
        return
    tell(losses)
    click.echo(f"wrote {sum(map(len, data.tables.values()))} rows to {path}.")


def one_of(target: Path | None, out: Path | None, command: str) -> Path:
    """Where to write, which is said once, as either of the two."""
    path = out or target
    if path is None or (out and target):
        raise click.UsageError(f"name one target: «actionfields {command} TARGET».")
    return path


def is_own(file: Path) -> bool:
    """Whether a file or folder is of our own form, which reading tells the rest of."""
    return file.is_dir() or file.suffix.lower() in READERS


def tell(losses: list[str]) -> None:
    """Print what does not travel."""
    for loss in losses:
        paragraph(f"not carried: {loss}", "", "  ")
