"""Follows another node: takes in what it says has changed since last time, page by page."""

from collections.abc import Iterator

from knutepunkt.collect.errors import Forgotten
from knutepunkt.collect.formats.knutepunkt.changes import Changes, changes_in
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.opening import digest_of
from knutepunkt.intake import again, anew, node_page, quarantine, task, waiting
from knutepunkt.intake.asking import Asking
from knutepunkt.intake.node_page import FORMAT, Progress
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.intake.workroom import workroom
from knutepunkt.locking import alone

TRIED = "a trial reads the first answer only; there is more"


def follow(source: Source, request: Request, progress: Progress) -> Report:
    """Take in all that changed. Raises CollectError with a sentence that says who must act.

    Each page is one whole: what was taken in stays when a later page fails, and the next run goes
    on from there. When the node no longer knows where we were, everything is read anew.
    """
    total = Report(source.pk, format=FORMAT, reason="another node, from where we left off")
    if request.kept_as:
        total.add(accepted(source, request, progress))
        return total
    try:
        for report in pages(source, request, lambda count: progress(total.read + count)):
            total.add(report)
            if report.is_quarantined or report.is_dry:
                break
    except Forgotten:
        if not source.cursor:
            raise
        total.reason = "another node, from the beginning: it does not know where we left off"
        total.add(anew.begin(source, request, lambda count: progress(total.read + count)))
    return total


def pages(source: Source, request: Request, progress: Progress) -> Iterator[Report]:
    """The report of each page, until there is no more."""
    asking, is_more = Asking(source), True
    while is_more:
        with workroom() as folder:
            path, page = asking.next_page(folder)
            with alone("collect"):
                report = taken_in(source, Opened({path.name: path}), page, request, progress)
        is_more = page.more
        if is_more and report.is_dry:
            report.notices[TRIED] = 1
        yield report


def accepted(source: Source, request: Request, progress: Progress) -> Report:
    """Take in what a steward let through, from the bytes that were kept."""
    opened = quarantine.opened_again(request.kept_as)
    with alone("collect"):
        if request.is_anew:
            return anew.taken_in(source, opened, request, progress)
        page = changes_in(next(iter(opened.files.values())))
        return taken_in(source, opened, page, request, progress)


def taken_in(
    source: Source, opened: Opened, page: Changes, request: Request, progress: Progress
) -> Report:
    """Take in one page as one whole, or explain why not."""
    sha256 = digest_of(opened, *task.said_about(source))
    return waiting.whole_or_kept(
        lambda: written(source, opened, page, sha256, request, progress),
        source,
        opened,
        request,
        sha256,
    )


def written(
    source: Source, opened: Opened, page: Changes, sha256: str, request: Request,
    progress: Progress,
) -> Report:  # fmt: skip
    """Write what a page says, inside the caller's transaction."""
    before = node_page.standing(source).count()
    account = node_page.taken_in(source, opened, page, progress, is_first=not before)
    report = account.closed(sha256) if account else Report(source.pk, format=FORMAT)
    waiting.waits_if_it_must(report, request, node_page.suspicion(report, before))
    if account:
        account.keep_run(sha256)
    again.settle_waiting_run(source, request.kept_as)
    return report
