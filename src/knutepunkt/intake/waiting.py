"""A run that is undone because it waits for a steward, or was only tried."""

from collections.abc import Callable

from django.db import transaction

from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.intake import again, quarantine
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request


class Waits(Exception):  # noqa: N818 - it says what the run does
    """Undoes a run that waits for a steward, or that was only a trial."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def waits_if_it_must(report: Report, request: Request, why: str) -> None:
    """Settle whether a run may stand. Raises Waits. ``why`` is the reason to wait, or ""."""
    report.is_dry = request.is_dry
    report.why_quarantined = why
    report.is_quarantined = bool(why) and not request.is_accepted
    if report.is_quarantined or report.is_dry:
        raise Waits(report)


def whole_or_kept(
    write: Callable[[], Report], source: Source, opened: Opened, request: Request, sha256: str
) -> Report:
    """The report of a run that is written as one whole, or undone and kept for a steward."""
    try:
        with transaction.atomic():
            return write()
    except Waits as waits:
        return kept(waits.report, source, opened, request, sha256)


def kept(
    report: Report, source: Source, opened: Opened, request: Request, sha256: str
) -> Report:  # fmt: skip
    """The report of an undone run; its bytes and request are kept first, then the row for them."""
    if report.is_quarantined and not report.is_dry:
        quarantine.keep(opened, request, sha256)
        with transaction.atomic():
            again.keep_waiting_run(source, sha256, report)
    return report
