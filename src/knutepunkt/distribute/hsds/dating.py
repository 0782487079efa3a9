"""Tells of every answer of HSDS since when it has been the same."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.door import READ, View, dated, door, is_known, not_modified
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
            now = ground()
            if request.GET.get("format") == "ndjson":
                return as_lines(view, request, now, names)
            return dated(view(request, **names), since(now))

        return answer

    return framed


def as_lines(
    view: View, request: HttpRequest, now: Ground, names: dict[str, object]
) -> HttpResponseBase:
    """All of them as lines, or 304: what is not whole yet has the tag of what it rests on."""
    tag = f'"{now.digest.hex()}-{now.edition}"'
    same = dated(not_modified({"ETag": f"W/{tag}", "Cache-Control": "no-cache"}), since(now))
    if is_known(request, tag, same.headers.get("Last-Modified", "")):
        return same
    response = view(request, **names)
    for name, value in same.headers.items():
        response.headers[name] = value
    return response
