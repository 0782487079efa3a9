"""The straight way in for programs, past everything that stands before pages for people.

To choose a language, look for a kept page or a file, limit reading and seek an address among those
of all pages took a quarter of a search's time. Nothing of it concerns an address under ``/api/``.
"""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.common import CommonMiddleware
from django.urls import ResolverMatch, get_resolver

from knutepunkt.distribute.packing import pack_answers

API, ADDRESSES = "/api/", "knutepunkt.distribute.urls"


def straight_in(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Stands inside what holds for every answer: encryption, headers, faults told as problems."""
    sized = CommonMiddleware(get_response)

    def found(request: HttpRequest) -> HttpResponse:
        view = request.resolver_match = view_at(request.path_info)
        response = view.func(request, *view.args, **view.kwargs)
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return sized.process_response(request, response)  # type: ignore[return-value]

    packing = pack_answers(found)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API) or settings.KNUTEPUNKT_MAINTENANCE:
            return get_response(request)
        request.get_host()  # refuses a host that is not ours, as elsewhere
        return packing(request)

    return middleware


@lru_cache(maxsize=1000)
def view_at(path: str) -> ResolverMatch:
    """What answers an address: the same few are asked again and again. Raises Resolver404."""
    return get_resolver(ADDRESSES).resolve(path)
