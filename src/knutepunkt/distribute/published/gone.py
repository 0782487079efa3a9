"""Tombstones, for those who keep a copy."""

from collections.abc import Iterator

from django.db.models import Q

from knutepunkt.directory.models import Group
from knutepunkt.distribute.published.records import Gone

BATCH = 500


def gone(since: int = 0, batch: int = BATCH) -> Iterator[Gone]:
    """The groups that are not public and last changed above edition ``since``, oldest first.

    A group taken off the net is gone like one that was withdrawn: a copy must drop both. Its UUID
    is all that is told of it.
    """
    hidden = Group.objects.filter(Q(is_published=False) | ~Q(withdrawn_at=None))
    rows = hidden.order_by("edition", "pk").values_list("pk", "uid", "edition", "withdrawn_at")
    last = Q(edition__gt=since)
    while page := list(rows.filter(last)[:batch]):
        yield from (Gone(pk, str(uid), edition, moment) for pk, uid, edition, moment in page)
        pk, _, edition, _ = page[-1]
        last = Q(edition__gt=edition) | Q(edition=edition, pk__gt=pk)
