"""A group as lists show it: on another site's page, and on paper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from knutepunkt.directory.when import day_told, since, when
from knutepunkt.distribute.frame import Frame
from knutepunkt.distribute.occurring import day
from knutepunkt.distribute.published import (
    OwnWords,
    PublishedGroup,
    PublishedMeeting,
    PublishedPlace,
)
from knutepunkt.distribute.telling import unbroken, zone_told


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting: when, where as far as it may be told, and the room on the net."""

    when: str
    where: str
    online_url: str
    dial_in: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One group. ``words`` are in the list's language where it has any, else as they are."""

    name: str
    organisation: str
    themes: list[str]
    state: str
    words: OwnWords | None
    meetings: list[MeetingEntry]
    how_to_join: str
    page: str
    municipality: str
    is_fictitious: bool


def entry(group: PublishedGroup, frame: Frame) -> Entry:
    """The group as a list in the frame's language shows it."""
    meetings = [meeting_entry(one, frame) for one in group.meetings]
    places = [one.place.municipality for one in group.meetings if one.place]
    return Entry(
        name=group.name,
        organisation=group.organisation.name if group.organisation else "",
        themes=names_of(group, frame.language),
        state=state_of(group.state),
        words=words_in(group.own_words, frame.language),
        meetings=list(dict.fromkeys(meetings)),
        how_to_join=group.how_to_join,
        page=frame.page_of(group.id),
        municipality=next(filter(None, places), ""),
        is_fictitious=group.is_fictitious,
    )


def meeting_entry(meeting: PublishedMeeting, frame: Frame) -> MeetingEntry:
    """One meeting in words."""
    first_on = day(meeting.first_on) if meeting.first_on else None
    last_on = day(meeting.last_on) if meeting.last_on else None
    today = frame.moment.date()
    told = when(
        rrule=meeting.rrule,
        first_on=day_told(meeting.rrule, first_on, meeting.also_on, today),
        last_on=last_on,
        start=meeting.start,
        minutes=meeting.minutes,
        language=frame.language,
    )
    zone = zone_told(meeting.timezone) if meeting.start else ""
    begins = since(meeting.rrule, first_on, last_on, today, frame.language)
    where = where_of(meeting.place) if meeting.place else ""
    if meeting.mode in ("online", "hybrid"):
        where = ", ".join(filter(None, (where, _("på nett"))))
    return MeetingEntry(
        unbroken(f"{told} {zone}".strip() + begins), where, meeting.online_url, meeting.dial_in
    )


def where_of(place: PublishedPlace) -> str:
    """The place on one line; of a hidden one that it is told to those who ask."""
    if place.disclosure == "hidden":
        return _("Møtestedet får du vite når du tar kontakt")
    town = f"{place.postal_code} {place.city}".strip() or place.municipality
    parts = [place.name, place.address]
    if not place.city or place.city.casefold() not in place.address.casefold():
        parts.append(town)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def names_of(group: PublishedGroup, language: str) -> list[str]:
    """The themes in words."""
    themes = [term for term in group.terms if term.scheme == "theme"]
    return [
        term.names.get(language) or next(iter(term.names.values()), term.code) for term in themes
    ]


def words_in(said: tuple[OwnWords, ...], language: str) -> OwnWords | None:
    """What the group says of itself, in a language if it can."""
    fitting = [one for one in said if one.language == language]
    return next(iter(fitting or said), None)


def state_of(state: str) -> str:
    """What a reader must know before asking; "" for a group that is open."""
    told = {
        "forming": _("Under oppstart"),
        "waiting-list": _("Venteliste"),
        "full": _("Full"),
        "paused": _("Har pause"),
        "closed": _("Lukket for nye"),
        "ended": _("Avsluttet"),
    }
    return told.get(state, "")
