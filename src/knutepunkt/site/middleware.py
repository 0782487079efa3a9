"""Headers that every page carries, and the door that is shut while the node is mended."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
FIVE_MINUTES = "300"


def safe_headers(get_response: Answer) -> Answer:
    """Forbid everything a page does not need, and keep what a visitor saw out of caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def maintenance(get_response: Answer) -> Answer:
    """While KNUTEPUNKT_MAINTENANCE is set, every address says calmly when to come back.

    Nobody is kept from leaving.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.KNUTEPUNKT_MAINTENANCE or request.path == reverse("leave"):
            return get_response(request)
        response = render(request, "site/maintenance.html", status=503)
        response.headers["Retry-After"] = FIVE_MINUTES
        return response

    return middleware
