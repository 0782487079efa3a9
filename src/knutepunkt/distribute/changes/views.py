"""The address by which other nodes follow this one."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.door import door
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.changes.cursors import cursor_of
from knutepunkt.distribute.changes.reading import lines
from knutepunkt.distribute.hsds.parameters import said, whole

USUAL, MOST = 500, 1000


@door("GET", cost=2)
def changes(request: HttpRequest) -> HttpResponseBase:
    """What changed since a cursor, and the next cursor."""
    asked = said(request)
    if unknown := sorted(asked.keys() - {"since", "limit"}):
        raise Problem(
            400, f"there is no parameter “{unknown[0][:40]}” here; there are limit, since"
        )
    try:
        most = whole(1, MOST)(asked.get("limit") or USUAL)
    except ValueError as error:
        raise Problem(400, f"limit: {error}") from None
    body = b"".join(lines(cursor_of(str(asked.get("since", ""))), most))
    return HttpResponse(body, content_type="application/x-ndjson")
