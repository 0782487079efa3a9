"""What every door is given: frozen values that hold nothing but what may be public.

Days and times of meetings are texts as in ``collect.drafts`` (ISO dates, ``HH:MM``, "" for none);
moments are in UTC.
"""

from datetime import datetime

import msgspec

from knutepunkt.collect.drafts import Disclosure, Mode, State, Step, Term


class OwnWords(msgspec.Struct, frozen=True, gc=False):
    """What somebody says of itself, letter by letter; ``on`` is an ISO date or ""."""

    language: str = ""
    text: str = ""
    by: str = ""
    on: str = ""


class PublishedPlace(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A place as far as its disclosure allows.

    ``id`` is a UUID; that of an area or a hidden place is made from the meeting, since one made
    from the place could be guessed back. ``is_area``: the point marks an area, not the door;
    ``point_from`` says whether the source gave it ("source") or it was looked up.
    ``municipality_code`` and ``county_code`` are Norwegian codes.
    """

    id: str
    name: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""
    municipality: str = ""
    municipality_code: str = ""
    county_code: str = ""
    region: str = ""
    country: str = ""
    notes: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_area: bool = False
    point_from: str = ""
    disclosure: Disclosure = "exact"


class PublishedMeeting(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A meeting of a group; see ``MeetingDraft`` for how its time is told."""

    id: str
    key: str = ""
    name: str = ""
    rrule: str = ""
    first_on: str = ""
    last_on: str = ""
    start: str = ""
    minutes: int | None = None
    timezone: str = ""
    except_on: tuple[str, ...] = ()
    also_on: tuple[str, ...] = ()
    mode: Mode = ""
    place: PublishedPlace | None = None
    online_url: str = ""
    online_notes: str = ""
    dial_in: str = ""
    state: State = "active"
    notes: str = ""
    url: str = ""
    terms: tuple[Term, ...] = ()


class PublishedTerm(msgspec.Struct, frozen=True, gc=False):
    """A concept a group carries. ``kind`` is own, foreign or local; ``origin`` stated or mapped.

    ``names`` are the preferred labels by language. ``concept`` is the database's number.
    """

    concept: int
    scheme: str
    code: str
    kind: str
    names: dict[str, str]
    origin: str


class PublishedClaim(msgspec.Struct, frozen=True, gc=False):
    """That a source speaks of a group, and when; what it says is in the group itself."""

    source: str
    name: str
    kind: str
    said_on: datetime | None
    taken_in_at: datetime
    missing_since: datetime | None


class PublishedConfirmation(msgspec.Struct, frozen=True, gc=False):
    """Somebody said "still right" on a day. ``by`` names a feed; persons stay unnamed ("")."""

    by: str
    how: str
    on: str


class PublishedOrganisation(msgspec.Struct, frozen=True, gc=False):
    """Who stands behind groups. ``parent`` is the UUID of a public organisation or "".

    ``road`` is as a group's.
    """

    id: str
    name: str
    legal_id: str
    parent: str
    own_words: tuple[OwnWords, ...]
    url: str
    is_fictitious: bool
    added_at: datetime
    edition: int
    road: tuple[Step, ...]


class PublishedGroup(msgspec.Struct, frozen=True, gc=False):
    """A group with all that may be told of it. ``edition`` is the write that last changed it.

    ``number`` is the database's own, for paging; it means nothing elsewhere. ``road`` are the nodes
    it came by; the last is this one, without its id.
    """

    number: int
    id: str
    name: str
    organisation: PublishedOrganisation | None
    own_words: tuple[OwnWords, ...]
    state: State
    mode: Mode
    how_to_join: str
    fee: str
    accessibility: str
    minimum_age: int | None
    maximum_age: int | None
    url: str
    is_fictitious: bool
    updated_at: datetime | None
    confirmed_on: str
    added_at: datetime
    edition: int
    road: tuple[Step, ...]
    terms: tuple[PublishedTerm, ...]
    meetings: tuple[PublishedMeeting, ...]
    claims: tuple[PublishedClaim, ...]
    confirmations: tuple[PublishedConfirmation, ...]


class Gone(msgspec.Struct, frozen=True, gc=False):
    """A tombstone: a group that was public and is no more. Nothing else of it is told."""

    number: int
    id: str
    edition: int
    withdrawn_at: datetime | None
