"""The terminal's way to the vocabulary. Django must be set up before this is imported."""

from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import get_args

import click
from django.conf import settings
from django.utils import timezone

from knutepunkt.terminal import plainly, print_json
from knutepunkt.vocabulary import actions, export, files, importing, queries, shown
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.reading import Unsigned
from knutepunkt.vocabulary.written import Written

FORMATS = click.Choice(get_args(export.Format))
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
plain_errors = partial(plainly, VocabularyError, OSError)


def say_written(written: Written, *, as_json: bool) -> None:
    """Print what was done, and what was left out to the error stream."""
    if as_json:
        print_json(asdict(written))
        return
    click.echo(f"{written}.")
    for sentence in written.left_out:
        click.echo(sentence, err=True)


@click.group()
def vocabulary() -> None:
    """Schemes, terms and mappings.

    \b
    Example:
      knutepunkt vocabulary list
    """


@vocabulary.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@as_json
def load(folder: Path | None, *, as_json: bool) -> None:
    """Load the schemes that come with Knutepunkt, or those of a FOLDER.

    What is already there is not written again.

    \b
    Example:
      knutepunkt vocabulary load
    """
    with plain_errors():
        say_written(actions.load(folder or files.DATA), as_json=as_json)


@vocabulary.command(name="export")
@click.option("--format", "form", type=FORMATS, required=True, help="How to write it.")
@click.option("--out", type=click.Path(path_type=Path), help="A file; else the screen.")
@click.option("--scheme", "schemes", multiple=True, help="Only this scheme; may be repeated.")
def write_out(form: export.Format, out: Path | None, schemes: tuple[str, ...]) -> None:
    """Write schemes as SKOS or CSV.

    \b
    Example:
      knutepunkt vocabulary export --format skos-ttl --scheme theme --out theme.ttl
    """
    with plain_errors():
        text = export.exported(form, settings.KNUTEPUNKT_BASE_URI, schemes)
        if out:
            out.write_bytes(text.encode())
        else:
            click.echo(text, nl=False)


@vocabulary.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=FORMATS, required=True, help="How it is written.")
@click.option("--author", default="", help="Who answers for mappings that name nobody.")
@as_json
def take_in(file: Path, form: export.Format, author: str, *, as_json: bool) -> None:
    """Take in a FILE of schemes, whole or not at all.

    \b
    Example:
      knutepunkt vocabulary import other-node.ttl --format skos-ttl
    """
    with plain_errors():
        unsigned = Unsigned(on=today(), author=author)
        written = importing.take_in_file(file.read_bytes(), form, unsigned)
        say_written(written, as_json=as_json)


def today() -> date:
    """The day where the node stands."""
    return timezone.localdate()


@vocabulary.command()
@as_json
def unmapped(*, as_json: bool) -> None:
    """List foreign and local terms that nobody has mapped, with how often they are used.

    \b
    Example:
      knutepunkt vocabulary unmapped --json
    """
    terms = shown.unmapped_listed()
    if as_json:
        print_json(terms)
        return
    for term in terms:
        labels = ", ".join(term["labels"])
        click.echo(f"{term['scheme']}:{term['code']}\t{term['uses']}\t{labels}")


@vocabulary.command(name="list")
@as_json
def list_schemes(*, as_json: bool) -> None:
    """List the schemes.

    \b
    Example:
      knutepunkt vocabulary list
    """
    schemes = shown.schemes_listed()
    if as_json:
        print_json(schemes)
        return
    for scheme in schemes:
        title = scheme["title"].get("nb") or scheme["title"].get("en", "")
        click.echo(f"{scheme['id']}\t{scheme['kind']}\t{scheme['concepts']}\t{title}")


@vocabulary.command()
@click.argument("scheme")
@click.argument("code")
@as_json
def show(scheme: str, code: str, *, as_json: bool) -> None:
    """Show one term: SCHEME and CODE, letter by letter.

    \b
    Example:
      knutepunkt vocabulary show meeting-guide W
    """
    with plain_errors():
        told = shown.concept_shown(queries.concept(scheme, code))
    if as_json:
        print_json(told)
        return
    click.echo(f"{told['scheme']}:{told['code']}")
    for language, kinds in told["labels"].items():
        words = "; ".join(", ".join(texts) for texts in kinds.values())
        click.echo(f"  {language}\t{words}")
    for mapping in told["mappings"]:
        by = f"({mapping['author']}, {mapping['made_on']})"
        click.echo(f"  {mapping['from']} {mapping['relation']} {mapping['to']} {by}")
