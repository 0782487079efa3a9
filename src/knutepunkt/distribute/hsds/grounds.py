"""What finished services rest on besides the groups themselves, as one short value.

An edition says that a group, its meetings, places, terms, claims and confirmations have not
changed. The names of terms, the names of sources, this node's address and the program that writes
are not stamped with an edition, so they are counted here. Labels are never changed in place: their
count and highest id tell of every change.
"""

from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import Model

from knutepunkt.collect.models import Source
from knutepunkt.directory.models import Edition, Node
from knutepunkt.vocabulary.models import Concept, Label


class Ground(NamedTuple):
    """``digest`` of what all services rest on; the latest write by its number and moment."""

    digest: bytes
    edition: int
    moment: str


def ground() -> Ground:
    """The ground as it is now. Two queries, in plain SQL since every request asks them."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)
        *counted, edition, written_at = cursor.fetchone()
        cursor.execute(NAMED)
        names = cursor.fetchall()
    rests_on = (program(), settings.KNUTEPUNKT_SITE, counted, names)
    return Ground(digest(repr(rests_on)), edition or 0, str(written_at or ""))


def moment_of(now: Ground) -> datetime | None:
    """The moment of the latest write; None before the first."""
    if not now.moment:
        return None
    read = datetime.fromisoformat(now.moment)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def table(model: type[Model]) -> str:
    """The name of a table."""
    return model._meta.db_table


COUNTED = f"""
    SELECT (SELECT COUNT(*) FROM {table(Label)}), (SELECT MAX(id) FROM {table(Label)}),
           (SELECT MAX(id) FROM {table(Concept)}), (SELECT uid FROM {table(Node)} WHERE id = 1),
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
    for path in sorted((*root.rglob("*.py"), *root.glob("gazetteer/data/*.csv"))):
        whole.update(path.read_bytes())
    return whole.hexdigest()
