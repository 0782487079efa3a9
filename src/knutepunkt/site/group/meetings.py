"""When and where a group meets, as its page tells it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy

from knutepunkt.collect.clean.secret_words import REMOVED
from knutepunkt.directory.disclosure import ShownPlace, shown_place
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Meeting
from knutepunkt.distribute.published.texts import link, number, text
from knutepunkt.site import words, zones
from knutepunkt.site.group.apart import days_apart
from knutepunkt.site.group.times import (
    day_of,
    moment_told,
    next_time,
    rule_of,
    under_way,
    until_told,
    when_of,
)

WEB = ("https://", "http://")
# Who comes now is not let in.
SHUT = {"full", "paused", "closed", "ended"}
UNDIALLED = re.compile(r"[\s()./-]")
DIALLED = re.compile(r"\+?\d{3,15}(,+[\d,#*]*)?")
SECRECY = {
    "hidden": gettext_lazy("Gruppa viser ikke hvor den møtes."),
    "area": gettext_lazy("Gruppa viser bare området."),
}
TOLD_LATER = {
    "hidden": gettext_lazy("Du får vite det når du tar kontakt."),
    "area": gettext_lazy("Du får adressen når du tar kontakt."),
}


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """One meeting. Texts are empty where there is nothing to say or nothing that may be said.

    ``moment`` is the next beginning in ISO 8601, for a meeting that one can join from anywhere.
    ``ends`` is when one ends that is ``under_way``, ``apart`` the days on which it is not held as
    planned. ``where`` is the place on one line with the net beside it, as lists and sheets tell it;
    ``secrecy`` why the place is not told in full, and ``told_later`` how one gets to know it.
    """

    name: str
    when: str
    apart: str
    next: str
    begins: datetime | None
    ends: datetime | None
    under_way: str
    next_at_home: str
    moment: str
    next_there: str
    mode: str
    state: str
    place: str
    where: str
    place_notes: str
    secrecy: str
    told_later: str
    online_url: str
    takes_new: bool
    online_notes: str
    dial_in: str
    dial: str
    notes: str
    url: str
    has_secret: bool
    is_nowhere: bool
    terms: list[str] = field(default_factory=list)


def meeting_shown(
    meeting: Meeting,
    terms: list[str],
    now: datetime,
    zone: str = "",
    *,
    is_from_home: bool = False,
) -> MeetingShown:
    """A meeting as far as it may be shown.

    ``zone`` is where somebody says to be; ``is_from_home`` says that the group rings or writes.
    """
    upcoming, ends = next_time(meeting, now), under_way(meeting, now)
    today = timezone.localdate(now)
    # Who comes in person comes to the place's clock; online everybody has their own.
    mode = meeting.mode or meeting.group.mode
    is_anywhere = upcoming and meeting.start and mode in (Mode.ONLINE, Mode.HYBRID)
    place = place_of(meeting)
    at_home = words.time_at_home(upcoming, now.year) if upcoming and meeting.start else ""
    return MeetingShown(
        name=meeting.name,
        when=when_of(meeting, today),
        apart=days_apart(rule_of(meeting), today, day_of(meeting, today)) if upcoming else "",
        next=words.moment(upcoming, has_time=bool(meeting.start), year=now.year)
        if upcoming
        else "",
        begins=upcoming,
        ends=ends,
        under_way=until_told(ends),
        next_at_home=at_home,
        moment=moment_told(upcoming, at_home) if upcoming and is_anywhere else "",
        next_there=zones.there(upcoming, zone, now.year) if upcoming and is_anywhere else "",
        mode=words.word(words.MODES, meeting.mode),
        state=words.word(words.STATES, meeting.state),
        place=place.line() if place else "",
        where=where_told(place.line() if place else "", meeting.mode),
        place_notes=text(place.notes) if place else "",
        secrecy=word_of(SECRECY, meeting) if place else "",
        told_later=word_of(TOLD_LATER, meeting) if place else "",
        online_url=link(meeting.online_url),
        takes_new=SHUT.isdisjoint((meeting.state, meeting.group.state)),
        online_notes=text(meeting.online_notes),
        dial_in=number(meeting.dial_in),
        dial=dialled(number(meeting.dial_in)),
        notes=text(meeting.notes),
        url=web(meeting.url),
        has_secret=any(
            REMOVED in one
            for one in (
                number(meeting.dial_in),
                text(meeting.online_notes),
                text(meeting.notes),
            )
        ),
        is_nowhere=is_unknown(place) and not is_from_home and is_somewhere(meeting, mode),
        terms=terms,
    )


def is_unknown(place: ShownPlace | None) -> bool:
    """Say whether nothing tells where a place is."""
    return place is None or not (place.line() or place.notes or place.latitude is not None)


def is_somewhere(meeting: Meeting, mode: str) -> bool:
    """Say whether one has to be somewhere to take part, as far as one can know."""
    if not meeting.mode and (meeting.online_url or meeting.dial_in):
        return False
    return mode != Mode.ONLINE


def place_of(meeting: Meeting) -> ShownPlace | None:
    """The place as it may be shown; a meeting online has none, whatever its source says."""
    if meeting.place is None or meeting.mode == Mode.ONLINE:
        return None
    return shown_place(meeting.place)


def where_told(place: str, mode: str) -> str:
    """Where a meeting is; one online has no address, and a hybrid one is in two places."""
    if place and mode == Mode.HYBRID:
        return str(words.PLACE_AND_NET % {"place": place})
    return place or words.word(words.MODES, mode)


def word_of(told: Mapping[str, object], meeting: Meeting) -> str:
    """What is told of a place that is not shown in full."""
    return words.word(told, meeting.place.disclosure) if meeting.place else ""


def dialled(told: str) -> str:
    """A number as a telephone dials it, with pauses; "" where words stand beside it (RFC 3966).

    >>> dialled("+47 21 00 00 00,,123#"), dialled("21 00 00 00, kode 12")
    ('+4721000000,,123%23', '')
    """
    bare = UNDIALLED.sub("", told)
    return bare.replace("#", "%23") if DIALLED.fullmatch(bare) else ""


def web(address: str) -> str:
    """The address if it is one of the web; nothing else becomes a link."""
    return address if address.lower().startswith(WEB) else ""
