"""Parts that many services share: each is written once and put into them as text.

What is remembered is known by everything it says, so that it stays right however long it is kept.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from knutepunkt.collect.drafts import Step
from knutepunkt.distribute.hsds.locations import online, whole_place
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.terms import carried, spoken
from knutepunkt.distribute.hsds.written import ENCODE, Part, Written, end, fact
from knutepunkt.distribute.published import (
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)
from knutepunkt.distribute.published.terms import MOST, Terms


class Once:
    """The terms met on one ground. ``node`` is this node, for the end of roads."""

    def __init__(self, node: Step) -> None:
        self.node = node
        self.met = Terms()
        self.known: dict[tuple[int, str], Part] = {}
        self.tongues: dict[str, Part] = {}

    def terms(self, terms: Iterable[PublishedTerm]) -> list[Part]:
        """The terms a service carries."""
        return [self.known.get((term.concept, term.origin)) or self.term(term) for term in terms]

    def term(self, term: PublishedTerm) -> Part:
        """A term, to be remembered."""
        if len(self.known) > MOST:
            self.known.clear()
        self.known[term.concept, term.origin] = told = carried(term)
        return told

    def languages(self, terms: Iterable[PublishedTerm]) -> list[Part]:
        """The languages among the terms that are spoken."""
        return [
            self.tongues.get(term.code) or self.tongues.setdefault(term.code, spoken(term))
            for term in terms
            if term.scheme == "language" and term.origin == "stated"
        ]


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


@lru_cache(maxsize=5000)
def shared_fact(kind: str, said: Hashable) -> Part:
    """A row of the profile about a service, whose fact many have."""
    return fact(kind, "service", said)


@lru_cache(maxsize=5000)
def entry(number: int, on: str, what: str, how: str, by: str) -> Part:
    """One row of a service's log; a source says the same of many on one day."""
    rest = {
        "resource_type": "service",
        "last_action_date": on,
        "last_action_type": what,
        "field_name": "",
        "previous_value": "",
        "replacement_value": how,
        "updated_by": by,
    }
    return f"{what}\n{number}".encode(), end(rest)
