"""A group as an Organization, and its meetings as Events that repeat themselves."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from knutepunkt.distribute.formats.base import Account, Frame
from knutepunkt.distribute.formats.jsonld.schedules import schedules
from knutepunkt.distribute.occurring import Series, moment_of, series_of
from knutepunkt.distribute.published import (
    OwnWords,
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
)
from knutepunkt.distribute.uris import uri

Thing = dict[str, Any]
ATTENDANCE = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
NEVER = "meetings by agreement, on days nobody has told, or that never take place"
OVER = "groups that have ended"


def things_of(group: PublishedGroup, frame: Frame, account: Account) -> Iterator[Thing]:
    """The group, and each meeting that takes place."""
    if group.state == "ended":
        account.leave_out(OVER)
        return
    yield organisation_of(group, frame)
    for meeting in group.meetings:
        series = series_of(meeting, group.added_at.date())
        if series is None or meeting.state == "ended":
            account.leave_out(NEVER)
        else:
            yield event(group, meeting, series, frame)


def said(thing: Thing) -> Thing:
    """The properties that say something."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], {})}


def organisation_of(group: PublishedGroup, frame: Frame) -> Thing:
    """The group; who stands behind it is its parent."""
    owner = group.organisation
    return said(
        {
            "@type": "Organization",
            "@id": f"urn:uuid:{group.id}",
            "name": group.name,
            "description": texts(group.own_words, frame.language),
            "url": frame.page_of(group.id),
            "sameAs": uri(group.url),
            "keywords": [name_of(term.names, frame.language, term.code) for term in group.terms if
                         term.scheme == "theme"],
            "parentOrganization": parent(owner) if owner else None,
        }
    )  # fmt: skip


def parent(owner: PublishedOrganisation) -> Thing:
    """The organisation behind a group."""
    return said(
        {
            "@type": "Organization",
            "@id": f"urn:uuid:{owner.id}",
            "name": owner.name,
            "identifier": owner.legal_id,
            "url": uri(owner.url),
        }
    )


def texts(words: tuple[OwnWords, ...], language: str) -> str:
    """Own words in a language, else in the first there is: a description has one language."""
    by_language = {one.language: one.text for one in words}
    return by_language.get(language) or next(iter(by_language.values()), "")


def name_of(names: dict[str, str], language: str, code: str) -> str:
    """A term's name in a language, or in any."""
    return names.get(language) or next(iter(names.values()), code)


def event(group: PublishedGroup, meeting: PublishedMeeting, series: Series, frame: Frame) -> Thing:
    """A meeting; its first day stands for a beginning, the schedule tells the rest."""
    is_off = {group.state, meeting.state} & {"paused", "ended"}
    mode = meeting.mode or group.mode
    return said(
        {
            "@type": "Event",
            "@id": f"urn:uuid:{meeting.id}",
            "name": meeting.name or group.name,
            "description": texts(group.own_words, frame.language) or meeting.notes,
            "url": frame.page_of(group.id),
            "startDate": start_of(meeting, series),
            "endDate": end_of(meeting, series),
            "eventSchedule": one_or_all(schedules(meeting, series)),
            "eventAttendanceMode": prefixed(ATTENDANCE.get(mode, "")),
            "eventStatus": prefixed("EventPostponed" if is_off else "EventScheduled"),
            "location": locations(meeting),
            "organizer": {"@id": f"urn:uuid:{group.id}"},
            "typicalAgeRange": ages(group),
        }
    )


def one_or_all(found: list[Thing]) -> Thing | list[Thing]:
    """One thing by itself: most readers look for no list."""
    return found[0] if len(found) == 1 else found


def prefixed(name: str) -> str:
    """A value of one of schema.org's lists, as an address."""
    return f"https://schema.org/{name}" if name else ""


def start_of(meeting: PublishedMeeting, series: Series) -> str:
    """The first beginning, with its offset where the time is known."""
    if not meeting.start:
        return series.first.isoformat()
    return zoned(meeting, series).isoformat()


def end_of(meeting: PublishedMeeting, series: Series) -> str:
    """The first end; "" when nobody says how long."""
    if not meeting.start or not meeting.minutes:
        return ""
    return (zoned(meeting, series) + timedelta(minutes=meeting.minutes)).isoformat()


def zoned(meeting: PublishedMeeting, series: Series) -> datetime:
    """The first beginning in its zone."""
    return moment_of(series.first, meeting.start).replace(tzinfo=ZoneInfo(series.zone))


def locations(meeting: PublishedMeeting) -> list[Thing]:
    """The place as far as it may be told, and the room on the net."""
    found = []
    if meeting.place and (place := place_of(meeting.place)):
        found.append(place)
    if address := uri(meeting.online_url):
        found.append({"@type": "VirtualLocation", "url": address})
    return found


def place_of(place: PublishedPlace) -> Thing:
    """A place with its address; a point only where it is the door itself."""
    address = said(
        {
            "@type": "PostalAddress",
            "streetAddress": place.address,
            "postalCode": place.postal_code,
            "addressLocality": place.city or place.municipality,
            "addressCountry": place.country,
        }
    )
    has_point = not place.is_area and place.latitude is not None
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return said(
        {
            "@type": "Place",
            "name": place.name or place.city or place.municipality,
            "address": address,
            "geo": point if has_point else None,
        }
    )


def ages(group: PublishedGroup) -> str:
    """ "18-", "18-25" or "-25"."""
    if group.minimum_age is None and group.maximum_age is None:
        return ""
    least, most = group.minimum_age, group.maximum_age
    return f"{'' if least is None else least}-{'' if most is None else most}"
