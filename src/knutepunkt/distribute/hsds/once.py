"""Parts that many services of a batch share: each is written once and put into them as text."""

from collections.abc import Hashable, Iterable

import msgspec

from knutepunkt.collect.drafts import Step
from knutepunkt.distribute.hsds.ids import id_of, ids_under
from knutepunkt.distribute.hsds.locations import location
from knutepunkt.distribute.hsds.organisations import organisation
from knutepunkt.distribute.hsds.rows import Row, attribute
from knutepunkt.distribute.hsds.terms import carried, term_id
from knutepunkt.distribute.published import (
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)

ENCODE = msgspec.json.Encoder().encode
# A row that differs from service to service in these two ids alone, up to where it is the same.
STAMP = b'{"id":"%b","link_id":"%b"%b'
STAMPED = len(STAMP % (bytes(36), bytes(36), b""))
Written = msgspec.Raw


class Once:
    """What one batch of services shares. ``node`` is this node, for the end of roads."""

    def __init__(self, node: Step) -> None:
        self.node = node
        self.owners: dict[str, Written] = {}
        self.places: dict[PublishedPlace | str, Written] = {}
        self.ends: dict[Hashable, bytes] = {}
        self.known: dict[tuple[int, str], tuple[bytes, bytes]] = {}

    def organisation(self, owner: PublishedOrganisation) -> Written:
        """A whole organisation."""
        if owner.id not in self.owners:
            self.owners[owner.id] = Written(ENCODE(organisation(owner, self.node)))
        return self.owners[owner.id]

    def location(self, meeting: PublishedMeeting) -> Written:
        """Where a meeting is held; meetings at one place share it."""
        where = meeting.place or meeting.id
        if where not in self.places:
            self.places[where] = Written(ENCODE(location(meeting)))
        return self.places[where]

    def attribute(self, link: str, kind: str, fact: Hashable) -> Written:
        """A row of the profile about a service, whose fact many have."""
        if (kind, fact) not in self.ends:
            self.ends[kind, fact] = end(attribute(link, "service", kind, fact))
        id_ = id_of(link, kind, "0").encode()
        return Written(STAMP % (id_, link.encode(), self.ends[kind, fact]))

    def terms(self, terms: Iterable[PublishedTerm], link: str) -> list[Written]:
        """The terms a service carries."""
        known = [self.term(term, link) for term in terms]
        ids = ids_under(link, [id_ for id_, _ in known])
        under = link.encode()
        return [
            Written(STAMP % (id_.encode(), under, rest))
            for id_, (_, rest) in zip(ids, known, strict=True)
        ]

    def term(self, term: PublishedTerm, link: str) -> tuple[bytes, bytes]:
        """The id of a term, and the row of a service that carries it from where its ids end."""
        key = term.concept, term.origin
        if key not in self.known:
            self.known[key] = term_id(term.scheme, term.code).encode(), end(carried(term, link))
        return self.known[key]


def end(row: Row) -> bytes:
    """A row from where its ids end."""
    return ENCODE(row)[STAMPED:]
