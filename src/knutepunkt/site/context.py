"""What every template knows."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url

from knutepunkt.site import choices, crisis
from knutepunkt.site.words import language


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """One language of the site, and where this page is in it."""

    code: str
    name: str
    url: str
    is_current: bool


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Values for the frame around each page; none of them tells who is looking."""
    return {
        "languages": page_languages(request.path),
        "language": language(),
        "crisis_numbers": crisis.numbers(language()),
        "holdings": choices.holdings,
    }


def page_languages(path: str) -> list[PageLanguage]:
    """This page in every language of the site; the first page where this one is nowhere."""
    try:
        resolve(path)
    except Resolver404:
        path = reverse("home")
    return [
        PageLanguage(code, name, translate_url(path, code), code == language())
        for code, name in settings.LANGUAGES
    ]
