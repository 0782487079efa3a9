"""Takes in what another node says on one page, inside the caller's transaction."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from django.db.models import QuerySet
from django.utils import timezone as clock
from msgspec.structs import replace as with_fields

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.knutepunkt.changes import Changes
from knutepunkt.collect.messages import Batch, End, Message
from knutepunkt.collect.models import Rejection, Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.sandbox import messages_from
from knutepunkt.directory.actions import vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Claim
from knutepunkt.directory.ourselves import node_id
from knutepunkt.intake import quarantine, task
from knutepunkt.intake.account import Account
from knutepunkt.intake.report import Report

FORMAT = "knutepunkt"
ECHO = "records that came from this node were left out when they came back"
Progress = Callable[[int], None]


def taken_in(
    source: Source, opened: Opened, page: Changes, progress: Progress, *, is_first: bool
) -> Account | None:
    """The account of a page that was taken in, still to be kept; None when it says nothing new.

    ``is_first`` says that nothing of the source stands. Raises CollectError.
    """
    if page.head.node == node_id():
        raise CollectError("this is the node itself; you: give another node's address.")
    source.cursor, source.format, source.is_node = page.cursor, FORMAT, True
    source.save(force_insert=source._state.adding)
    if not page.keys and not page.gone:
        return None
    known = known_of(source, page)
    account = Account(begin(source, clock.now(), is_first=is_first and known.is_new), known)
    vanishing.mark_missing(account.write, known.missing)
    for message in messages_from(task.task_for(source, opened, known)):
        take_in(account, message)
        progress(account.report.read)
    return account


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
        known.refused.update(refused(source, part))
    return known


def refused(source: Source, records: Iterable[str]) -> Iterable[str]:
    """Which of some records could not be taken in when they came last."""
    rows = Rejection.objects.filter(source=source, record__in=records)
    return rows.values_list("record", flat=True)


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
    return quarantine.suspicion(replace(report, missing=report.withdrawn), before)
