"""Invented groups for tests: written the way a source would say them, taken in the real way."""

from datetime import UTC, datetime

from django.db import transaction

from knutepunkt.collect.child import hashed
from knutepunkt.collect.drafts import (
    GroupDraft,
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
    Term,
)
from knutepunkt.collect.fingerprint import group_key
from knutepunkt.collect.messages import Read
from knutepunkt.collect.models import Source
from knutepunkt.directory.actions.taking_in import take_in
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Group

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEVANGER = PlaceDraft(name="Biblioteket", postal_code="7600", city="Levanger", country="NO")
VADSO = PlaceDraft(name="Grendehuset", postal_code="9800", city="Vadsø", country="NO")
TUESDAYS = MeetingDraft(
    rrule="FREQ=WEEKLY;BYDAY=TU",
    start="18:00",
    minutes=120,
    timezone="Europe/Oslo",
    mode="in-person",
    place=LEVANGER,
)
ONLINE = MeetingDraft(
    rrule="FREQ=WEEKLY;BYDAY=TH", start="20:00", timezone="Europe/Oslo", mode="online"
)


def record(
    key: str,
    name: str,
    *meetings: MeetingDraft,
    words: str = "",
    terms: tuple[tuple[str, str], ...] = (),
    organisation: str = "",
) -> RecordDraft:
    """What one record says of a group. ``terms`` are (scheme, code)."""
    return RecordDraft(
        key,
        GroupDraft(
            name,
            own_words=(("nb", words),) if words else (),
            terms=tuple(Term(scheme, code) for scheme, code in terms),
        ),
        meetings or (TUESDAYS,),
        OrganisationDraft(organisation) if organisation else None,
    )


def known(*records: RecordDraft, source: str = "prøve", kind: str = "import") -> list[Group]:
    """The groups that records make once they are taken in, in the order of the records."""
    with transaction.atomic():
        feed, _ = Source.objects.get_or_create(id=source, defaults={"name": source, "kind": kind})
        write = begin(feed, NOON)
        reads = [Read(one.key, "00" * 16, hashed(group_key(one)), one) for one in records]
        take_in(write, reads)
    return [Group.objects.get(claims__source=feed, claims__record=one.key) for one in records]
