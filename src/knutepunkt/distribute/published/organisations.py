"""Organisations that may be public; their contacts are never read here."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from knutepunkt.directory.models import Group, Organisation
from knutepunkt.directory.queries import published
from knutepunkt.distribute.published.plain import Moment, Question, moment, uid
from knutepunkt.distribute.published.records import PublishedOrganisation
from knutepunkt.distribute.published.texts import link, own_words, road, text, words

BATCH = 500
COLUMNS = (
    "id", "uid", "name", "legal_id", "parent_id", "own_words", "url", "is_fictitious",
    Moment("added_at"), "edition", "road",
)  # fmt: skip


def public_organisations() -> QuerySet[Organisation]:
    """The organisations that may be named: not those that only unpublished groups tell of."""
    groups = Group.objects.filter(organisation=OuterRef("pk"))
    unpublished = groups.filter(is_published=False)
    shown = published().filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(Q(Exists(shown)) | ~Q(Exists(unpublished)))


ASKED = Question(lambda among: public_organisations().filter(pk__in=among), *COLUMNS)
PARENTS = Question(lambda among: public_organisations().filter(pk__in=among), "id", "uid")


def organisations_of(ids: Collection[int]) -> dict[int, PublishedOrganisation]:
    """The public organisations among some of the database's numbers. Two queries."""
    if not ids:
        return {}
    rows = ASKED.of(ids)
    parents = parents_of({row[4] for row in rows if row[4] is not None})
    return {row[0]: organisation(row, parents.get(row[4], "")) for row in rows}


def parents_of(ids: Collection[int]) -> dict[int, str]:
    """The UUIDs of public parents by number."""
    if not ids:
        return {}
    return {id_: uid(digits) for id_, digits in PARENTS.of(ids)}


@lru_cache(maxsize=500)  # batch after batch meets the same
def organisation(row: tuple[Any, ...], parent: str) -> PublishedOrganisation:
    """One organisation from its row and its parent's UUID."""
    _, digits, name, legal_id, _, said, url, is_fictitious, added_at, edition, way = row
    return PublishedOrganisation(
        uid(digits), text(name), legal_id, parent, own_words(words(said)),
        link(url), bool(is_fictitious), moment(added_at), edition,
        road(way),
    )  # fmt: skip


def organisation_stream(
    batch: int = BATCH, *, alone: bool = False
) -> Iterator[PublishedOrganisation]:
    """Every public organisation, those without groups too; memory holds one batch.

    ``alone`` asks for those alone that no public group belongs to.
    """
    wanted, last = public_organisations(), 0
    if alone:
        wanted = wanted.exclude(Exists(published().filter(organisation=OuterRef("pk"))))
    wanted = wanted.order_by("pk")
    while ids := list(wanted.filter(pk__gt=last).values_list("pk", flat=True)[:batch]):
        found = organisations_of(ids)
        yield from (found[id_] for id_ in ids if id_ in found)
        last = ids[-1]
