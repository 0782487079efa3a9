"""The terminal's way to the sample. Django must be set up before this is imported."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.errors import CollectError
from knutepunkt.sample import GROUPS, SEED, actions
from knutepunkt.sample.feeds import FEEDS, FeedError, write_feed
from knutepunkt.sample.groups import records
from knutepunkt.sample.organisations import known_at
from knutepunkt.terminal import plainly

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

EXAMPLE = """\b
Example:
  knutepunkt sample
  knutepunkt sample --groups 10000 --format meeting-guide --out groups.json
"""


@click.command(epilog=EXAMPLE)
@click.option(
    "--groups", type=click.IntRange(min=1), default=GROUPS, show_default=True,
    help="How many groups; organisations come on top.",
)  # fmt: skip
@click.option(
    "--seed", type=click.IntRange(min=0, max=2**32), default=SEED, show_default=True,
    help="Another number makes another sample.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(tuple(FEEDS)), help="Write a feed instead.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The feed's file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def sample(groups: int, seed: int, form: str | None, out: Path | None, *, as_json: bool) -> None:
    """Load fictitious groups into the directory, or write them as a feed.

    The same number and the same seed always make the same groups.
    """
    if (form is None) != (out is None):
        raise click.UsageError("--format and --out belong together.")
    with plainly(CollectError, FeedError, OSError):
        if form is None or out is None:
            load(groups, seed, as_json=as_json)
        else:
            write(form, groups, seed, out, as_json=as_json)


def load(groups: int, seed: int, *, as_json: bool) -> None:
    """Load the sample and print the report."""
    length = groups + organisations_for(groups)
    with bar_of(length) as bar:
        report = actions.load(groups, seed, lambda read: bar.update(read - bar.pos))
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        return
    for line in report.lines():
        click.echo(line)


def bar_of(length: int) -> AbstractContextManager["ProgressBar[int]"]:
    """A progress bar on the terminal, nothing where nobody looks."""
    return click.progressbar(
        length=length, label="Sample", file=sys.stderr, hidden=not sys.stderr.isatty()
    )


def write(form: str, groups: int, seed: int, out: Path, *, as_json: bool) -> None:
    """Write a feed and say what it holds."""
    counts = {"groups": groups, "organisations": organisations_for(groups)}
    length = sum(counts.values())
    with bar_of(length) as bar:
        write_feed(form, counted(records(groups, seed), bar.update), out)
    if as_json:
        click.echo(json.dumps({"format": form, "file": str(out), **counts}, ensure_ascii=False))
        return
    click.echo(f"{out}: {groups} fictitious groups as {form}.")


def counted(items: Iterable[RecordDraft], update: Callable[[int], None]) -> Iterator[RecordDraft]:
    """The records, with the bar moved on every thousand."""
    for number, item in enumerate(items, start=1):
        if number % 1000 == 0:
            update(1000)
        yield item


def organisations_for(groups: int) -> int:
    """How many organisations come with so many groups."""
    return known_at(groups - 1)
