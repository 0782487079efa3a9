"""The whole description, put together once."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.conf import settings

from knutepunkt.distribute.described import hsds, others
from knutepunkt.distribute.described.examples import examples
from knutepunkt.distribute.described.objects import OBJECTS
from knutepunkt.distribute.described.operations import Operation

TAGS = {
    others.SEARCH: "The same question as on the site, asked by applications.",
    hsds.TAG: "Human Services Data Specification 3.0: a group is a service, a meeting a schedule.",
    others.SYNC: "For those who keep a copy, and for other nodes.",
    others.FILES: "Finished files and the formats of other programs.",
}
ABOUT = (
    "Everything a node publishes is open: no key, no cookie, from any site. Nothing that is not "
    "published, only for contact, or hidden leaves through it. Faults are problems (RFC 9457) in "
    "one sentence."
)


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Every operation, in the order of the tags."""
    told = examples()
    found = [
        replace(one, answer=told.get(one.id)) for one in (*hsds.operations(), *others.operations())
    ]
    return tuple(sorted(found, key=lambda one: [*TAGS].index(one.tag)))


def document() -> dict[str, Any]:
    """The description as OpenAPI 3.1."""
    paths: dict[str, Any] = {}
    for one in operations():
        paths.setdefault(one.path, {})[one.method] = one.written()
    return {
        "openapi": "3.1.0",
        "info": {"title": "Knutepunkt", "version": "1", "summary": "Self-help groups",
                 "description": ABOUT},
        "servers": [{"url": settings.KNUTEPUNKT_SITE.rstrip("/")}],
        "tags": [{"name": name, "description": told} for name, told in TAGS.items()],
        "security": [],
        "paths": paths,
        "components": {"schemas": {**OBJECTS, **others.shapes()}},
    }  # fmt: skip
