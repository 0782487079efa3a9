"""Reads another node from the beginning, when it no longer knows where we left off.

What stands there is taken in, and what no longer does is taken back: all of it or nothing.
"""

from dataclasses import replace
from pathlib import Path

from django.utils import timezone as clock

from knutepunkt.collect.formats.knutepunkt.changes import changes_in
from knutepunkt.collect.models import Rejection, Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.opening import digest_of
from knutepunkt.directory.actions import vanishing
from knutepunkt.directory.actions.writing import begin as begin_to_write
from knutepunkt.intake import again, node_page, task, waiting
from knutepunkt.intake.account import Account
from knutepunkt.intake.asking import Asking, everything
from knutepunkt.intake.node_page import FORMAT, Progress, standing, suspicion
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.intake.workroom import workroom
from knutepunkt.locking import alone


def begin(source: Source, request: Request, progress: Progress) -> Report:
    """Read everything first, then take it in. Raises CollectError; nothing was changed then."""
    with workroom() as folder:
        opened = everything(Asking(source, cursor=""), folder)
        with alone("collect"):
            return taken_in(source, opened, replace(request, is_anew=True), progress)


def taken_in(source: Source, opened: Opened, request: Request, progress: Progress) -> Report:
    """Take in all pages as one whole, or explain why not."""
    sha256 = digest_of(opened, *task.said_about(source), "anew")
    return waiting.whole_or_kept(
        lambda: written(source, opened, sha256, request, progress), source, opened, request, sha256
    )


def written(
    source: Source, opened: Opened, sha256: str, request: Request, progress: Progress
) -> Report:
    """Write what all pages say, and take back what none does, inside the caller's transaction."""
    before, told = standing(source).count(), set[str]()
    total = Report(source.pk, format=FORMAT)

    def counted(count: int) -> None:
        progress(total.read + count)

    for name, path in opened.files.items():
        add(total, one_page(source, name, path, sha256, told, counted, is_first=not before))
    add(total, take_back(source, told, sha256))
    waiting.waits_if_it_must(total, request, suspicion(total, before))
    again.settle_waiting_run(source, request.kept_as)
    return total


def add(total: Report, part: Report) -> None:
    """Count a part in the whole with each of its changes: they wait together, if they must."""
    total.add(part)
    total.changes += part.changes


def one_page(
    source: Source, name: str, path: Path, sha256: str, told: set[str], progress: Progress, *,
    is_first: bool,
) -> Report:  # fmt: skip
    """Write what one page says. ``told`` are the records that stand at the node, so far."""
    page = changes_in(path)
    told.update(page.keys)
    told.difference_update(page.gone)
    account = node_page.taken_in(source, Opened({name: path}), page, progress, is_first=is_first)
    if account is None:
        return Report(source.pk, format=FORMAT)
    report = account.closed(sha256)
    account.keep_run(sha256)
    return report


def take_back(source: Source, told: set[str], sha256: str) -> Report:
    """Withdraw what the node no longer has, and forget what it once had that was refused."""
    refused = Rejection.objects.filter(source=source).values_list("record", flat=True)
    known = task.KnownRecords(
        missing=set(standing(source).values_list("record", flat=True)) - told,
        refused=set(refused) - told,
    )
    if not known.missing and not known.refused:
        return Report(source.pk, format=FORMAT)
    account = Account(begin_to_write(source, clock.now()), known)
    vanishing.mark_missing(account.write, known.missing)
    report = account.closed(sha256)
    account.keep_run(sha256)
    return report
