"""Faults that stand before every view, told to programs as problems and not as pages for people."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from knutepunkt.distribute.api.door import SHARED
from knutepunkt.distribute.api.problems import Problem

# Whoever comes to these is a program; /api and /feeds alone lead there too.
DOORS = ("/api/", "/feeds/", "/bmlt/", "/embed/", "/qr/", "/sitemap")
KEPT = (
    "Allow",
    "Retry-After",
    "Access-Control-Allow-Methods",
    "Vary",
    "X-Content-Type-Options",
    "Strict-Transport-Security",
    "Referrer-Policy",
    "Permissions-Policy",
)
SENTENCES = {
    400: "this request cannot be read; ask the node by its own name, and check address and body",
    403: "this is not open to this request",
    404: "there is nothing at this address; see /api/openapi.json for what there is",
    405: "this address does not answer this method; the header Allow says which",
    429: "too much is sent at once; ask again when Retry-After has passed",
    500: "this node made a mistake; ask again later, or tell its operator",
    503: "this node is being mended; ask again when Retry-After has passed",
}


def told_as_problems(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Stands outside everything else, so that no other layer's page slips past."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code < 400 or not f"{request.path_info}/".startswith(DOORS):
            return response
        if response.headers.get("Content-Type", "") == "application/problem+json":
            return response
        return instead_of(response)

    return middleware


def instead_of(response: HttpResponse) -> HttpResponse:
    """The problem that a page for people stands for, with what its headers ask of the program."""
    status = response.status_code
    found = Problem(status, SENTENCES.get(status, "this request cannot be answered")).answer()
    for name, value in SHARED.items():
        found.headers[name] = value
    return told_alike(found, response)


def told_alike(found: HttpResponse, response: HttpResponse) -> HttpResponse:
    """What is told instead of a response, with the headers of it that hold for both."""
    for name in KEPT:
        if name in response.headers:
            found.headers[name] = response.headers[name]
    found.headers["Cache-Control"] = "no-store"
    return found
