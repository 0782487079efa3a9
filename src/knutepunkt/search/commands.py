"""The terminal's way to finding groups: ``search`` and ``reindex``."""

import json
import sys
from dataclasses import asdict
from datetime import time
from typing import Any, get_args

import click
from django.conf import settings
from django.utils import timezone

from knutepunkt import gazetteer
from knutepunkt.collect.clean.weekdays import weekday_named
from knutepunkt.search import queries
from knutepunkt.search.indexing import following
from knutepunkt.search.query import (
    MODES,
    MOST_DAYS,
    MOST_HITS,
    BadQuery,
    Fee,
    Language,
    Query,
    Sort,
    State,
)
from knutepunkt.search.results import as_lines, suggestion_line
from knutepunkt.search.suggesting.suggestions import suggestions
from knutepunkt.search.written import as_json

as_json_option = click.option(
    "--json", "is_json", is_flag=True, help="Print JSON, and nothing else."
)
LANGUAGE = click.Choice(get_args(Language))


@click.command()
@click.argument("text", nargs=-1)
@click.option("--near", help="A place, a postal code, or LAT,LON: nearest first.")
@click.option("--within", type=click.FloatRange(min=0), help="Kilometres from there at most.")
@click.option("--box", help="Degrees around meetings: SOUTH,WEST,NORTH,EAST.")
@click.option("--municipality", multiple=True, help="A municipality's name or code.")
@click.option("--county", multiple=True, help="A county's name or code.")
@click.option("--theme", help="A theme's code or name.")
@click.option("--concept", multiple=True, help="Any term as SCHEME:CODE or SCHEME:NAME.")
@click.option("--without", multiple=True, help="Leave out a term: SCHEME:CODE or SCHEME:NAME.")
@click.option("--weekday", multiple=True, help="A day of the week; may be repeated.")
@click.option("--begins", help="Hours between which meetings begin: 17:00-21:00.")
@click.option("--days", type=click.IntRange(0, MOST_DAYS), help="Held within so many days.")
@click.option("--zone", default=settings.TIME_ZONE, help="Whose days and hours (Europe/Oslo).")
@click.option("--format", "mode", multiple=True, type=click.Choice(MODES), help="How people meet.")
@click.option("--language", help="A language spoken in the group: its code or name.")
@click.option("--state", multiple=True, type=click.Choice(get_args(State)), help="Its state.")
@click.option("--fee", multiple=True, type=click.Choice(get_args(Fee)), help="What it costs.")
@click.option("--organisation", multiple=True, type=click.UUID, help="An organisation's id.")
@click.option("--source", multiple=True, help="The id of a source.")
@click.option("--confirmed-since", type=click.DateTime(["%Y-%m-%d"]), help="Said right since.")
@click.option("--sort", type=click.Choice(get_args(Sort)), help="The order of results.")
@click.option(
    "--limit", type=click.IntRange(0, MOST_HITS), default=20, help="How many to show (20)."
)
@click.option("--cursor", default="", help="What an earlier answer gave for its next page.")
@click.option("--names", type=LANGUAGE, default="nb", help="With --json: their language (nb).")
@click.option("--why", is_flag=True, help="The points behind each hit's place.")
@as_json_option
def search(text: tuple[str, ...], *, is_json: bool, why: bool, **said: Any) -> None:
    """Find groups by TEXT and by where, when and how they meet. No search is kept.

    \b
    Example:
      knutepunkt search sorg --near Trondheim --within 50 --weekday tirsdag
    """
    try:
        query = query_of(" ".join(text), **said)
        found = queries.found(query, has_reasons=why)
    except BadQuery as error:
        raise click.ClickException(f"{error}.") from error
    if is_json:
        click.echo(json.dumps(as_json(found, query), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_lines(found, query, timezone.now())))


def query_of(text: str, *, near: str | None, within: float | None, **said: Any) -> Query:
    """The query that the options make.

    Raises ClickException naming what is not known, and BadQuery.
    """
    if within is not None and not near:
        raise click.UsageError("--within needs a place; give one with --near.")
    spot = place_named(near) if near else None
    since = said["confirmed_since"]
    return Query(
        text=text,
        concepts=concepts_of(said),
        without=tuple(id_ for one in said["without"] for id_ in concept(*parted(one))),
        point=(spot.latitude, spot.longitude) if spot else None,
        within=within,
        box=box_of(said["box"]) if said["box"] else None,
        municipalities=tuple(area("municipality", one) for one in said["municipality"]),
        counties=tuple(area("county", one) for one in said["county"]),
        weekdays=tuple(day_named(day) for day in said["weekday"]),
        begins=hours(said["begins"]) if said["begins"] else None,
        days=said["days"],
        zone=said["zone"],
        formats=said["mode"],
        states=said["state"],
        fees=said["fee"],
        organisations=tuple(map(str, said["organisation"])),
        sources=said["source"],
        confirmed_since=since.date() if since else None,
        sort=said["sort"],
        limit=said["limit"],
        cursor=said["cursor"],
        language=said["names"],
    )


def concepts_of(said: dict[str, Any]) -> tuple[int, ...]:
    """The concepts that options name. Raises ClickException."""
    found = concept("theme", said["theme"]) + concept("language", said["language"])
    for one in said["concept"]:
        found += concept(*parted(one))
    return found


def parted(text: str) -> tuple[str, str]:
    """The scheme of a term and its code or name. Raises ClickException."""
    scheme, _, name = text.partition(":")
    if not name:
        raise click.ClickException(f"“{text}” names no term; you: write SCHEME:NAME.")
    return scheme, name


def area(kind: str, text: str) -> str:
    """The code of a municipality or county. Raises ClickException."""
    known = gazetteer.municipality if kind == "municipality" else gazetteer.county
    if known(text) is not None:
        return text
    for spot in gazetteer.spots_named(text):
        if spot.kind == kind:
            return spot.code
    raise click.ClickException(f"there is no {kind} “{text}”; you: write its name or its code.")


def hours(text: str) -> tuple[int, int]:
    """``17:00-21:00`` as minutes. Raises ClickException."""
    try:
        since, until = (time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError as error:
        raise click.ClickException(
            f"“{text}” is no span of hours; you: write for example 17:00-21:00."
        ) from error
    return since.hour * 60 + since.minute, until.hour * 60 + until.minute


def box_of(text: str) -> tuple[float, float, float, float]:
    """``58,5,62,12`` as degrees. Raises ClickException."""
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError as error:
        raise click.ClickException(
            f"“{text}” is no box; you: write south, west, north and east, for example 58,5,62,12."
        ) from error
    return south, west, north, east


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


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--language", type=LANGUAGE, default="nb", help="The language of concepts' names (nb)."
)
@click.option("--near", help="A place, a postal code, or LAT,LON: places around it first.")
@as_json_option
def suggest(text: tuple[str, ...], *, language: str, near: str | None, is_json: bool) -> None:
    """Suggest how to go on with TEXT: concepts, places, organisations, groups. Nothing is kept.

    \b
    Example:
      knutepunkt suggest angst tro
    """
    spot = place_named(near) if near else None
    point = (spot.latitude, spot.longitude) if spot else None
    found = suggestions(" ".join(text), language, point)
    if is_json:
        told = {"suggestions": [asdict(one) for one in found]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(map(suggestion_line, found)) or "Nothing begins so.")
