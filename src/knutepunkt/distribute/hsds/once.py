"""Parts that many services share: each is written once and put into them as text.

What is remembered is known by everything it says, so that it stays right however long it is kept.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache

import msgspec

from knutepunkt.collect.drafts import Step
from knutepunkt.distribute.hsds.ids import id_of, ids_under
from knutepunkt.distribute.hsds.locations import online, whole_place
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.rows import Row, attribute
from knutepunkt.distribute.hsds.terms import carried, term_id
from knutepunkt.distribute.published import (
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)
from knutepunkt.distribute.published.terms import MOST, Terms

ENCODE = msgspec.json.Encoder().encode
Written = msgspec.Raw


class Once:
    """The terms met on one ground. ``node`` is this node, for the end of roads."""

    def __init__(self, node: Step) -> None:
        self.node = node
        self.met = Terms()
        self.known: dict[tuple[int, str], tuple[bytes, bytes]] = {}

    def terms(self, terms: Iterable[PublishedTerm], link: str) -> list[bytes]:
        """The rows of the terms a service carries."""
        known = [self.known.get((term.concept, term.origin)) or self.term(term) for term in terms]
        ids = ids_under(link, [id_ for id_, _ in known])
        return [stamped(id_, link, rest) for id_, (_, rest) in zip(ids, known, strict=True)]

    def term(self, term: PublishedTerm) -> tuple[bytes, bytes]:
        """The id of a term, and the row of a service that carries it from where its ids end."""
        if len(self.known) > MOST:
            self.known.clear()
        told = term_id(term.scheme, term.code).encode(), end(carried(term, ""))
        self.known[term.concept, term.origin] = told
        return told


@lru_cache(maxsize=500)
def written_organisation(owner: PublishedOrganisation, node: Step) -> Written:
    """A whole organisation."""
    return Written(ENCODE(organisation(owner, node)))


@lru_cache(maxsize=500)
def written_basics(owner: PublishedOrganisation) -> Written:
    """An organisation without its lists."""
    return Written(ENCODE(basic_organisation(owner)))


def written_location(meeting: PublishedMeeting) -> Written:
    """Where a meeting is held."""
    if meeting.place is None:
        return Written(ENCODE(online(meeting)))
    return written_place(meeting.place)


@lru_cache(maxsize=1000)
def written_place(place: PublishedPlace) -> Written:
    """A place; meetings there share it."""
    return Written(ENCODE(whole_place(place)))


def written_fact(link: str, kind: str, fact: Hashable) -> bytes:
    """A row of the profile about a service, whose fact many have."""
    return stamped(id_of(link, kind, "0"), link, end_of(kind, fact))


@lru_cache(maxsize=5000)
def end_of(kind: str, fact: Hashable) -> bytes:
    """The row of a fact from where its ids end."""
    return end(attribute("", "service", kind, fact))


def stamped(id_: str, link: str, rest: bytes) -> bytes:
    """A row that differs from service to service in these two ids alone."""
    return f'{{"id":"{id_}","link_id":"{link}"'.encode() + rest


def end(row: Row) -> bytes:
    """A row from where its ids end."""
    return ENCODE(row)[len(stamped(row["id"], row["link_id"], b"")) :]


def listed(rows: Iterable[bytes]) -> Written:
    """Rows as a list."""
    return Written(b"[%b]" % b",".join(rows))
