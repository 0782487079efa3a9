"""How much one visitor may ask and read: buckets that forget, as before the doors for programs."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse

from knutepunkt.distribute.api.buckets import Buckets, client_of
from knutepunkt.site.context import languages_at

Given = ParamSpec("Given")
READING = ("GET", "HEAD")
# Every room of pages but the way out, which nobody must wait for.
PAGES = {
    f"knutepunkt.site.views.{room}"
    for room in ("embedding", "finding", "reading", "referring", "telling")
}
View = Callable[Concatenate[HttpRequest, Given], HttpResponse]


@cache
def buckets() -> Buckets:
    """The buckets of this process; a full one is forgotten, and none holds an address."""
    return Buckets(settings.KNUTEPUNKT_SITE_RATE, settings.KNUTEPUNKT_SITE_RATE * 10)


@cache
def reading() -> Buckets:
    """The buckets for pages that are read. Kept pages cost too little to be counted."""
    return Buckets(settings.KNUTEPUNKT_READ_RATE, settings.KNUTEPUNKT_READ_RATE * 10)


class LimitReading:
    """Lets a client have pages of the site written out only so often; stands after kept pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on: whose view it is, is known first once its address is resolved."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object
    ) -> HttpResponse | None:
        """Ask to wait, before a page is written out for whoever has read too much."""
        room = getattr(view, "func", view).__module__  # a page of text is a view with its template
        if request.method not in READING or room not in PAGES:
            return None
        return too_much_read(request)


def too_much_read(request: HttpRequest) -> HttpResponse | None:
    """Ask to wait, where a client has had too many pages written out; else count this one."""
    seconds = reading().wait(client_of(request))
    return too_many(request, seconds) if seconds else None


def too_many(request: HttpRequest, seconds: int, again: str = "") -> HttpResponse:
    """The page that asks to wait, and says for how long.

    ``again`` is where what was sent can be asked for anew, in this and in every other language.
    """
    said: dict[str, object] = {"again": again, "is_lost": request.method == "POST" and not again}
    if again:
        said["languages"] = languages_at(again)
    response = render(request, "site/too_many.html", said, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def nowhere(_request: HttpRequest) -> str:
    """What was sent is not kept."""
    return ""


def posted(or_to: str) -> Callable[[View[Given]], View[Given]]:
    """Answer what is posted; whoever comes by a link, or comes back, is led to a page instead.

    ``or_to`` is the name of that page, at the same arguments as the view.
    """

    def before(view: View[Given]) -> View[Given]:
        @wraps(view)
        def answer(request: HttpRequest, *args: Given.args, **given: Given.kwargs) -> HttpResponse:
            if request.method in READING:
                return HttpResponseRedirect(reverse(or_to, args=args, kwargs=given))
            if request.method != "POST":
                return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
            return view(request, *args, **given)

        return answer  # type: ignore[return-value]  # it hides that the request may be named

    return before


def limited(
    *methods: str, cost: float = 1.0, again: Callable[[HttpRequest], str] = nowhere
) -> Callable[[View[Given]], View[Given]]:
    """Let a client ask a view by some methods only so often; beyond that, to wait is asked.

    ``again`` tells where what was sent can be asked for anew.
    """

    def before(view: View[Given]) -> View[Given]:
        @wraps(view)
        def answer(request: HttpRequest, *args: Given.args, **given: Given.kwargs) -> HttpResponse:
            if request.method not in methods:
                return view(request, *args, **given)
            if seconds := buckets().wait(client_of(request), cost):
                return too_many(request, seconds, again(request))
            return view(request, *args, **given)

        return answer  # type: ignore[return-value]  # it hides that the request may be named

    return before
