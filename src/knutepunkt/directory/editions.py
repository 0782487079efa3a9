"""The number that orders every write to the directory."""

from django.db import connection
from django.db.models import F
from django.utils import timezone as clock

from knutepunkt.directory.models import Edition


def next_edition() -> int:
    """Take the next number; holds the row until the transaction ends, so numbers never cross.

    A reader that sees number n has therefore seen every write up to n. Must run in a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an edition is taken inside a transaction")
    now = clock.now()
    only = Edition.objects.filter(pk=1)
    if not only.update(number=F("number") + 1, written_at=now):
        # Another may make the first row at the same time; whoever comes second waits, and goes on.
        Edition.objects.bulk_create([Edition(pk=1, number=0)], ignore_conflicts=True)
        only.update(number=F("number") + 1, written_at=now)
    return Edition.objects.values_list("number", flat=True).get(pk=1)


def latest_edition() -> int:
    """The number of the latest write; 0 for an empty directory."""
    return Edition.objects.filter(pk=1).values_list("number", flat=True).first() or 0
