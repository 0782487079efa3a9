"""``report``: the whole field as one page to read, send and print."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from actionfields.commands.options import field_argument, json_option
from actionfields.commands.printing import as_json
from actionfields.disclosure import refuse_if_narrowed
from actionfields.errors import FieldError
from actionfields.loading import load
from actionfields.report import LANGUAGES, pdf
from actionfields.report import report as made


@click.command(short_help="Write a report to read and print.")
@field_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A .html or .pdf file.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="nb",
    show_default=True,
    help="The language of the report.",
)
@json_option
def report(field: str, out: Path, language: str, *, is_json: bool) -> None:
    """Write a report of FIELD as one page that needs nothing but itself, or as a PDF.

    Refused while what is told of an anonymised actor fits too few of its pool. What is there
    already is written anew.

    \b
    Example:
      actionfields report selvhjelp --out selvhjelp.html
      actionfields report selvhjelp --out selvhjelp.pdf --language en
    """
    if out.suffix.lower() not in (".html", ".htm", ".pdf"):
        raise FieldError(f"a report is written to .html or .pdf, not to «{out.name}».")
    data = load(field)
    refuse_if_narrowed(data)
    page = made(data, language)
    content = pdf(page) if out.suffix.lower() == ".pdf" else page.encode("utf-8", "replace")
    write(out, content)
    if is_json:
        as_json({"written": str(out), "bytes": len(content), "language": language})
        return
    click.echo(f"wrote {out}.")


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            Path(file.name).chmod(0o644)
            os.replace(file.name, path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
