"""One write to the directory: its moment, its number, and what it has looked up already."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.db import connection

from knutepunkt.collect.models import Source
from knutepunkt.directory import bulk
from knutepunkt.directory.classifying import Classifier
from knutepunkt.directory.editions import next_edition

MeetingKey = tuple[str, str, str, int]
NAMESPACE = UUID("6f0f2c1a-6a53-5f0e-9c53-3d1d1f4b7a10")


@dataclass(slots=True)
class Write:
    """What all parts of one write share. ``is_first`` says the source has no claims yet.

    ``meeting_uids`` are ids of meetings that were taken away, for the ones that come in their
    place. ``waiting`` are organisations by the key of a parent that nobody has told of yet. ``now``
    is the moment as the database takes it.
    """

    source: Source
    moment: datetime
    is_first: bool = False
    edition: int = 0
    classifier: Classifier = field(default_factory=Classifier)
    organisations: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    meeting_uids: dict[MeetingKey, str] = field(default_factory=dict)
    waiting: dict[str, list[int]] = field(default_factory=dict)

    now: bulk.Value = None

    def __post_init__(self) -> None:
        self.now = adapted(self.moment)


def begin(source: Source, moment: datetime, *, is_first: bool = False) -> Write:
    """Take the next edition and begin to write. Must run in a transaction."""
    return Write(source, moment, is_first, next_edition())


def adapted(moment: datetime) -> bulk.Value:
    """A moment as the driver of the database in use takes it."""
    value: bulk.Value = connection.ops.adapt_datetimefield_value(moment)
    return value


def moment_of(said_on: str) -> bulk.Value:
    """A source's date or moment for the database; None when it said none."""
    if not said_on:
        return None
    parsed = datetime.fromisoformat(said_on)
    return adapted(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))


def uid_for(source_id: str, what: str) -> UUID:
    """The id of something a source made known: the same on every node that reads the source."""
    return uuid5(NAMESPACE, f"{source_id}\n{what}")
