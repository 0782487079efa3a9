"""How the commands of collecting speak: faults, reports and progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import click

from knutepunkt.collect.errors import CollectError
from knutepunkt.intake import flow
from knutepunkt.intake.report import Report
from knutepunkt.terminal import plainly, print_json

WAITS = 3
as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON, and nothing else.")
plain_errors = partial(plainly, CollectError)


def show(report: Report, *, is_json: bool) -> None:
    """Print a report, and leave with code 3 when the run waits for a steward."""
    if is_json:
        print_json(report.as_json())
    else:
        click.echo("\n".join(report.lines()))
    if report.is_quarantined:
        sys.exit(WAITS)


@contextmanager
def progress_bar(label: str) -> Iterator[flow.Progress]:
    """A bar of records on a terminal; nothing in a pipe."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(
        iter(int, 1), label=label, show_pos=True, hidden=hidden, file=sys.stderr
    ) as bar:

        def shown(count: int) -> None:
            bar.update(count - bar.pos)

        yield shown
