"""Decides whether a run waits for a steward, and keeps its bytes until then."""

import shutil
from pathlib import Path

from django.conf import settings

from knutepunkt.collect.opened import Opened
from knutepunkt.intake.report import Report

VANISHED_SHARE, VANISHED_LEAST = 0.10, 5
MOVED_SHARE, MOVED_LEAST = 0.20, 2


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


def keep(opened: Opened, name: str) -> None:
    """Keep a copy of the files, whole or not at all."""
    target = folder_of(name)
    if target.exists():
        return
    half = target.with_name(f"{name}.half")
    shutil.rmtree(half, ignore_errors=True)
    for member, path in opened.files.items():
        copy = half / member
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(path, copy)
    half.rename(target)


def forget(name: str) -> None:
    """Delete the kept files of a run that has been dealt with."""
    shutil.rmtree(folder_of(name), ignore_errors=True)
