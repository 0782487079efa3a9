"""Pages that tell what this place is, for whom, and what it keeps."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knutepunkt.site.choices import choices
from knutepunkt.site.forms import SearchForm
from knutepunkt.site.words import language
from knutepunkt.site.writing.keeping import kept


@require_safe
@kept
def told(request: HttpRequest, template: str) -> HttpResponse:
    """A page of text."""
    return render(request, template, {"contact": settings.KNUTEPUNKT_CONTACT})


about = partial(told, template="site/about.html")
privacy = partial(told, template="site/privacy.html")
accessibility = partial(told, template="site/accessibility.html")
safe = partial(told, template="site/safe.html")
for_groups = partial(told, template="site/for_groups.html")


@require_safe
@kept
def professionals(request: HttpRequest) -> HttpResponse:
    """The way in for somebody who refers: the search, and what can be handed over."""
    form = SearchForm(None, choices(language()))
    return render(request, "site/professionals.html", {"form": form})
