"""Every address there is, out of the URL configuration, so that a new door cannot be forgotten."""

import re
from collections.abc import Iterator, Mapping, Sequence

from django.urls import URLPattern, URLResolver, get_resolver

PART = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")
# What visitors seal themselves: such an address holds a question and no answer of ours.
SEALED = "address"


def routes(
    patterns: Sequence[URLPattern | URLResolver] | None = None, before: str = ""
) -> Iterator[str]:
    """Each route as it is written, with its parts in angle brackets."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            inner = "" if "LocalePrefix" in type(one.pattern).__name__ else str(one.pattern)
            yield from routes(one.url_patterns, before + inner)
        else:
            yield before + str(one.pattern)


def addresses(values: Mapping[str, Sequence[str]]) -> list[str]:
    """An address of every route, and one for each further value that a part of it can have.

    A part nobody gives values for is a KeyError: tell the test what a new door can be asked.
    """
    found = []
    for route in routes():
        names = PART.findall(route)
        if SEALED not in names:
            first = [values[name][0] for name in names]
            found.append(filled(route, first))
            for place, name in enumerate(names):
                others = ([*first[:place], one, *first[place + 1 :]] for one in values[name][1:])
                found += [filled(route, parts) for parts in others]
    return list(dict.fromkeys(found))


def filled(route: str, parts: Sequence[str]) -> str:
    """A route with its parts put in."""
    left = iter(parts)
    return "/" + PART.sub(lambda _: next(left), route)
