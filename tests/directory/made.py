"""Drafts, sources and groups for the tests of the directory; all names are invented."""

from datetime import UTC, datetime
from typing import Any

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, PlaceDraft, RecordDraft, Term
from knutepunkt.collect.messages import Read
from knutepunkt.collect.models import Source
from knutepunkt.directory.actions.taking_in import take_in
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Group

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
UID = "6b3f8a52-8a3e-4d3f-9f0c-2f7f2a9d1c11"


def source(name: str, kind: str = "import") -> Source:
    """A source of a kind, registered once."""
    return Source.objects.get_or_create(id=name, defaults={"name": name, "kind": kind})[0]


def draft(key: str = "r", said_on: str = "", meetings: Any = (), **fields: Any) -> RecordDraft:
    """A record about one group that every source knows by the same UUID."""
    group = GroupDraft(**{"name": "Håp", "uid": UID, "key": UID, **fields})
    return RecordDraft(key, group, tuple(meetings), said_on=said_on)


def told(by: Source, *drafts: RecordDraft, moment: datetime = NOON) -> Group:
    """Take in what a source says; returns the group of the first record."""
    reads = [
        Read(one.key, "0" * 32, f"id:{one.group.key}"[:32], one) for one in drafts if one.group
    ]
    take_in(begin(by, moment), reads)
    return Group.objects.get(claims__source=by, claims__record=drafts[0].key)


def meeting(**fields: Any) -> MeetingDraft:
    """A meeting every Monday evening in Oslo."""
    return MeetingDraft(
        **{
            "rrule": "FREQ=WEEKLY;BYDAY=MO",
            "start": "18:00",
            "timezone": "Europe/Oslo",
            **fields,
        }
    )


def place(**fields: Any) -> PlaceDraft:
    """A place; nothing but what is given."""
    return PlaceDraft(**fields)


def term(code: str, scheme: str = "meeting-guide") -> Term:
    """A source's term."""
    return Term(scheme, code)
