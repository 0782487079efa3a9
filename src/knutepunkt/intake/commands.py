"""The terminal's way to collecting: ``collect`` and ``sources``."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import click

from knutepunkt.collect.clean.secrets import json_without_secrets
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import SourceKind
from knutepunkt.collect.proposing import proposal
from knutepunkt.collect.registry import BY_NAME
from knutepunkt.intake import every, flow, register
from knutepunkt.intake.request import Request
from knutepunkt.intake.terminal import WAITS, as_json, plain_errors, progress_bar, show
from knutepunkt.terminal import print_json


@click.command()
@click.argument("source", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["auto", *BY_NAME]),
    default="auto",
    help="How to read it; normally found out.",
)
@click.option("--source", "source_id", default="", help="The id to know this source by.")
@click.option("--organisation", default="", help="Whose feed it is.")
@click.option(
    "--kind",
    type=click.Choice([kind for kind in SourceKind.values if kind != "own"]),
    help="How near the source is to the groups.",
)
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What a table's columns mean (TOML).",
)
@click.option("--guess-mapping", is_flag=True, help="Print a mapping to edit, and collect nothing.")
@click.option("--beside", multiple=True, help="A file that belongs to the source; may be repeated.")
@click.option("--timezone", default="", help="The zone of times without one (Europe/Oslo).")
@click.option("--allow-private", is_flag=True, help="The address may lie in a private network.")
@click.option("--register", "is_node", is_flag=True, help="SOURCE is another node: follow it.")
@click.option("--all", "is_every", is_flag=True, help="Collect every registered source again.")
@click.option("--dry-run", is_flag=True, help="Tell what would happen, and keep nothing.")
@as_json
def collect(**said: Any) -> None:
    """Take in SOURCE: a file, folder, zip or URL.

    \b
    Example:
      knutepunkt collect https://example.org/meetings.json --organisation "Eksempelgruppene"
    """  # fmt: skip
    if said["is_every"] == bool(said["source"]):
        raise click.UsageError("name one SOURCE, or give --all.")
    with plain_errors():
        if said["guess_mapping"]:
            click.echo(proposal(Path(said["source"])), nl=False)
        elif said["is_every"]:
            collect_every(is_json=said["is_json"], is_dry=said["dry_run"])
        else:
            with progress_bar("Collecting") as progress:
                report = flow.collect(request_of(said), progress)
            show(report, is_json=said["is_json"])


def request_of(said: dict[str, Any]) -> Request:
    """The request that the options make. Raises CollectError for an unreadable mapping."""
    mapping: dict[str, object] = {}
    if said["mapping"]:
        try:
            mapping = tomllib.loads(said["mapping"].read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CollectError(f"{said['mapping'].name} is not valid TOML ({error}); you: mend "
                               "it.") from None  # fmt: skip
    return Request(
        address=said["source"],
        source=said["source_id"],
        format="" if said["form"] == "auto" else said["form"],
        organisation=said["organisation"],
        kind=said["kind"] or "",
        timezone=said["timezone"],
        mapping=mapping,
        beside=said["beside"],
        may_be_private=said["allow_private"],
        is_node=said["is_node"],
        is_dry=said["dry_run"],
    )


def collect_every(*, is_json: bool, is_dry: bool) -> None:
    """Collect all registered sources; a failure stops no other, but is told at the end."""
    outcomes = every.collect_every(is_dry=is_dry)
    if is_json:
        print_json([outcome.as_json() for outcome in outcomes])
    else:
        for outcome in outcomes:
            click.echo("\n".join(outcome.lines()))
    if any(outcome.error for outcome in outcomes):
        sys.exit(1)
    if any(outcome.report and outcome.report.is_quarantined for outcome in outcomes):
        sys.exit(WAITS)


@click.group()
def sources() -> None:
    """The sources this node collects from.

    \b
    Example:
      knutepunkt sources list
    """


@sources.command(name="list")
@as_json
def list_sources(*, is_json: bool) -> None:
    """List every registered source.

    \b
    Example:
      knutepunkt sources list --json
    """
    rows = register.sources()
    if is_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['id']}: {row['records']} records, {row['kind']}, {row['address']}")
    if not rows:
        click.echo("There are no sources yet. Take one in with «knutepunkt collect SOURCE».")


@sources.command()
@click.argument("source")
@as_json
def rejected(source: str, *, is_json: bool) -> None:
    """Show the records of SOURCE that could not be taken in, whole, with the reasons.

    \b
    Example:
      knutepunkt sources rejected my-feed
    """
    with plain_errors():
        rows = [
            row | {"raw": json_without_secrets(row["raw"])} for row in register.rejections(source)
        ]
    if is_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['record']}, {row['field']} “{row['value']}”: {row['problem']}.")
        click.echo(f"  {row['who']}.\n  {row['raw']}")
    if not rows:
        click.echo("No record of this source was rejected.")
