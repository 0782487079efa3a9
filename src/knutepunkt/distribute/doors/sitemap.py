"""The sitemap: every page that anybody may read, in parts no larger than the protocol allows.

Parts are stretches of the database's numbers, so that one changes only with its own pages. Pages
are found by the names the site gives their addresses.
"""

from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import translation

from knutepunkt import gazetteer
from knutepunkt.directory.models import Classification, Organisation
from knutepunkt.directory.queries import published
from knutepunkt.distribute.doors.answering import bytes_answer, open_door, problem
from knutepunkt.distribute.exporting import frame_for
from knutepunkt.distribute.published import Choice, public_concepts

PART = 10_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XML = "application/xml; charset=utf-8"
STANDING = ("home", "themes", "places", "organisations", "understandings", "professionals",
            "for_groups", "about", "privacy", "accessibility", "embed")  # fmt: skip
Page = tuple[str, object]


def groups() -> QuerySet[Any]:
    """The groups that have a page: one that has ended is only said to be gone."""
    return published().exclude(state="ended")


def organisations() -> QuerySet[Any]:
    """The organisations that have groups to tell of."""
    return Organisation.objects.filter(Exists(published().filter(organisation=OuterRef("pk"))))


def terms() -> QuerySet[Any]:
    """The themes, and the terms of other lists that groups carry."""
    carried = Classification.objects.filter(concept=OuterRef("pk"))
    known = public_concepts()
    return known.filter(scheme_id="theme") | known.filter(Exists(carried))


def group_pages(rows: QuerySet[Any]) -> Iterator[Page]:
    """The pages of groups, with when each last changed."""
    for uid, changed in rows.values_list("uid", "updated_at"):
        yield reverse("group", args=[uid]), changed


def organisation_pages(rows: QuerySet[Any]) -> Iterator[Page]:
    """The pages of organisations."""
    for uid in rows.values_list("uid", flat=True):
        yield reverse("organisation", args=[uid]), None


def term_pages(rows: QuerySet[Any]) -> Iterator[Page]:
    """The pages of themes and of other terms."""
    for scheme, code in rows.values_list("scheme_id", "code"):
        name, parts = ("theme", [code]) if scheme == "theme" else ("term", [scheme, code])
        yield reverse(name, args=parts), None


def standing_pages() -> Iterator[Page]:
    """The pages that are always there, and those of places."""
    for name in STANDING:
        yield reverse(name), None
    for spot in (*gazetteer.counties(), *gazetteer.municipalities()):
        yield reverse("place", args=[spot.code]), None


KINDS: dict[str, tuple[Callable[[], QuerySet[Any]], Callable[..., Iterator[Page]]]] = {
    "groups": (groups, group_pages),
    "organisations": (organisations, organisation_pages),
    "terms": (terms, term_pages),
}


@open_door
def index(request: HttpRequest) -> HttpResponseBase:
    """The list of parts."""
    names = ["sitemap-pages.xml"]
    for kind, (rows, _) in KINDS.items():
        names += [f"sitemap-{kind}-{number}.xml" for number in stretches(rows())]
    site = escape(frame_for(Choice()).site)
    parts = "".join(f"<sitemap><loc>{site}/{name}</loc></sitemap>\n" for name in names)
    body = f'{HEAD}<sitemapindex xmlns="{SPACE}">\n{parts}</sitemapindex>\n'
    return bytes_answer(request, body.encode(), XML, None)


def stretches(rows: QuerySet[Any]) -> Iterator[int]:
    """The stretches of numbers that hold a page. A query each: from one on to the next page."""
    ordered = rows.order_by("pk").values_list("pk", flat=True)
    number = ordered.first()
    while number is not None:
        yield number // PART
        number = ordered.filter(pk__gte=(number // PART + 1) * PART).first()


@open_door
def standing(request: HttpRequest) -> HttpResponseBase:
    """The pages that are always there."""
    with translation.override("nb"):
        return listed(request, standing_pages())


@open_door
def part(request: HttpRequest, kind: str, number: int) -> HttpResponseBase:
    """The pages of one stretch of numbers."""
    if kind not in KINDS or number > 2**31:
        return problem(404, "No such part", "there is no such part of the sitemap.")
    rows, pages = KINDS[kind]
    stretch = rows().filter(pk__gte=number * PART, pk__lt=(number + 1) * PART).order_by("pk")
    with translation.override("nb"):
        return listed(request, pages(stretch))


def listed(request: HttpRequest, pages: Iterator[Page]) -> HttpResponseBase:
    """Pages as the protocol has them."""
    site = frame_for(Choice()).site
    urls = "".join(entry(f"{site}{address}", changed) for address, changed in pages)
    if not urls:
        return problem(404, "No such part", "this part of the sitemap is empty.")
    body = f'{HEAD}<urlset xmlns="{SPACE}">\n{urls}</urlset>\n'
    return bytes_answer(request, body.encode(), XML, None)


def entry(address: str, changed: object) -> str:
    """One page."""
    day = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"
