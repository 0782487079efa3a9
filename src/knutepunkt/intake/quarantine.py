"""Decides whether a run waits for a steward, and keeps its bytes until then."""

import shutil
from pathlib import Path

import msgspec
from django.conf import settings

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Run
from knutepunkt.collect.opened import Opened
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request

VANISHED_SHARE, VANISHED_LEAST = 0.10, 5
MOVED_SHARE, MOVED_LEAST = 0.20, 2
ABOUT = "about.json"


class Kept(msgspec.Struct, frozen=True):
    """What is kept beside the bytes of a run: what was asked for, and each file's own name.

    ``files`` maps names, which a feed's zip may have chosen, to the plain ones they are kept as.
    """

    request: Request
    files: dict[str, str]


def suspicion(report: Report, before: int) -> str:
    """Why a run must wait, or "" when it need not. ``before``: records the source had.

    More than a tenth and more than five vanished; or more than a fifth, and more than two, have
    another address or phone number: feeds break that way, groups do not.
    """
    if report.missing > VANISHED_SHARE * before and report.missing > VANISHED_LEAST:
        return f"{report.missing} of {before} records vanished at once"
    if report.moved > MOVED_SHARE * before and report.moved > MOVED_LEAST:
        return f"{report.moved} of {before} records changed address or phone number at once"
    return ""


def folder_of(name: str) -> Path:
    """Where a quarantined run's files are kept."""
    return Path(settings.DATA) / "files" / "quarantine" / name


def keep(opened: Opened, request: Request, name: str) -> None:
    """Keep a copy of the files and of what was asked for, whole or not at all."""
    target = folder_of(name)
    if target.exists():
        return
    half = target.with_name(f"{name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True, mode=0o700)
    files = {}
    for number, (member, path) in enumerate(opened.files.items()):
        files[member] = f"{number}{Path(member).suffix}"
        shutil.copyfile(path, half / files[member])
    (half / ABOUT).write_bytes(msgspec.json.encode(Kept(request, files)))
    half.rename(target)


def about(name: str) -> Kept:
    """What is known of a kept run. Raises CollectError when it is no longer there."""
    try:
        return msgspec.json.decode((folder_of(name) / ABOUT).read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        raise CollectError("the kept files of this run are gone; you: collect the source "
                           "again.") from None  # fmt: skip


def opened_again(name: str) -> Opened:
    """The kept files under the names they came with. Raises CollectError."""
    folder = folder_of(name)
    return Opened({member: folder / file for member, file in about(name).files.items()})


def tidy() -> None:
    """Delete kept files that no run waits for: a run that was killed left them behind."""
    waiting = set(Run.objects.exclude(kept_as="").values_list("kept_as", flat=True))
    room = folder_of("x").parent
    for folder in room.iterdir() if room.exists() else ():
        if folder.name not in waiting:
            shutil.rmtree(folder, ignore_errors=True)


def forget(name: str) -> None:
    """Delete the kept files of a run that has been dealt with."""
    shutil.rmtree(folder_of(name), ignore_errors=True)
