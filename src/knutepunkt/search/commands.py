"""The terminal's way to finding groups: ``search`` and ``reindex``."""

import json
import sys
from typing import Any

import click
from django.utils import timezone

from knutepunkt import gazetteer
from knutepunkt.collect.clean.weekdays import weekday_named
from knutepunkt.search import following, queries
from knutepunkt.search.query import MODES, Query
from knutepunkt.search.results import as_json, as_lines

as_json_option = click.option(
    "--json", "is_json", is_flag=True, help="Print JSON, and nothing else."
)


@click.command()
@click.argument("text", nargs=-1)
@click.option("--near", help="A place, a postal code, or LAT,LON: nearest first.")
@click.option("--within", type=click.FloatRange(min=0), help="Kilometres from there at most.")
@click.option("--theme", help="A theme's code or name.")
@click.option("--weekday", multiple=True, help="A day of the week; may be repeated.")
@click.option("--format", "mode", type=click.Choice(MODES), help="How people meet.")
@click.option("--language", help="A language spoken in the group: its code or name.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, help="How many to show (20).")
@as_json_option
def search(text: tuple[str, ...], *, is_json: bool, **said: Any) -> None:
    """Find groups by TEXT and by where, when and how they meet. No search is kept.

    \b
    Example:
      knutepunkt search sorg --near Trondheim --within 50 --weekday tirsdag
    """
    query = query_of(" ".join(text), **said)
    found = queries.found(query)
    if is_json:
        click.echo(json.dumps(as_json(found, query, timezone.now()), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_lines(found, query, timezone.now())))


def query_of(
    text: str,
    *,
    near: str | None,
    within: float | None,
    theme: str | None,
    weekday: tuple[str, ...],
    mode: str | None,
    language: str | None,
    limit: int,
) -> Query:
    """The query that the options make. Raises ClickException naming what is not known."""
    if within is not None and not near:
        raise click.UsageError("--within needs a place; give one with --near.")
    spot = place_named(near) if near else None
    following.follow(wait=False)
    concepts = concept("theme", theme) + concept("language", language)
    return Query(
        text=text,
        concepts=concepts,
        point=(spot.latitude, spot.longitude) if spot else None,
        within=within,
        weekdays=tuple(day_named(day) for day in weekday),
        formats=(mode,) if mode else (),
        limit=limit,
    )


def place_named(text: str) -> gazetteer.Spot:
    """The place somebody means. Raises ClickException with the names nearest to it."""
    spot = gazetteer.spot_named(text)
    if spot is None:
        near = " or ".join(gazetteer.suggestions(text))
        hint = f"; did you mean {near}?" if near else "; give a town, a postal code or LAT,LON."
        raise click.ClickException(f"there is no place “{text}”{hint}")
    return spot


def concept(scheme: str, text: str | None) -> tuple[int, ...]:
    """The concept somebody means. Raises ClickException when there is none."""
    if not text:
        return ()
    if found := queries.concepts_named(text, scheme):
        return found
    raise click.ClickException(
        f"there is no {scheme} “{text}”; you: see «knutepunkt vocabulary list»."
    )


def day_named(text: str) -> str:
    """The code of a weekday. Raises ClickException."""
    if code := weekday_named(text):
        return code
    raise click.ClickException(f"there is no weekday “{text}”; you: write for example tirsdag.")


@click.command()
@as_json_option
def reindex(*, is_json: bool) -> None:
    """Rebuild the search index from the database.

    \b
    Example:
      knutepunkt reindex
    """
    with click.progressbar(
        iter(int, 1), label="Indexing", show_pos=True, hidden=not sys.stderr.isatty(),
        file=sys.stderr,
    ) as bar:  # fmt: skip
        count = following.reindex(bar.update)
    click.echo(json.dumps({"groups": count}) if is_json else f"{count} groups are in the index.")
