"""What finished services rest on besides the groups themselves, as one short value.

An edition says that a group, its meetings, places, terms, claims and confirmations have not
changed. The vocabulary, the names of sources, this node's addresses and the program that writes are
not stamped with an edition, so they are looked at here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.utils import timezone as clock

from knutepunkt.collect.models import Source
from knutepunkt.directory.models import Edition, Node
from knutepunkt.vocabulary.models import LastWrite


class Ground(NamedTuple):
    """``digest`` of what all services rest on; the latest write by its number and moment."""

    digest: bytes
    edition: int
    moment: str


def ground() -> Ground:
    """The ground as it is now. Two queries, in plain SQL since every request asks them."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        *written, edition, written_at = cursor.fetchone()
        cursor.execute(NAMED)
        names = cursor.fetchall()
    addresses = (settings.KNUTEPUNKT_SITE, settings.KNUTEPUNKT_BASE_URI)
    rests_on = (program(), addresses, written, names)
    return Ground(digest(repr(rests_on)), edition or 0, str(written_at or ""))


def since(now: Ground) -> datetime:
    """The moment from which on answers have been as they are, as far as this process has seen.

    What is not stamped with an edition has changed when this process first sees it: each process
    then tells a moment of its own, which is too late now and then, but never too early.
    """
    if now.digest != seen.digest:
        seen.digest, seen.since = now.digest, clock.now()
    if not now.moment:
        return seen.since
    read = datetime.fromisoformat(now.moment)
    return max(seen.since, read if read.tzinfo else read.replace(tzinfo=UTC))


@dataclass(slots=True)
class Seen:
    """The ground that this process saw last, and the moment it first saw it."""

    digest: bytes
    since: datetime


seen = Seen(b"", clock.now())


def table(model: type[Model]) -> str:
    """The name of a table."""
    return model._meta.db_table


WRITTEN = f"""
    SELECT (SELECT written_at FROM {table(LastWrite)} WHERE id = 1),
           (SELECT uid FROM {table(Node)} WHERE id = 1),
           (SELECT number FROM {table(Edition)} WHERE id = 1),
           (SELECT written_at FROM {table(Edition)} WHERE id = 1)
"""  # noqa: S608 - names of our own tables
NAMED = f"SELECT id, name, kind FROM {table(Source)} ORDER BY id"  # noqa: S608


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text."""
    return blake2b(text.encode(), digest_size=16).digest()


@cache
def program() -> str:
    """What the program is: another version writes everything anew."""
    whole = blake2b(digest_size=16)
    root = settings.ROOT
    written = (path for kind in ("py", "html", "css", "mo") for path in root.rglob(f"*.{kind}"))
    for path in sorted((*written, *root.glob("gazetteer/data/*.csv"))):
        whole.update(path.read_bytes())
    return whole.hexdigest()
