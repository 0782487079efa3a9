"""A directory full of secrets for the tests of the doors; all names are invented."""

from datetime import UTC, datetime

import msgspec
from django.db import transaction

from knutepunkt.collect.drafts import (
    GroupDraft,
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
    Term,
)
from knutepunkt.collect.messages import Read
from knutepunkt.collect.models import Source
from knutepunkt.directory.actions import taking_in, vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Group
from knutepunkt.distribute.hsds import kept
from knutepunkt.vocabulary import actions as vocabulary
from knutepunkt.vocabulary.records import ConceptRecord, LabelRecord, SchemeRecord, Vocabulary

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUSE = PlaceDraft(
    name="Eksempelhuset",
    address="Eksempelgata 1",
    postal_code="7011",
    city="Trondheim",
    country="NO",
    latitude=63.41234,
    longitude=10.38765,
)
TUESDAYS = MeetingDraft(
    key="tirsdag",
    rrule="FREQ=WEEKLY;BYDAY=TU",
    start="18:00",
    minutes=90,
    timezone="Europe/Oslo",
    mode="in-person",
    place=HOUSE,
)
LOSS, GRIEF, PARENTS = (Term("theme", code) for code in ("loss", "grief", "parents"))


def label(text: str) -> tuple[LabelRecord, ...]:
    return (LabelRecord("en", "preferred", text), LabelRecord("nb", "preferred", f"{text} (nb)"))


WORDS = Vocabulary(
    schemes=(SchemeRecord("theme", "own", title=(("nb", "Tema"),)),),
    concepts=(
        ConceptRecord("theme", "grief", broader="loss", labels=label("Grief")),
        ConceptRecord("theme", "loss", labels=label("Loss")),
        ConceptRecord("theme", "parents", labels=label("Parents")),
    ),
)


def load_words() -> None:
    """Words for a directory that begins anew; what was kept of the one before is another's."""
    kept.clear()
    vocabulary.take_in(WORDS)


def record(
    name: str = "Håp",
    *meetings: MeetingDraft,
    organisation: OrganisationDraft | None = None,
    said_on: str = "2026-10-01",
    confirmed_on: str = "",
    **said: object,
) -> RecordDraft:
    """A record about one group; a Tuesday meeting when none is given."""
    group = msgspec.convert({"name": name, "key": name, **said}, GroupDraft)
    return RecordDraft(
        key=name,
        group=group,
        meetings=meetings or (TUESDAYS,),
        organisation=organisation,
        said_on=said_on,
        confirmed_on=confirmed_on,
    )


def at(place: PlaceDraft | None, **said: object) -> MeetingDraft:
    """The Tuesday meeting at another place."""
    return msgspec.structs.replace(TUESDAYS, place=place, **said)


@transaction.atomic
def taken_in(*records: RecordDraft, source: str = "eksempel") -> list[Group]:
    """Take in records as one source says them; returns their groups."""
    made, _ = Source.objects.get_or_create(
        id=source, defaults={"name": source.title(), "kind": "organisation"}
    )
    reads = [Read(one.key, "0" * 32, f"id:{one.key}"[:32], one) for one in records]
    taking_in.take_in(begin(made, NOW), reads)
    keys = [one.key for one in records]
    found = Group.objects.filter(claims__source=made, claims__record__in=keys)
    return sorted(found, key=lambda group: group.pk)


@transaction.atomic
def withdraw(group: Group) -> None:
    claim = group.claims.get()
    write = begin(claim.source, NOW)
    vanishing.mark_missing(write, [claim.record])
    vanishing.withdraw(write, [claim.record])


def unpublish(group: Group) -> None:
    Group.objects.filter(pk=group.pk).update(is_published=False)
