"""The number that orders every write to the directory."""

import secrets

from django.db import connection
from django.db.models import F
from django.utils import timezone as clock

from knutepunkt.directory.models import Edition, Mark

# So that other programs read it exactly: JSON's numbers are often floats.
MARK_BITS = 53
# Whoever stayed away for more writes than this begins anew; so old marks are of no use. They are
# deleted now and then, not at every write.
MARKS_KEPT, TIDY_EVERY = 100_000, 1_000


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
    number = Edition.objects.values_list("number", flat=True).get(pk=1)
    Mark.objects.bulk_create(
        [Mark(edition=number, mark=secrets.randbits(MARK_BITS))],
        update_conflicts=True, unique_fields=["edition"], update_fields=["mark"],
    )  # fmt: skip
    if number % TIDY_EVERY == 0:
        Mark.objects.filter(edition__lte=number - MARKS_KEPT).delete()
    return number


def latest_edition() -> int:
    """The number of the latest write; 0 for an empty directory."""
    return Edition.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def mark_of(edition: int) -> int:
    """By what an edition is told from one of the same number in another history; 0 for none."""
    return Mark.objects.filter(pk=edition).values_list("mark", flat=True).first() or 0
