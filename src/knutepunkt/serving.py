"""Prepares a node and serves it: ``run`` and ``prepare``."""

import json
import os
import socket
import sys

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.locking import alone
from knutepunkt.search.indexing import following
from knutepunkt.vocabulary import actions as vocabulary
from knutepunkt.vocabulary.models import Concept

# Beyond these, a machine of that size has other things to do besides.
MOST_WORKERS = 4
WELCOME = """
Knutepunkt is running at {address}
{groups} groups are in the directory.{fictitious}

Try:
  open {address} and search for «sorg» near «Trondheim»
  .venv/bin/knutepunkt search sorg --near Trondheim
  .venv/bin/knutepunkt collect YOUR-FEED.json

Stop with Ctrl+C.
"""


def is_migrated() -> bool:
    """Say whether the database has every table this version needs."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def make_ready() -> None:
    """Make the tables and load the vocabulary; what is there is left as it is."""
    with alone("prepare"):
        call_command("migrate", verbosity=0, interactive=False)
        vocabulary.load()


def fill_if_empty() -> None:
    """Take the fictitious sample into a directory with no group."""
    with alone("sample"):
        if not Group.objects.exists():
            from knutepunkt.sample.actions import load

            click.echo("The directory is empty: loading the fictitious sample …")
            load()


def be_ready() -> None:
    """Prepare an embedded database by itself; ask for it with one that is shared.

    Raises ClickException when a shared database is not prepared.
    """
    if connection.vendor == "sqlite":
        settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    if is_migrated() and Concept.objects.exists():
        return
    if connection.vendor != "sqlite":
        raise click.ClickException(
            "the database is not prepared for this version; you: run «knutepunkt prepare»."
        )
    make_ready()


def cores() -> int:
    """How many processes serve by themselves: each works out one page at a time."""
    if hasattr(os, "sched_getaffinity"):  # how many this process may use; Linux alone tells
        return min(len(os.sched_getaffinity(0)), MOST_WORKERS)
    return min(os.cpu_count() or 1, MOST_WORKERS)


@click.command()
@click.option("--json", "is_json", is_flag=True, help="Print JSON, and nothing else.")
def prepare(*, is_json: bool) -> None:
    """Make the database ready: its tables and the vocabulary. Safe to run again.

    \b
    Example:
      knutepunkt prepare
    """
    make_ready()
    click.echo(json.dumps({"ready": True}) if is_json else "The database is ready.")


@click.command()
@click.option("--host", default="127.0.0.1", help="The address to serve on (127.0.0.1).")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port (8000).")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=cores,
    help="Processes (one for each core, four at most).",
)
@click.option("--no-sample", is_flag=True, help="Leave an empty directory empty.")
def run(*, host: str, port: int, workers: int, no_sample: bool) -> None:
    """Prepare everything and serve the site.

    An empty directory gets the fictitious sample first, so that there is something to look at.

    \b
    Example:
      knutepunkt run --port 8080
    """
    make_ready()
    if not no_sample:
        fill_if_empty()
    click.echo("Bringing the search index up to date …")
    following.follow()
    check_port(host, port)
    click.echo(welcome(f"http://{host}:{port}"))
    serve(host, port, workers)


def welcome(address: str) -> str:
    """The address and what to try."""
    fictitious = published().filter(is_fictitious=True).count()
    told = f" {fictitious} of them are fictitious examples." if fictitious else ""
    return WELCOME.format(address=address, groups=published().count(), fictitious=told)


def serve(host: str, port: int, workers: int) -> None:
    """Become the web server; one of its processes follows the directory for all."""
    with alone("static"):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    connection.close()
    if host in ("127.0.0.1", "localhost"):
        # Whoever only names a port must not be sent to another one by the links.
        os.environ.setdefault("KNUTEPUNKT_SITE", f"http://{host}:{port}")
    sys.stdout.flush()
    os.execv(sys.executable, server(host, port, workers))  # noqa: S606 - our own interpreter


def server(
    host: str, port: int, workers: int, application: str = "knutepunkt.wsgi:application"
) -> list[str]:
    """The command that serves a node; more threads than one, for what waits (``turns``)."""
    return [
        sys.executable, "-X", "utf8", "-m", "granian", "--interface", "wsgi", "--host", host,
        "--port", str(port), "--workers", str(workers), "--blocking-threads", "4", "--no-ws",
        "--log-level", "warning", "--no-access-log", "--respawn-failed-workers",
        "--workers-kill-timeout", "10", application,  # A worker that still imports hears no signal.
    ]  # fmt: skip


def check_port(host: str, port: int) -> None:
    """Refuse a port that somebody uses already. Raises ClickException."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} of {host} cannot be used ({error.strerror}); you: give another with "
                "--port, or PORT= with make."
            ) from error
