"""What stands where something went wrong: calm, plain, with a way on."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import is_valid_path
from django.utils.http import escape_leading_slashes

from knutepunkt.site import crisis
from knutepunkt.site.limits import READING
from knutepunkt.site.words import language


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere; one with a slash too many leads to what was meant."""
    del exception
    meant = request.path_info.rstrip("/")
    if request.method in READING and meant != request.path_info and is_valid_path(meant):
        return HttpResponsePermanentRedirect(escape_leading_slashes(meant))
    return render(request, "site/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that makes no sense."""
    del exception
    return render(request, "site/refused.html", status=400)


def strange(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Something sent to an address that takes nothing in."""
    del reason
    return render(request, "site/refused.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours. What the other pages know is not asked for: it may be what failed."""
    del request
    told = {"language": language(), "crisis_numbers": crisis.numbers(language())}
    return HttpResponse(render_to_string("500.html", told), status=500)
