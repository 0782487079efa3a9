"""``knutepunkt doctor``: looks at the installation and says what to mend."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import click
from django.conf import settings
from django.db import connection
from django.db.utils import DatabaseError
from django.utils import timezone

from knutepunkt.collect.clean.zones import is_zone
from knutepunkt.collect.models import Rejection, Run, Source
from knutepunkt.directory.queries import unplaced
from knutepunkt.intake.quarantine import folder_of
from knutepunkt.search import index
from knutepunkt.search.indexing import comparing, following
from knutepunkt.serving import is_migrated
from knutepunkt.site import crisis
from knutepunkt.sqlite import is_wal_safe, loaded_version
from knutepunkt.vocabulary import queries as vocabulary
from knutepunkt.vocabulary.models import Concept

TO_MEND = 4
LITTLE_SPACE = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``remedy`` is empty when nothing is wrong."""

    subject: str
    told: str
    remedy: str = ""


def python() -> Iterator[Finding]:
    """The interpreter and the zone database."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", f"version {version}")
    if not is_zone("Europe/Oslo"):
        yield Finding("time zones", "Europe/Oslo is unknown", "you: install the package tzdata")


def data_folder() -> Iterator[Finding]:
    """The folder for everything that is written."""
    folder = settings.DATA
    if not folder.is_dir():
        yield Finding("data folder", f"{folder} does not exist", "you: run «knutepunkt prepare»")
        return
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        yield Finding(
            "data folder", f"{folder} can be read by others", f"you: run chmod 700 {folder}"
        )
    for kept in (folder, following.folder()):
        if kept.is_dir() and not os.access(kept, os.W_OK):
            yield Finding("data folder", f"{kept} cannot be written to",
                          "you: let the account that runs Knutepunkt write there")  # fmt: skip
    free = shutil.disk_usage(folder).free
    remedy = "you: make room, at least 500 MiB" if free < LITTLE_SPACE else ""
    yield Finding("data folder", f"{folder}, {free // 1024**2} MiB free", remedy)


def database() -> Iterator[Finding]:
    """The database, its settings and its tables."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        first = str(error).splitlines()[0]
        yield Finding("database", first, "you: start it, or mend DATABASE_URL")
        return
    if connection.vendor == "sqlite":
        yield from sqlite_settings()
    remedy = "" if is_migrated() else "you: run «knutepunkt prepare»"
    yield Finding("database", f"{connection.vendor}, tables {'missing' if remedy else 'ready'}",
                  remedy)  # fmt: skip


def sqlite_settings() -> Iterator[Finding]:
    """What keeps SQLite whole and deletions real."""
    version = ".".join(map(str, loaded_version()))
    if not is_wal_safe(loaded_version()):
        yield Finding("sqlite", f"{version} can corrupt a WAL; the slower rollback journal is used")
    wanted = {"synchronous": "2", "secure_delete": "1", "trusted_schema": "0", "foreign_keys": "1"}
    with connection.cursor() as cursor:
        for name, value in wanted.items():
            cursor.execute(f"PRAGMA {name}")
            found = str(cursor.fetchone()[0])
            if found != value:
                yield Finding(f"sqlite {name}", f"is {found}, not {value}",
                              "the developers: mend the settings")  # fmt: skip
        cursor.execute("PRAGMA journal_mode")
        yield Finding("sqlite", f"version {version}, journal {cursor.fetchone()[0]}")
        cursor.execute("PRAGMA quick_check(1)")
        answer = cursor.fetchone()[0]
        if answer != "ok":
            yield Finding("sqlite", answer, "you: restore the latest backup")


def words() -> Iterator[Finding]:
    """The vocabulary and its unmapped terms."""
    count = Concept.objects.count()
    remedy = "" if count else "you: run «knutepunkt vocabulary load»"
    yield Finding("vocabulary", f"{count} concepts", remedy)
    if unmapped := vocabulary.unmapped_terms().count():
        yield Finding("vocabulary", f"{unmapped} terms of sources are not mapped; a steward can "
                      "see them with «knutepunkt vocabulary unmapped»")  # fmt: skip


def search_index() -> Iterator[Finding]:
    """Whether the index says what the directory says."""
    try:
        told = comparing.compared()
    except index.Damaged as error:
        yield Finding("index", str(error), "you: run «knutepunkt reindex»")
        return
    if told.wrong:
        yield Finding("index", told.wrong, "you: run «knutepunkt reindex»")
    else:
        looked = f"{told.looked_at} of them compared word by word"
        yield Finding("index", f"{told.groups} groups at edition {told.edition}, {looked}")


def collecting() -> Iterator[Finding]:
    """Runs that wait, records that were refused, places that were not found."""
    yield Finding("sources", f"{Source.objects.count()} registered")
    for run in Run.objects.filter(outcome=Run.Outcome.QUARANTINED).order_by("id"):
        if folder_of(run.kept_as).is_dir():
            yield Finding("runs", f"run {run.pk} of {run.source_id} waits",
                          f"you: run «knutepunkt runs show {run.pk}»")  # fmt: skip
        else:
            yield Finding("runs", f"the bytes of run {run.pk} are gone",
                          f"you: collect {run.source_id} again")  # fmt: skip
    yield Finding("records", f"{Rejection.objects.count()} rejected and kept")
    yield Finding("places", f"meetings without a point on the map: {len(unplaced())}")


def crisis_numbers() -> Iterator[Finding]:
    """Whether the numbers to call in need were looked up lately."""
    stale = crisis.stale(timezone.localdate())
    remedy = "you: look them up again, in site/data/crisis.toml" if stale else ""
    told = f"not looked up for half a year: {', '.join(stale)}" if stale else "looked up lately"
    yield Finding("numbers to call in need", told, remedy)


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    python,
    data_folder,
    crisis_numbers,
    database,
)
DEEPER_LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (words, search_index, collecting)


def findings() -> list[Finding]:
    """Everything there is to say; what needs the tables only when they are there."""
    found = [finding for look in LOOKS for finding in look()]
    if any(finding.remedy for finding in found if finding.subject == "database"):
        return found
    return found + [finding for look in DEEPER_LOOKS for finding in look()]


@click.command()
@click.option("--json", "is_json", is_flag=True, help="Print JSON, and nothing else.")
def doctor(*, is_json: bool) -> None:
    """Look at the installation and say what to mend. Leaves with code 4 if anything is wrong.

    \b
    Example:
      knutepunkt doctor
    """
    found = findings()
    if is_json:
        click.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            mark = f"MEND {finding.remedy}." if finding.remedy else ""
            click.echo(f"{finding.subject}: {finding.told}. {mark}".strip())
    if any(finding.remedy for finding in found):
        sys.exit(TO_MEND)
