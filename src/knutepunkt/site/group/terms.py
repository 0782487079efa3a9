"""Who a group is for: concepts by vocabulary, and the sources' own terms as they wrote them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from knutepunkt.alphabet import in_order
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.search.results import name_in
from knutepunkt.site.choices import lexicon_now
from knutepunkt.site.watched import may_be_watched
from knutepunkt.site.words import language
from knutepunkt.site.writing.prepared import by_number
from knutepunkt.vocabulary.models import Concept
from knutepunkt.vocabulary.queries import NamedConcept, named, with_names

OURS = (
    "theme", "target-group", "openness", "working-form", "language", "accessibility",
    "organisation-form", "format",
)  # fmt: skip

CONCEPTS = by_number(lambda group: with_names(Concept.objects.filter(classifications__group=group)))


@dataclass(frozen=True, slots=True)
class Named:
    """The terms of one vocabulary, each with the address of its page, "" for none."""

    scheme: str
    title: str
    names: list[str]
    urls: list[str]

    @property
    def links(self) -> list[tuple[str, str]]:
        """Each name with its address."""
        return list(zip(self.names, self.urls, strict=True))


@dataclass(frozen=True, slots=True)
class Terms:
    """What a group carries: ``ours`` by vocabulary, ``theirs`` in the sources' own words.

    ``themes`` are the concepts that say what it is about.
    """

    ours: list[Named]
    theirs: list[Named]
    by_code: dict[tuple[str, str], str]
    themes: list[int]
    may_be_watched: bool

    def of(self, meeting: Meeting) -> list[str]:
        """The names of a meeting's own terms; one that is not known here is as it was written."""
        told = [self.by_code.get((scheme, code), label or code)
                for scheme, code, label in meeting.terms]  # fmt: skip
        return list(dict.fromkeys(told))


def terms_of(group: Group) -> Terms:
    """Every concept of a group, named in the language of the page. One query."""
    concepts = named(CONCEPTS.rows(group.pk), language())
    ours = [concept for concept in concepts if concept.kind == "own"]
    theirs = [concept for concept in concepts if concept.kind != "own"]
    ours.sort(key=lambda concept: (order(concept.scheme), in_order(concept.name)))
    return Terms(
        by_scheme(ours),
        by_scheme(theirs),
        {(concept.scheme, concept.code): concept.name for concept in concepts},
        [concept.id for concept in concepts if concept.scheme == "theme"],
        may_be_watched(lexicon_now(), [concept.id for concept in concepts]),
    )


def order(scheme: str) -> tuple[int, str]:
    """Where a vocabulary stands on the page: what it is about first."""
    return (OURS.index(scheme) if scheme in OURS else len(OURS), scheme)


def by_scheme(concepts: Iterable[NamedConcept]) -> list[Named]:
    """The names under the title of their vocabulary; a source's own list has none."""
    found: dict[str, Named] = {}
    tongue = language()
    for concept in concepts:
        told = found.get(concept.scheme)
        if told is None:
            told = found[concept.scheme] = Named(
                concept.scheme, name_in(concept.title, tongue), [], []
            )
        if concept.name not in told.names:
            told.names.append(concept.name)
            told.urls.append(url_of(concept))
    return list(found.values())


def url_of(concept: NamedConcept) -> str:
    """The page of a theme; other terms are told where they stand."""
    return reverse("theme", args=[concept.code]) if concept.scheme == "theme" else ""
