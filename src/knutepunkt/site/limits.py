"""How much one visitor may ask: buckets that forget, as before the doors for programs."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from knutepunkt.distribute.api.buckets import Buckets, client_of

Given = ParamSpec("Given")
View = Callable[Concatenate[HttpRequest, Given], HttpResponse]


@cache
def buckets() -> Buckets:
    """The buckets of this process; a full one is forgotten, and none holds an address."""
    return Buckets(settings.KNUTEPUNKT_SITE_RATE, settings.KNUTEPUNKT_SITE_RATE * 10)


def limited(*methods: str, cost: float = 1.0) -> Callable[[View[Given]], View[Given]]:
    """Let a client ask a view by some methods only so often; beyond that, to wait is asked."""

    def before(view: View[Given]) -> View[Given]:
        @wraps(view)
        def answer(request: HttpRequest, *args: Given.args, **given: Given.kwargs) -> HttpResponse:
            if request.method not in methods:
                return view(request, *args, **given)
            if seconds := buckets().wait(client_of(request), cost):
                response = render(request, "site/too_many.html", status=429)
                response.headers["Retry-After"] = str(seconds)
                return response
            return view(request, *args, **given)

        return answer  # type: ignore[return-value]  # it hides that the request may be named

    return before
