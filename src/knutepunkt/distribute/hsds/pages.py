"""Pages of results, and all results as lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.exports import streamed
from knutepunkt.distribute.hsds.parameters import Asked

ENCODE = msgspec.json.Encoder().encode
LINES, JSON = "application/x-ndjson", "application/json"
BATCH = 500
Bodies = Callable[[Sequence[Any]], list[bytes]]


def listed(asked: Asked, rows: QuerySet[Any], columns: tuple[str, ...], bodies: Bodies) -> (
    HttpResponseBase
):  # fmt: skip
    """A page of the rows, or all of them as lines. ``bodies`` writes rows given by ``columns``."""
    if asked.is_lines:
        return streamed(lines(rows, columns, bodies), LINES)
    first = (asked.page - 1) * asked.per_page
    total = rows.count()
    # Their numbers first: what is passed over before the page is then counted, not read or joined.
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[first : first + asked.per_page])
    page = list(rows.filter(pk__in=ids).order_by("pk").values_list(*columns)) if ids else []
    return paged(asked, total, bodies(page) if page else [])


def lines(rows: QuerySet[Any], columns: tuple[str, ...], bodies: Bodies) -> Iterator[bytes]:
    """Every row as a line, a batch at a time; the first column is the key."""
    last = 0
    ordered = rows.order_by("pk").values_list(*columns)
    while batch := list(ordered.filter(pk__gt=last)[:BATCH]):
        yield b"".join(body + b"\n" for body in bodies(batch))
        last = batch[-1][0]


def from_list(asked: Asked, items: Sequence[Any]) -> HttpResponseBase:
    """A page, or all lines, of what is a list already."""
    if asked.is_lines:
        return streamed((ENCODE(item) + b"\n" for item in items), LINES)
    first = (asked.page - 1) * asked.per_page
    return paged(asked, len(items), [ENCODE(one) for one in items[first : first + asked.per_page]])


def paged(asked: Asked, total: int, bodies: list[bytes]) -> HttpResponse:
    """A page as HSDS describes it. A page beyond the last is empty."""
    pages = -(-total // asked.per_page)
    frame = {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(bodies),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not bodies,
        "contents": [msgspec.Raw(body) for body in bodies],
    }
    return answered(ENCODE(frame))


def answered(body: bytes | Iterable[bytes]) -> HttpResponse:
    """An answer in JSON."""
    return HttpResponse(body, content_type=JSON)
