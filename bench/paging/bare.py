"""The node with one view more, which nothing of ours stands before or behind.

Django's own handler calls it with no middleware at all, in the same process and through the same
server as every other page, so it costs what Django itself costs and nothing besides.
"""

import os
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import override_settings
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")

from knutepunkt.wsgi import application as node

BARE = "/bare"


def bare(request: HttpRequest) -> HttpResponse:
    """Almost nothing."""
    del request
    response = JsonResponse({"bare": True})
    response.headers["Content-Length"] = str(len(response.content))
    return response


class BareHandler(WSGIHandler):
    """Django without middleware and with one address."""

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's own
        with override_settings(MIDDLEWARE=[]):
            super().load_middleware(is_async=is_async)

    def get_response(self, request: HttpRequest) -> Any:
        request.urlconf = urls
        return super().get_response(request)


urls = ModuleType("bare_urls")
urls.urlpatterns = [path(BARE[1:], bare)]  # type: ignore[attr-defined]
only = BareHandler()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The bare view at its address, the node everywhere else."""
    return only(environ, start) if environ["PATH_INFO"] == BARE else node(environ, start)
