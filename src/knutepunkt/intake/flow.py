"""The journey of a source's records, on one screen: open, read, take in, account for, decide."""

from collections.abc import Callable

from django.utils import timezone as clock

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.fetching import NotModified
from knutepunkt.collect.messages import Batch, End, Found
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.opening import digest_of
from knutepunkt.collect.sandbox import messages_from
from knutepunkt.directory.actions.writing import begin
from knutepunkt.intake import again, bringing, nodes, quarantine, task, waiting
from knutepunkt.intake.account import Account
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.intake.sources import source_for
from knutepunkt.intake.workroom import workroom
from knutepunkt.locking import alone

Progress = Callable[[int], None]


def silent(count: int) -> None:
    """Show nothing."""
    del count


def collect(request: Request, progress: Progress = silent) -> Report:
    """Collect one source. Raises CollectError with a sentence that says who must act."""
    source = source_for(request)
    if source.is_node:
        return nodes.follow(source, request, progress)
    with workroom() as folder:
        try:
            opened = bringing.brought(source, folder, request)
        except NotModified:
            with alone("collect"):
                return again.same_again(source, is_dry=request.is_dry)
        with alone("collect"):
            quarantine.tidy()
            return taken_in(up_to_date(source, request), opened, request, progress)


def up_to_date(source: Source, request: Request) -> Source:
    """The source as it is now: another run may have taken it in while this one waited."""
    now = source_for(request)
    now.etag, now.last_modified = source.etag, source.last_modified
    return now


def taken_in(source: Source, opened: Opened, request: Request, progress: Progress) -> Report:
    """Take in opened files as one whole, or explain why not."""
    sha256 = digest_of(opened, *task.said_about(source))
    if sha256 == source.sha256 and not source._state.adding:
        return again.same_again(source, is_dry=request.is_dry)
    return waiting.whole_or_kept(
        lambda: written(source, opened, sha256, request, progress), source, opened, request, sha256
    )


def written(
    source: Source, opened: Opened, sha256: str, request: Request, progress: Progress
) -> Report:
    """Read the files and write what they say, inside the caller's transaction."""
    source.save(force_insert=source._state.adding)
    known = task.known_records(source)
    account = Account(begin(source, clock.now(), is_first=known.is_new), known)
    for message in messages_from(task.task_for(source, opened, known)):
        if isinstance(message, Found):
            account.format_found(message)
        elif isinstance(message, Batch):
            account.take_in(message)
            progress(account.report.read)
        elif isinstance(message, End):
            account.report.notices = message.notices
    if not account.report.read:
        refuse_empty(known.expected)
    report = account.closed(sha256)
    waiting.waits_if_it_must(report, request, quarantine.suspicion(report, len(known.records)))
    account.keep_run(sha256)
    again.settle_waiting_run(source, request.kept_as)
    return report


def refuse_empty(known: int) -> None:
    """An empty feed of a source that had records is a broken feed."""
    if known:
        raise CollectError(
            f"the feed is empty, but the source had {known} records; the feed's owner: check that "
            "the feed works. Nothing was changed."
        )
