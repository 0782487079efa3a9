"""Follows another node: takes in what it says has changed since last time, page by page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone as clock
from msgspec.structs import replace as with_fields

from knutepunkt.collect import fetching
from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.knutepunkt.changes import Changes, changes_in
from knutepunkt.collect.messages import Batch, End, Message
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.opening import digest_of
from knutepunkt.collect.sandbox import messages_from
from knutepunkt.directory.actions import vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Claim
from knutepunkt.directory.ourselves import node_id
from knutepunkt.intake import again, quarantine, task
from knutepunkt.intake.account import Account
from knutepunkt.intake.locking import only_writer
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.intake.workroom import workroom

FORMAT = "knutepunkt"
ECHO = "records that came from this node were left out when they came back"
Progress = Callable[[int], None]


class Waits(Exception):  # noqa: N818 - it says what the run does
    """Undoes a page that waits for a steward, or that was only tried."""


def follow(source: Source, request: Request, progress: Progress) -> Report:
    """Take in all that changed. Raises CollectError with a sentence that says who must act.

    Each page is one whole: what was taken in stays when a later page fails, and the next run goes
    on from there.
    """
    total = Report(source.pk, format=FORMAT, reason="another node, from where we left off")
    for report in pages(source, request, progress):
        add(total, report)
        if report.is_quarantined or report.is_dry:
            break
    return total


def pages(source: Source, request: Request, progress: Progress) -> Iterator[Report]:
    """The report of each page, until there is no more."""
    is_more = True
    while is_more:
        with workroom() as folder:
            if request.kept_as:
                opened = quarantine.opened_again(request.kept_as)
            else:
                since = urlencode({"since": source.cursor}) if source.cursor else ""
                answer = fetching.fetch(
                    f"{source.address}?{since}".rstrip("?"), folder,
                    may_be_private=source.may_be_private,
                )  # fmt: skip
                opened = Opened({answer.path.name: answer.path})
            with only_writer():
                page = changes_in(next(iter(opened.files.values())))
                yield taken_in(source, opened, page, request, progress)
        is_more = page.more and not request.kept_as


def taken_in(
    source: Source, opened: Opened, page: Changes, request: Request, progress: Progress
) -> Report:
    """Take in one page as one whole, or explain why not."""
    if page.head.node == node_id():
        raise CollectError("this is the node itself; you: give another node's address.")
    sha256 = digest_of(opened, *task.said_about(source))
    try:
        with transaction.atomic():
            return written(source, opened, page, sha256, request, progress)
    except Waits as waits:
        report: Report = waits.args[0]
        if report.is_quarantined and not report.is_dry:
            quarantine.keep(opened, request, sha256)
            with transaction.atomic():
                again.keep_waiting_run(source, sha256, report)
        return report


def written(
    source: Source, opened: Opened, page: Changes, sha256: str, request: Request,
    progress: Progress,
) -> Report:  # fmt: skip
    """Write what a page says, inside the caller's transaction."""
    source.cursor, source.format, source.is_node = page.cursor, FORMAT, True
    source.save(force_insert=source._state.adding)
    if not page.keys and not page.gone:
        return Report(source.pk, format=FORMAT, is_dry=request.is_dry)
    known, before = known_of(source, page), standing(source).count()
    account = Account(begin(source, clock.now(), is_first=before == 0 and known.is_new), known)
    vanishing.mark_missing(account.write, known.missing)
    for message in messages_from(task.task_for(source, opened, known)):
        take_in(account, message)
        progress(account.report.read)
    report = account.closed(sha256)
    report.is_dry = request.is_dry
    report.why_quarantined = suspicion(report, before)
    report.is_quarantined = bool(report.why_quarantined) and not request.is_accepted
    if report.is_quarantined or report.is_dry:
        raise Waits(report)
    account.keep_run(sha256)
    again.settle_waiting_run(source, request.kept_as)
    return report


def standing(source: Source) -> QuerySet[Claim]:
    """What the node has told and not taken back."""
    return Claim.objects.filter(source=source, withdrawn_at=None)


def known_of(source: Source, page: Changes) -> task.KnownRecords:
    """What the database knows of the records on a page; those that are gone count as missing."""
    known = task.KnownRecords()
    gone = set(page.gone)
    for part in vanishing.parts(sorted({*page.keys, *gone})):
        rows = Claim.objects.filter(source=source, record__in=part)
        for record, digest, withdrawn in rows.values_list("record", "digest", "withdrawn_at"):
            if withdrawn is not None:
                known.withdrawn.add(record)
            elif record in gone:
                known.missing.add(record)
            else:
                known.records.add(record)
                known.digests.setdefault(bytes.fromhex(digest), []).append(record)
    return known


def take_in(account: Account, message: Message) -> None:
    """Take in a batch without what this node itself has said."""
    if isinstance(message, Batch):
        ours = node_id()
        echoes = {one.key for one in message.read if is_echo(one.draft, ours)}
        if echoes:
            notices = account.report.notices
            notices[ECHO] = notices.get(ECHO, 0) + len(echoes)
            no_longer_by_this_road(account, echoes)
        read = [one for one in message.read if one.key not in echoes]
        account.take_in(with_fields(message, read=read))
    elif isinstance(message, End):
        account.report.notices |= message.notices


def no_longer_by_this_road(account: Account, echoes: set[str]) -> None:
    """Let go of what the other node said of these before: it now has them from here alone.

    Else two nodes that follow each other would keep alive what its origin has taken back.
    """
    known = account.known
    before = echoes & known.records
    vanishing.mark_missing(account.write, before)
    known.records -= before
    known.missing |= before


def is_echo(draft: RecordDraft, ours: str) -> bool:
    """Say whether a record has been at this node before."""
    owner = draft.organisation
    road = owner.road if draft.group is None and owner is not None else draft.road
    return any(step.node == ours for step in road)


def suspicion(report: Report, before: int) -> str:
    """Why a page must wait, or "": the node takes back much at once, or moves much."""
    taken_back = replace(report, missing=report.withdrawn)
    return quarantine.suspicion(taken_back, before)


def add(total: Report, report: Report) -> None:
    """Count a page in the report of the whole."""
    for name in ("read", "created", "changed", "unchanged", "rejected", "missing", "withdrawn",
                 "moved", "more_issues"):  # fmt: skip
        setattr(total, name, getattr(total, name) + getattr(report, name))
    for name in ("run", "is_quarantined", "why_quarantined", "is_dry", "groups", "timezone"):
        setattr(total, name, getattr(report, name) or getattr(total, name))
    total.tell(report.issues)
    for what, count in report.notices.items():
        total.notices[what] = total.notices.get(what, 0) + count
