"""Keeps pages that are the same for everybody, written out, until something changes (ADR 0020).

In the memory of the process alone, so nothing of who looked at what is on a disk. A view says with
``@kept`` that its pages may be; one that has anything of its visitor in it must never say so, and
answers to searches do not.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from knutepunkt.site.choices import state_now
from knutepunkt.site.writing import committed
from knutepunkt.site.writing.shelf import Kept, Key, Shelf
from knutepunkt.turns import turn

ROOM = 64_000_000
Given = ParamSpec("Given")
Answer = Callable[[HttpRequest], HttpResponse]
shelf = Shelf(ROOM)


def kept(
    view: Callable[Concatenate[HttpRequest, Given], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Given], HttpResponse]:
    """Let the pages of a view be kept. What is committed after they are begun makes them old."""

    @wraps(view)
    def begun(request: HttpRequest, *args: Given.args, **given: Given.kwargs) -> HttpResponse:
        state = state_of()
        with turn:
            response = view(request, *args, **given)
        response.kept_in = state  # type: ignore[attr-defined]
        return response

    return begun  # type: ignore[return-value]  # it hides that the request may be named


def state_of() -> Key | None:
    """The state of everything that a page is written from; None inside a transaction."""
    mark = committed.mark()
    return None if mark is None else (mark, *state_now())


def keep_pages(get_response: Answer) -> Answer:
    """Answer with a kept page where there is one; stands before what would write it anew."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or settings.KNUTEPUNKT_MAINTENANCE:
            return get_response(request)
        key = (request.path_info, "gzip" in request.headers.get("Accept-Encoding", ""))
        now = timezone.now()
        if key in shelf.pages and (found := shelf.page(state_of(), key, now)):
            request.get_host()  # refuses a host that is not ours, as elsewhere
            return HttpResponse(found.body, headers=found.headers)
        response = get_response(request)
        state = getattr(response, "kept_in", None)
        if state is not None and response.status_code == 200 and not response.cookies:
            shelf.put(state, key, written(response, now))
        return response

    return middleware


def written(response: HttpResponse, now: datetime) -> Kept:
    """A page as it is kept: to the next full hour, in which a day may end, or as it said itself."""
    hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    until = min(hour, getattr(response, "holds_until", hour))
    return Kept(response.content, dict(response.items()), until)


def holding(response: HttpResponse, moments: Iterable[datetime | None]) -> HttpResponse:
    """A page that names moments to come, which holds until the first of them."""
    named = [moment for moment in moments if moment is not None]
    if named:
        response.holds_until = min(named)  # type: ignore[attr-defined]
    return response
