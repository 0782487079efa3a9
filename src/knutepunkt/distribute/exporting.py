"""Writes the directory to a file in one of the formats, whole or not at all."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection
from django.utils import timezone

from knutepunkt.distribute.files import replaced
from knutepunkt.distribute.formats.base import Account, Format, Frame, Item
from knutepunkt.distribute.published import Choice
from knutepunkt.distribute.uris import uri

Progress = Callable[[int], None]
STEP = 500
KIBIBYTES_KEPT = 8192


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an export."""

    format: Format
    path: Path
    account: Account
    bytes: int
    seconds: float

    def as_json(self) -> dict[str, object]:
        """The report as JSON."""
        return {
            "format": self.format.name,
            "file": str(self.path),
            "bytes": self.bytes,
            "seconds": round(self.seconds, 3),
            **self.account.as_json(),
            "cannot_say": list(self.format.cannot_say),
        }


def silent(count: int) -> None:
    """Show nothing."""
    del count


def frame_for(choice: Choice, language: str = "nb", moment: datetime | None = None) -> Frame:
    """What a file about a choice tells besides its groups."""
    site = str(settings.KNUTEPUNKT_SITE).rstrip("/")
    title = title_of(choice, language)
    return Frame(uri(site), moment or timezone.now(), title, language, choice)


def title_of(choice: Choice, language: str) -> str:
    """ "Selvhjelpsgrupper: Sorg i Trondheim"."""
    theme, place = choice.named(language)
    whole, preposition = TITLES.get(language, TITLES["nb"])
    where = f" {preposition} {place}" if place else ""
    return f"{whole}: {theme}{where}" if theme else f"{whole}{where}"


TITLES = {
    "nb": ("Selvhjelpsgrupper", "i"),
    "nn": ("Sjølvhjelpsgrupper", "i"),
    "en": ("Self-help groups", "in"),
}


def export(
    form: Format,
    path: Path,
    choice: Choice,
    progress: Progress = silent,
    frame: Frame | None = None,
) -> Written:
    """Write the groups of a choice; the file takes another's place when all went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as half, half.open("wb", buffering=1 << 20) as file:
        return poured(form, file, path, choice, progress, frame)


def poured(
    form: Format,
    file: IO[bytes],
    path: Path,
    choice: Choice,
    progress: Progress = silent,
    frame: Frame | None = None,
) -> Written:
    """Write the groups of a choice to what is open; the report calls it ``path``."""
    begun, account = time.monotonic(), Account()
    groups = shown(form.items(choice), progress) if form.has_groups else iter(())
    with little_kept():
        chunks = form.chunks(groups, frame or frame_for(choice), account)
        size = sum(map(file.write, chunks))
        file.flush()
    return Written(form, path, account, size, time.monotonic() - begun)


@contextmanager
def little_kept() -> Iterator[None]:
    """Let SQLite keep few pages while everything is read once: memory does not grow with it."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA cache_size = -{KIBIBYTES_KEPT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {before}")


def shown(groups: Iterable[Item], progress: Progress) -> Iterator[Item]:
    """The groups, with the progress told now and then."""
    number = 0
    for number, group in enumerate(groups, start=1):
        if number % STEP == 0:
            progress(STEP)
        yield group
    progress(number % STEP)
