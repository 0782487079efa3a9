"""What each address answers: read the request, ask once, render."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from knutepunkt.site import queries
from knutepunkt.site.choices import choices
from knutepunkt.site.forms import SearchForm
from knutepunkt.site.group_page import group_page
from knutepunkt.site.words import language

# A token against forged posts needs a cookie. A search changes nothing, so there is nothing to
# forge, and a visitor needs no cookie (ADR 0008).
NEEDS_NO_TOKEN = csrf_exempt


@NEEDS_NO_TOKEN
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The search form, and below or instead of it what a posted search found.

    What was asked travels in the body alone: an address is kept in histories and logs.
    """
    form = SearchForm(request.POST if request.method == "POST" else None, choices(language()))
    if not form.is_valid():
        return render(request, "site/home.html", {"form": form})
    answer = queries.answer(form.question(), timezone.now())
    return render(request, "site/results.html", {"form": form, "answer": answer})


@require_safe
def group(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a group; a withdrawn one is said to be gone."""
    known = queries.group_known(uid)
    if known is None:
        raise Http404
    if known.withdrawn_at is not None:
        return render(request, "site/gone.html", status=410)
    return render(request, "site/group.html", {"group": group_page(known, timezone.now())})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this place is, and what it remembers."""
    return render(request, "site/about.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Every page may be found; a search has no address that could be."""
    del request
    lines = (
        f"User-agent: *\nAllow: /\nSitemap: {settings.KNUTEPUNKT_SITE.rstrip('/')}/sitemap.xml\n"
    )
    return HttpResponse(lines, content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere."""
    del exception
    return render(request, "site/not_found.html", status=404)
