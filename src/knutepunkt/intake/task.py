"""What the reading process is told: the files, what the user said, what is known already."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone as clock

from knutepunkt.collect.messages import Task
from knutepunkt.collect.models import Rejection, Source
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.registry import FORMATS
from knutepunkt.directory.models import Claim
from knutepunkt.intake.workroom import room

DEFAULT_ZONE = "Europe/Oslo"
SOMEWHERE = timedelta(days=1)  # Tomorrow has begun already in some zone.


@dataclass(slots=True)
class KnownRecords:
    """The records of a source that stand, are missing, are withdrawn, or were refused.

    ``digests`` maps the digest of each standing record to its keys.
    """

    records: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    digests: dict[bytes, list[str]] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Nothing was ever taken in from the source."""
        return not (self.records or self.missing or self.withdrawn)

    @property
    def expected(self) -> int:
        """How many records the source had: those that stand, wait to be gone, or were refused."""
        return len(self.records | self.missing | self.refused)


def known_records(source: Source) -> KnownRecords:
    """What the database knows of a source's records."""
    known = KnownRecords()
    claims = Claim.objects.filter(source=source)
    rows = claims.values_list("record", "digest", "missing_since", "withdrawn_at").order_by("id")
    for record, digest, missing_since, withdrawn_at in rows.iterator(chunk_size=10_000):
        if missing_since is None:
            known.records.add(record)
            known.digests.setdefault(bytes.fromhex(digest), []).append(record)
        elif withdrawn_at is None:
            known.missing.add(record)
        else:
            known.withdrawn.add(record)
    known.refused = set(Rejection.objects.filter(source=source).values_list("record", flat=True))
    return known


def said_about(source: Source) -> Iterable[object]:
    """Everything besides the bytes that decides how a source is read."""
    readers = [(format_.name, format_.version) for format_ in FORMATS]
    return (
        source.pk,
        readers,
        source.timezone,
        source.organisation,
        sorted(source.mapping.items()),
    )


def task_for(source: Source, opened: Opened, known: KnownRecords) -> Task:
    """The task for the reading process."""
    return Task(
        files={name: str(path) for name, path in opened.files.items()},
        format=source.format,
        timezone=source.timezone or DEFAULT_ZONE,
        timezone_is_default=not source.timezone,
        organisation=source.organisation,
        mapping=dict(source.mapping),
        known=known.digests,
        salt=repr((source.timezone, source.organisation, sorted(source.mapping.items()))),
        room=str(room()),
        latest=(clock.now() + SOMEWHERE).date().isoformat(),
    )
