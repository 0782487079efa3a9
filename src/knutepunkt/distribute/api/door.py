"""The frame around every view for programs: methods, limits, problems, other sites, validators."""

import math
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, wraps
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.csrf import csrf_exempt

from knutepunkt.distribute.api.buckets import Buckets, client_of
from knutepunkt.distribute.api.problems import Problem

READ = ("GET", "HEAD")
VALIDATORS = ("ETag", "Last-Modified", "Cache-Control")
View = Callable[..., HttpResponseBase]
SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Headers": "Content-Type, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


@cache
def buckets() -> Buckets:
    """The buckets of this process."""
    return Buckets(settings.KNUTEPUNKT_API_RATE, settings.KNUTEPUNKT_API_RATE * 10)


def door(*methods: str, cost: float = 1.0) -> Callable[[View], View]:
    """A view for programs: no key, no token, no cookie; the same for everybody."""

    def framed(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, **names: object) -> HttpResponseBase:
            try:
                response = admitted(view, request, methods, cost, names)
            except Problem as problem:
                response = problem.answer()
            for name, value in SHARED.items():
                response.headers[name] = value
            if request.method == "OPTIONS" or response.status_code == 405:
                response.headers["Allow"] = ", ".join(allowed(methods))
                response.headers["Access-Control-Allow-Methods"] = ", ".join(allowed(methods))
            return response

        return answer

    return framed


def allowed(methods: tuple[str, ...]) -> tuple[str, ...]:
    """The methods of a view, with those that come by themselves."""
    return (*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS")


def admitted(
    view: View,
    request: HttpRequest,
    methods: tuple[str, ...],
    cost: float,
    names: dict[str, object],
) -> HttpResponseBase:
    """The view's answer, when the request may be made. Raises Problem."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in allowed(methods):
        raise Problem(405, f"this address answers {', '.join(methods)}")
    if seconds := buckets().wait(client_of(request), cost):
        raise Problem(
            429, f"you ask more than this node can answer; wait {seconds} s", retry_after=seconds
        )
    response = view(request, **names)
    return conditional(request, response) if isinstance(response, HttpResponse) else response


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """The answer with its validators, or 304 when whoever asks has it already.

    One tag is for the answer both packed and plain, so it is a weak one (RFC 9110, section 8.8.3).
    """
    if response.status_code != 200 or request.method not in READ:
        return response
    tag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = f"W/{tag}"
    response.headers.setdefault("Cache-Control", "no-cache")
    if is_known(request, tag, response.headers.get("Last-Modified", "")):
        return not_modified(response.headers)
    return response


def not_modified(headers: Mapping[str, str]) -> HttpResponse:
    """What a cache needs to go on with the answer it has (RFC 9110, section 15.4.5)."""
    told = {name: headers[name] for name in VALIDATORS if name in headers}
    return HttpResponseNotModified(headers=told | {"Vary": "Accept-Encoding"})


def is_known(request: HttpRequest, tag: str, modified: str) -> bool:
    """Say whether the request names this answer. A tag counts before a date."""
    if asked := request.headers.get("If-None-Match"):
        tags = [one.strip().removeprefix("W/") for one in asked.split(",")]
        return tag in tags or "*" in tags
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    at = parse_http_date_safe(modified)
    return since is not None and at is not None and at <= since


def date_of(moment: datetime) -> dict[str, str]:
    """A moment of change as a header, rounded up to a whole second.

    Until that second has come there may be another write in it, so no date is told yet. Must be
    asked before what it dates is read: a write that comes between is then later than the date.
    """
    second = math.ceil(moment.timestamp())
    return {"Last-Modified": http_date(second)} if second < time.time() else {}
