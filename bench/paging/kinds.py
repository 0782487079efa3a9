"""Every kind of page of a node, with some addresses of each."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import NamedTuple

from django.db.models import Count

from knutepunkt.directory.queries import published
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.question import Question
from knutepunkt.vocabulary.models import Concept
from paging.questions import TOWNS, WORDS, everything_chosen

MOST, APART, TRONDELAG = 24, 100, "50"
PLACES = "0301 4601 5001 1103 5501 03 46 50 11 55".split()


class Asked(NamedTuple):
    """One request; a body is posted as JSON."""

    address: str
    body: dict[str, object] | None = None


def kinds(chance: Random) -> Iterator[tuple[str, list[Asked]]]:
    """What is asked for, by kind."""
    for kind, found in (*searches(chance), *of_directory(), *plain()):
        yield kind, [Asked(address) for address in islice(found, MOST)]
    texts = [f"{word} i {town}" for word, town in zip(WORDS, TOWNS, strict=False)]
    yield "API search, ten groups", [Asked("/api/search", {"text": t, "limit": 10}) for t in texts]


def searches(chance: Random) -> Iterator[tuple[str, Iterator[str]]]:
    """Pages of answers."""
    pairs = [(word, town) for word in WORDS for town in TOWNS]
    chance.shuffle(pairs)
    yield "results, words", (link_to(Question(word)) for word in WORDS)
    yield "results, words and place", (link_to(Question(*pair)) for pair in pairs)
    yield "results, all filters", (link_to(one) for one in everything_chosen(chance))
    yield "results, everything", iter([link_to(Question())])
    yield "results, none", iter([link_to(Question("xyzzy plugh", "Vardø"))])
    yield "results on a map", (link_to(Question(word, view="map")) for word in WORDS)


def of_directory() -> Iterator[tuple[str, Iterator[str]]]:
    """Pages of what the directory holds; of organisations those with most groups."""
    groups = published().exclude(state="ended")
    some = groups.values_list("uid", flat=True)[: MOST * APART]
    uids = list(some)[:: max(1, len(some) // MOST)]
    yield "group", (f"/gruppe/{uid}" for uid in uids)
    yield "group's calendar", (f"/feeds/group/{uid}.ics" for uid in uids)
    behind = groups.filter(organisation__isnull=False).values("organisation__uid")
    largest = behind.annotate(n=Count("pk")).order_by("-n")
    yield "organisation", (f"/organisasjon/{one['organisation__uid']}" for one in largest[:MOST])
    tops = Concept.objects.filter(scheme="theme", broader=None)
    themes = list(tops.values_list("code", flat=True))
    yield "theme", (f"/tema/{code}" for code in themes)
    yield "theme in a county", (f"/tema/{code}/{TRONDELAG}" for code in themes)
    yield "widget", (f"/embed/theme/{code}" for code in themes)
    yield "place", (f"/sted/{code}" for code in PLACES)
    yield "term", (f"/begrep/theme/{code}" for code in themes)


def plain() -> Iterator[tuple[str, Iterator[str]]]:
    """Pages of which there is one in each language, and what only machines read."""
    for kind, address in (
        ("first page", ""),
        ("all organisations", "/organisasjoner"),
        ("all themes", "/tema"),
        ("all places", "/sted"),
        ("what self-help is", "/hva-er-selvhjelp"),
        ("for professionals", "/for-fagfolk"),
        ("about", "/om"),
        ("privacy", "/personvern"),
    ):
        yield kind, iter([address or "/", f"/nn{address or '/'}", f"/en{address or '/'}"])
    yield "HSDS, a page of services", (f"/api/hsds/v3/services?page={n}" for n in range(1, 5))
    yield "sitemap", iter(["/sitemap.xml"])
