"""A small directory for the pages' tests: invented groups, taken in the way feeds are."""

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
from knutepunkt.vocabulary import actions as vocabulary
from knutepunkt.vocabulary.records import ConceptRecord, LabelRecord, SchemeRecord, Vocabulary

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CANARY = "kanarifuglxyz"
GRIEF = Term("theme", "grief")
TUESDAYS = MeetingDraft(
    rrule="FREQ=WEEKLY;BYDAY=TU",
    start="18:00",
    minutes=90,
    timezone="Europe/Oslo",
    mode="in-person",
    place=PlaceDraft(
        name="Eksempelhuset",
        address="Eksempelgata 1",
        postal_code="7011",
        city="Trondheim",
        municipality="5001",
        latitude=63.43,
        longitude=10.39,
    ),
)
ONLINE = msgspec.structs.replace(TUESDAYS, mode="online", online_url="https://rom.example/1")


def names(nb: str, nn: str, en: str) -> tuple[LabelRecord, ...]:
    texts = (("en", en), ("nb", nb), ("nn", nn))
    return tuple(LabelRecord(language, "preferred", text) for language, text in texts)


def titles(nb: str, nn: str, en: str) -> tuple[tuple[str, str], ...]:
    return (("en", en), ("nb", nb), ("nn", nn))


WORDS = Vocabulary(
    schemes=(
        SchemeRecord("language", "own", title=titles("Språk", "Språk", "Language")),
        SchemeRecord("theme", "own", title=titles("Tema", "Tema", "Theme")),
    ),
    concepts=(
        ConceptRecord("language", "ar", labels=names("arabisk", "arabisk", "Arabic")),
        ConceptRecord("language", "pl", labels=names("polsk", "polsk", "Polish")),
        ConceptRecord("theme", "anxiety", labels=names("Angst", "Angst", "Anxiety")),
        ConceptRecord("theme", "grief", labels=names("Sorg", "Sorg", "Grief")),
    ),
)


def load_words() -> None:
    vocabulary.take_in(WORDS)


def draft(name: str = "Sorggruppa på Eksempelhuset", **said: object) -> GroupDraft:
    return msgspec.convert({"name": name, "key": name, **said}, GroupDraft)


def record(
    group: GroupDraft | None = None,
    *meetings: MeetingDraft,
    organisation: OrganisationDraft | None = None,
    said_on: str = "2026-10-01",
    confirmed_on: str = "",
) -> RecordDraft:
    group = group or draft(terms=[GRIEF])
    return RecordDraft(
        key=group.key,
        group=group,
        meetings=meetings or (TUESDAYS,),
        organisation=organisation,
        said_on=said_on,
        confirmed_on=confirmed_on,
    )


def source(*, is_fictitious: bool = False) -> Source:
    made, _ = Source.objects.get_or_create(
        id="eksempel",
        name="Eksempelforeningen",
        kind="organisation",
        is_fictitious=is_fictitious,
    )
    return made


@transaction.atomic
def taken_in(*drafts: RecordDraft, is_fictitious: bool = False) -> list[Group]:
    write = begin(source(is_fictitious=is_fictitious), NOW)
    reads = [Read(one.key, f"{n:032x}", one.key, one) for n, one in enumerate(drafts)]
    taking_in.take_in(write, reads)
    return list(Group.objects.order_by("id"))


@transaction.atomic
def withdraw(group: Group) -> None:
    write = begin(source(), NOW)
    records = list(group.claims.values_list("record", flat=True))
    vanishing.mark_missing(write, records)
    vanishing.withdraw(write, records)
