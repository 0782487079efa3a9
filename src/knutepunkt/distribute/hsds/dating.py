"""Tells of every answer of HSDS since when it has been the same."""

from collections.abc import Callable, Mapping
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.door import READ, View, date_of, door, is_known, not_modified
from knutepunkt.distribute.hsds.grounds import Ground, ground, since


def dated_door(*methods: str, cost: float = 1.0) -> Callable[[View], View]:
    """A view for programs whose answers have a moment, and a tag even as lines.

    The ground is looked at before the view reads: what changes meanwhile is then told next time.
    """

    def framed(view: View) -> View:
        @door(*methods, cost=cost)
        @wraps(view)
        def answer(request: HttpRequest, **names: object) -> HttpResponseBase:
            if request.method not in READ:
                return view(request, **names)
            if request.GET.get("search") or request.GET.get("postcode"):
                return view(request, **names)  # the index has its say, and follows the directory
            now = ground()
            told = date_of(since(now))
            if request.GET.get("format") == "ndjson":
                return as_lines(view, request, now, told, names)
            return with_headers(view(request, **names), told)

        return answer

    return framed


def as_lines(
    view: View, request: HttpRequest, now: Ground, told: dict[str, str], names: dict[str, object]
) -> HttpResponseBase:
    """All of them as lines, or 304: what is not whole yet has the tag of what it rests on."""
    tag = f'"{now.digest.hex()}-{now.edition}"'
    same = not_modified({"ETag": f"W/{tag}", "Cache-Control": "no-cache", **told})
    if is_known(request, tag, told.get("Last-Modified", "")):
        return same
    return with_headers(view(request, **names), same.headers)


def with_headers(response: HttpResponseBase, headers: Mapping[str, str]) -> HttpResponseBase:
    """The response with headers more."""
    for name, value in headers.items():
        response.headers[name] = value
    return response
