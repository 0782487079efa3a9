"""What a format reader hands on: frozen values, with no database in sight.

A draft says what *one source record* says. It is neither resolved against other sources nor
classified; that happens downstream. Drafts are msgspec structs: frozen like dataclasses, and
checked when they cross from the reading process to its parent (change one with
``msgspec.structs.replace``).
"""

from typing import Literal

import msgspec

State = Literal["active", "forming", "waiting-list", "full", "paused", "closed", "ended"]
Mode = Literal["", "in-person", "online", "hybrid"]
Disclosure = Literal["exact", "area", "hidden"]


class Issue(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing in a feed that somebody should mend.

    ``who`` is a whole clause: ``the feed's owner: give the meeting a day`` or ``you: …``.
    ``value`` never carries a password or a person's contact details.
    """

    record: str
    field: str
    value: str
    problem: str
    who: str


class Term(msgspec.Struct, frozen=True, omit_defaults=True):
    """A classification as the source wrote it: its scheme's id, its code, its words if given.

    ``scheme`` is the id of a scheme (``meeting-guide``, ``bmlt``, or one of our own axes such as
    ``theme``), or ``local`` for terms only this source uses. ``code`` is kept letter by letter.
    """

    scheme: str
    code: str
    label: str = ""


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One node a record came by: its lasting id, its address, and the source it had it from."""

    node: str
    site: str = ""
    source: str = ""


class PlaceDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where people meet. Degrees are WGS 84; ``country`` is as written or an ISO code."""

    name: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    municipality: str = ""
    latitude: float | None = None
    longitude: float | None = None
    disclosure: Disclosure = "exact"
    notes: str = ""


class MeetingDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """When and where a group meets.

    ``rrule`` is an RFC 5545 rule without ``DTSTART`` (``FREQ=WEEKLY;BYDAY=MO,WE``); empty together
    with a ``first_on`` date it is a one-off, empty without one it is by agreement. Times are local
    to ``timezone`` (an IANA name, empty when the source has none): ``start`` as ``HH:MM``,
    ``minutes`` the duration. Dates are ISO. ``key`` parts the meetings of one record; ``uid`` is
    the UUID another node gave the meeting.
    """

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
    place: PlaceDraft | None = None
    online_url: str = ""
    online_notes: str = ""
    dial_in: str = ""
    state: State = "active"
    notes: str = ""
    url: str = ""
    terms: tuple[Term, ...] = ()
    uid: str = ""


class OrganisationDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who stands behind a group. ``key`` is the source's id for it, else empty.

    ``road`` are the nodes it came by, when another node tells of it.
    """

    name: str
    key: str = ""
    legal_id: str = ""
    parent_key: str = ""
    parent_name: str = ""
    own_words: tuple[tuple[str, str], ...] = ()
    url: str = ""
    contacts: tuple[tuple[str, str], ...] = ()
    is_fictitious: bool = False
    road: tuple[Step, ...] = ()


class GroupDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a seeker joins, in the source's words.

    ``key`` is the source's own id of the group, else empty: then records with the same group name
    and the same organisation or place are one group. ``own_words`` are (language, text) pairs,
    language "" when the source does not say; ``words_by`` tells of a language whose words and when,
    as (language, name, ISO date), where that is not the record's organisation. ``contacts`` are
    private and never published.
    """

    name: str
    key: str = ""
    uid: str = ""
    own_words: tuple[tuple[str, str], ...] = ()
    state: State = "active"
    mode: Mode = ""
    how_to_join: str = ""
    fee: str = ""
    accessibility: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    url: str = ""
    terms: tuple[Term, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    words_by: tuple[tuple[str, str, str], ...] = ()
    is_fictitious: bool = False


class RecordDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """One record of a source.

    ``key`` is the source's id of the record, or empty when it has none: then ``fingerprint``
    (see ``collect.fingerprint``) decides. ``group`` is None for a record that only describes an
    organisation. ``said_on`` is when the source last changed the record and ``confirmed_on`` when
    it says a human checked it (both ISO dates or moments, empty when unknown). ``extra`` keeps
    every field the reader did not use, as (name, value) texts.

    A record from another node has a ``road``: the nodes it came by, the first one first. Its
    group's terms are all there are, and its ``confirmations`` (name, how, ISO date) stand as they
    are.
    """

    key: str
    group: GroupDraft | None
    meetings: tuple[MeetingDraft, ...] = ()
    organisation: OrganisationDraft | None = None
    fingerprint: tuple[str, ...] = ()
    said_on: str = ""
    confirmed_on: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    confirmations: tuple[tuple[str, str, str], ...] = ()
    road: tuple[Step, ...] = ()
