"""A meeting as an event that repeats itself."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.ical.lines import block, parameter, text
from knutepunkt.distribute.occurring import Series, moment_of
from knutepunkt.distribute.published import PublishedGroup, PublishedMeeting, PublishedPlace
from knutepunkt.distribute.uris import uri


def event(group: PublishedGroup, meeting: PublishedMeeting, series: Series, frame: Frame) -> bytes:
    """The VEVENT of a meeting; the same meeting always has the same UID."""
    changed = group.updated_at or group.added_at
    host = urlsplit(frame.site).hostname or "knutepunkt"
    title = meeting.name if meeting.name and meeting.name != group.name else ""
    return block(
        "VEVENT",
        f"UID:{meeting.id}@{host}",
        f"DTSTAMP:{utc(changed)}",
        f"LAST-MODIFIED:{utc(changed)}",
        *when(meeting, series),
        f"SUMMARY:{text(f'{group.name}: {title}' if title else group.name)}",
        f"DESCRIPTION:{text(description(group, meeting))}",
        *where(meeting.place),
        *online(meeting),
        f"URL:{frame.page_of(group.id)}",
        categories(group, frame.language),
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
    )


def when(meeting: PublishedMeeting, series: Series) -> Iterable[str]:
    """Beginning, length, rule, days left out and days besides."""
    yield f"DTSTART{value(meeting, series, (series.first,))}"
    if meeting.start:
        yield f"DURATION:PT{meeting.minutes}M" if meeting.minutes else ""
    if series.rule:
        yield f"RRULE:{series.rule}{until(meeting, series)}"
    if series.left_out:
        yield f"EXDATE{value(meeting, series, series.left_out)}"
    if series.extra:
        yield f"RDATE{value(meeting, series, series.extra)}"


def value(meeting: PublishedMeeting, series: Series, days: Iterable[date]) -> str:
    """Days as whole days, or as times of day in the meeting's zone."""
    if not meeting.start:
        return ";VALUE=DATE:" + ",".join(f"{day:%Y%m%d}" for day in days)
    times = ",".join(f"{moment_of(day, meeting.start):%Y%m%dT%H%M%S}" for day in days)
    return f";TZID={series.zone}:{times}"


def until(meeting: PublishedMeeting, series: Series) -> str:
    """The end of the rule: a day, or in UTC where the event has a zone."""
    if series.last is None:
        return ""
    if not meeting.start:
        return f";UNTIL={series.last:%Y%m%d}"
    end = datetime.combine(series.last, time(23, 59, 59), ZoneInfo(series.zone))
    return f";UNTIL={utc(end)}"


def utc(moment: datetime) -> str:
    """A moment in UTC."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def description(group: PublishedGroup, meeting: PublishedMeeting) -> str:
    """What the group says of itself, and how to come."""
    parts = [words.text for words in group.own_words]
    parts += [group.how_to_join, meeting.notes, meeting.online_url, meeting.online_notes]
    return "\n\n".join(filter(None, (*parts, meeting.dial_in)))


def where(place: PublishedPlace | None) -> Iterable[str]:
    """The place as far as it may be told; a point only where it is the door itself."""
    if place is None:
        return
    parts = (place.name, place.address, f"{place.postal_code} {place.city}".strip())
    line = ", ".join(dict.fromkeys(filter(None, parts))) or place.municipality
    if line:
        yield f"LOCATION:{text(line)}"
    if not place.is_area and place.latitude is not None and place.longitude is not None:
        yield f"GEO:{place.latitude:.6f};{place.longitude:.6f}"


def online(meeting: PublishedMeeting) -> Iterable[str]:
    """The room on the net (RFC 7986)."""
    if address := uri(meeting.online_url):
        label = parameter(meeting.name or "Møterom")
        yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={label}:{address}"


def categories(group: PublishedGroup, language: str) -> str:
    """The themes in words."""
    names = [
        term.names.get(language) or next(iter(term.names.values()), term.code)
        for term in group.terms
        if term.scheme == "theme"
    ]
    return f"CATEGORIES:{','.join(map(text, names))}" if names else ""
