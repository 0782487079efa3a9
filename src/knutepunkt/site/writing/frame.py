"""The frame around a page, written out once in each language; its parts are filled in."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString

from knutepunkt.site.context import PageLanguage, knows, page_in_each
from knutepunkt.site.words import page_language
from knutepunkt.site.writing.stencil import Stencil, mark, shape_of, written


def framed(request: HttpRequest, template: str, *, is_loud: bool, **parts: object) -> SafeString:
    """A page of its parts; a part that is empty is as good as not there."""
    shape, tongue = shape_of(parts), page_language()
    stencil = frame(template, shape, tongue, is_loud=is_loud)
    return stencil.filled([*page_in_each(request, tongue), *(parts[name] for name in shape)])


@lru_cache(maxsize=500)
def frame(template: str, shape: tuple[str, ...], tongue: str, *, is_loud: bool) -> Stencil:
    """A page for the parts it has, in a language; loud where the way out must be seen."""
    links = [
        PageLanguage(code, name, mark(number), code == tongue)
        for number, (code, name) in enumerate(settings.LANGUAGES)
    ]
    page: dict[str, object] = {
        name: mark(number) for number, name in enumerate(shape, start=len(links))
    }
    return written(template, {**knows(links), "page": page | {"is_loud": is_loud}})
