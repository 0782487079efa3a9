"""The straight way to an answer, past what stands before other pages and has nothing to do here.

To look for a kept page or a file, for a cookie against forgery, for a language and for an address
among those of all pages took as long as two bare views. What does concern an answer is done here,
in the same order: the host, the language, how much is read, packing.
"""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.middleware.common import CommonMiddleware
from django.urls import ResolverMatch
from django.utils.cache import patch_vary_headers
from django.utils.translation import activate

from knutepunkt.distribute.packing import pack_answers
from knutepunkt.site.limits import too_much_read
from knutepunkt.site.views.finding import results
from knutepunkt.turns import turn

View = Callable[[HttpRequest], HttpResponse]
TONGUES = "|".join(code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
ANSWER = re.compile(f"/(?:({TONGUES})/)?treff/([^/]+)")


def straight_to_answers(get_response: View) -> View:
    """Stands inside what holds for every answer: encryption, headers, faults."""
    sized = CommonMiddleware(get_response)
    found: Any = convert_exception_to_response(answering)

    def in_language(request: HttpRequest) -> HttpResponse:
        response: Any = sized.process_response(request, found(request))
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if request.path_info.startswith("/treff/"):  # an address that names no language
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response  # type: ignore[no-any-return]

    packing = pack_answers(in_language)

    def middleware(request: HttpRequest) -> HttpResponse:
        place = ANSWER.fullmatch(request.path_info)
        if place is None or request.method != "GET" or settings.KNUTEPUNKT_MAINTENANCE:
            return get_response(request)
        request.get_host()  # refuses a host that is not ours, as elsewhere
        tongue, address = place.groups()
        request.LANGUAGE_CODE = tongue or settings.LANGUAGE_CODE
        activate(request.LANGUAGE_CODE)
        request.resolver_match = ResolverMatch(results, (), {"address": address}, "results")
        return packing(request)

    return middleware


def answering(request: HttpRequest) -> HttpResponse:
    """The answer at an address, unless somebody has read too much."""
    address = request.path_info.rpartition("/")[2]
    with turn:
        return too_much_read(request) or results(request, address)
