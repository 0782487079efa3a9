"""What a group or its organisation says here by itself: believed before every other source."""

from datetime import datetime

import msgspec
from django.db import transaction

from knutepunkt.collect.checks import check_values
from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.models import Source, SourceKind
from knutepunkt.directory.actions.showing import show, without_contacts
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.editions import next_edition
from knutepunkt.directory.models import Claim, Confirmation, Group

OWN = "own-edits"


@transaction.atomic
def edit(group: Group, draft: RecordDraft, *, by: str, moment: datetime) -> None:
    """Let a group say something of itself; what the draft leaves empty stays as others say it.

    No harvest overwrites it: its claim outranks theirs, field by field. The group is confirmed on
    that day by whoever edits. Raises RecordRejected for a value that makes no sense.
    """
    check_values(draft)
    contacts = draft.group.contacts if draft.group else ()
    source, _ = Source.objects.get_or_create(
        id=OWN, defaults={"name": "egne endringer", "kind": SourceKind.OWN}
    )
    write = begin(source, moment)
    record = str(group.uid)
    said = msgspec.structs.replace(without_contacts(draft), key=record, said_on=moment.isoformat())
    Claim.objects.update_or_create(
        source=source,
        record=record,
        defaults={
            "digest": "",
            "group": group,
            "statement": msgspec.to_builtins(said),
            "contacts": [list(contact) for contact in contacts],
            "said_on": moment,
            "taken_in_at": moment,
        },
    )
    remember(group, by=by, how="own-edit", moment=moment)
    show(write, [group.pk])


@transaction.atomic
def confirm(group: Group, *, by: str, how: str, moment: datetime) -> None:
    """Remember that somebody said "still right"; nothing else about the group changes."""
    remember(group, by=by, how=how, moment=moment)
    latest = max(filter(None, (group.confirmed_on, moment.date())))
    Group.objects.filter(pk=group.pk).update(confirmed_on=latest, edition=next_edition())


def remember(group: Group, *, by: str, how: str, moment: datetime) -> None:
    """Keep who confirmed a group, how and on which day."""
    day = moment.date()
    Confirmation.objects.get_or_create(group=group, by=by[:300], how=how, confirmed_on=day)
