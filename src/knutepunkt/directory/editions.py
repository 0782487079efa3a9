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
    if not Edition.objects.filter(pk=1).update(number=F("number") + 1, written_at=now):
        Edition.objects.create(pk=1, number=1, written_at=now)
    return Edition.objects.values_list("number", flat=True).get(pk=1)


def latest_edition() -> int:
    """The number of the latest write; 0 for an empty directory."""
    return Edition.objects.filter(pk=1).values_list("number", flat=True).first() or 0
