"""What every template knows."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override

from knutepunkt.site import choices, crisis
from knutepunkt.site.words import language, page_language


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """One language of the site, and where this page is in it."""

    code: str
    name: str
    url: str
    is_current: bool


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Values for the frame around each page; none of them tells who is looking."""
    return knows(page_languages(request))


def knows(languages: list[PageLanguage]) -> dict[str, object]:
    """The same for a page that is in some languages."""
    return {
        "languages": languages,
        "language": language(),
        "page_language": page_language(),
        "crisis_numbers": crisis.numbers(language()),
        "holdings": choices.holdings,
    }


def page_languages(request: HttpRequest) -> list[PageLanguage]:
    """This page in every language of the site; the first page where this one is nowhere."""
    return languages_at(request.path if request.resolver_match else reverse("home"))


def languages_at(path: str) -> list[PageLanguage]:
    """The page at an address of the current language in every language of the site."""
    current = page_language()
    urls = in_each(path, current)
    return [
        PageLanguage(code, name, url, code == current)
        for (code, name), url in zip(settings.LANGUAGES, urls, strict=True)
    ]


def page_in_each(request: HttpRequest, current: str) -> list[str]:
    """Where this page is in every language of the site, in their order."""
    return in_each(request.path if request.resolver_match else language_prefix(current), current)


def in_each(path: str, current: str) -> list[str]:
    """Where an address of a language leads in every language, in their order."""
    rest = path.removeprefix(language_prefix(current))
    return [language_prefix(code) + rest for code, _ in settings.LANGUAGES]


@lru_cache(maxsize=10)
def language_prefix(code: str) -> str:
    """What every address in a language begins with."""
    with override(code):
        return reverse("home")
