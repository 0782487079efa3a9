"""What happens to records that a source no longer has."""

from collections.abc import Collection, Iterator, Sequence

from knutepunkt.directory.actions.showing import show
from knutepunkt.directory.actions.writing import Write
from knutepunkt.directory.models import Claim

CHUNK = 500


def mark_missing(write: Write, records: Collection[str]) -> None:
    """Remember that a run came without these records; nothing that is shown changes yet."""
    for part in parts(sorted(records)):
        claims = Claim.objects.filter(source=write.source, record__in=part, missing_since=None)
        claims.update(missing_since=write.moment)


def withdraw(write: Write, records: Collection[str]) -> None:
    """Withdraw records that a second run came without; groups left alone become tombstones."""
    for part in parts(sorted(records)):
        claims = Claim.objects.filter(source=write.source, record__in=part)
        groups = list(claims.exclude(group=None).values_list("group_id", flat=True))
        claims.update(withdrawn_at=write.moment)
        show(write, groups)


def welcome_back(write: Write, records: Collection[str]) -> None:
    """Forget that these records were missing."""
    for part in parts(sorted(records)):
        claims = Claim.objects.filter(source=write.source, record__in=part)
        claims.exclude(missing_since=None).update(missing_since=None, withdrawn_at=None)


def parts(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """The items in portions a query can hold."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
