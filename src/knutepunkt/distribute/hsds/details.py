"""One whole service: asked most of all, so its few questions are put in plain SQL."""

from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpResponse

from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.distribute.api.door import date_of
from knutepunkt.distribute.hsds.bodies import ONE, services
from knutepunkt.distribute.hsds.grounds import ground, since
from knutepunkt.distribute.hsds.pages import JSON

NOBODY = UUID(int=1)


@cache
def question(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The question for a published group by its id, as the database in use takes it."""
    del vendor
    rows = published().filter(uid=NOBODY).values_list(*ONE)
    sql, values = rows.query.sql_with_params()
    return sql, tuple(values)


def taken(uid: UUID) -> Any:
    """An id as the database in use takes it."""
    return Group._meta.get_field("uid").get_db_prep_value(uid, connection)


def detail(uid: UUID) -> HttpResponse | None:
    """A whole service with when it may last have changed; None when there is none.

    Three queries, and one where the organisation belongs to another.
    """
    sql, values = question(connection.vendor)
    nobody, wanted = taken(NOBODY), taken(uid)
    now = ground()
    told = date_of(since(now))
    with connection.cursor() as cursor:
        cursor.execute(sql, [wanted if value == nobody else value for value in values])
        rows = cursor.fetchall()
    found = services(rows, now, whole=True)
    return HttpResponse(found[0], content_type=JSON, headers=told) if found else None
