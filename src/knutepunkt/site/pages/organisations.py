"""Everything the page of one organisation tells."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse

from knutepunkt.alphabet import in_order
from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Group, Organisation
from knutepunkt.directory.queries import going_on, published
from knutepunkt.distribute.published import public_organisations
from knutepunkt.search.queries import Found
from knutepunkt.search.query import Query
from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import State as IndexState
from knutepunkt.site.choices import lexicon_now, state_now
from knutepunkt.site.group.meetings import web
from knutepunkt.site.group.own_words import OwnWords, own_words, shown
from knutepunkt.site.pages import listing
from knutepunkt.site.words import language
from knutepunkt.vocabulary.models import Definition

INITIALS_FROM = 200
MOST_ENDED = 60


@dataclass(frozen=True, slots=True)
class Explained:
    """A word as an organisation has explained it, and the page of the word."""

    term: str
    url: str
    words: OwnWords


class Named(NamedTuple):
    """An organisation in a list."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """An organisation as its page shows it; its contacts are private and never come here."""

    uid: UUID
    name: str
    legal_id: str
    url: str
    own_words: list[OwnWords]
    definitions: list[Explained]
    parent: Organisation | None
    children: list[Organisation]
    counties: list[listing.CountyCount]
    online: int
    groups: listing.Listing
    ended: list[Group]
    question: Question
    is_fictitious: bool


def organisation_known(uid: UUID) -> Organisation | None:
    """An organisation anybody may read about, or None: see ``public_organisations``."""
    return public_organisations().filter(uid=uid).first()


def ended_groups(organisation: Organisation) -> list[Group]:
    """Its groups that have ended, for who knows one of them by name. One query."""
    found = published().filter(organisation=organisation, state=State.ENDED).only("uid", "name")
    return sorted(found, key=lambda group: in_order(group.name))[:MOST_ENDED]


def organisation_page(known: Organisation, county: str, page: int, today: date) -> OrganisationPage:
    """The page of an organisation, its groups in one county or in all. Nine queries."""
    theirs = Query(organisations=(str(known.uid),))
    return OrganisationPage(
        uid=known.uid,
        name=known.name,
        legal_id=known.legal_id,
        url=web(known.url),
        own_words=own_words(known.own_words),
        definitions=explained_by(known),
        parent=public_organisations().filter(pk=known.parent_id or 0).first(),
        children=sorted(public_organisations().filter(parent=known), key=by_name),
        counties=listing.by_county(listing.counted(theirs)),
        online=listing.online(theirs),
        groups=listing.listing(listing.in_county(theirs, county), page, today, county),
        ended=ended_groups(known),
        question=Question(organisation=str(known.uid)),
        is_fictitious=known.is_fictitious,
    )


def explained_by(known: Organisation) -> list[Explained]:
    """The words an organisation has explained, the newest explanation first. One query."""
    said = Definition.objects.filter(owner=known.name).select_related("concept")
    return [
        Explained(
            lexicon_now().name(one.concept_id, language()),
            reverse("term", args=[one.concept.scheme_id, one.concept.code]),
            shown({"text": one.text, "language": one.language, "on": f"{one.dated}"}),
        )
        for one in said.order_by("-dated", "id")
    ]


def with_groups() -> list[Named]:
    """The organisations that have groups anybody may see, by name. One query when that has changed,
    else none."""
    return with_groups_in(state_now())


@lru_cache(maxsize=1)
def with_groups_in(state: IndexState) -> list[Named]:
    """The same in one state of the index."""
    del state
    of_each = going_on().filter(organisation=OuterRef("pk"))
    known = Organisation.objects.filter(Exists(of_each)).values_list("name", "pk", "uid")
    found = sorted((in_order(name), pk, name, uid) for name, pk, uid in known)
    return [Named(str(uid), name) for _order, _pk, name, uid in found]


def behind(found: Found, most: int) -> list[Named]:
    """Who stands behind some groups, by name, as many as ``most`` at most."""
    uids = found.facets.get("organisation", {})
    return list(islice((one for one in with_groups() if one.uid in uids), most))


def by_name(known: Organisation) -> tuple[str, int]:
    """Sorts organisations."""
    return in_order(known.name), known.pk
