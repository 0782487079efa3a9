"""Calendars: each meeting as an event with its rule, its exceptions and its zone (RFC 5545)."""

from collections.abc import Iterable, Iterator

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.ical.events import event
from knutepunkt.distribute.formats.ical.lines import folded, text
from knutepunkt.distribute.formats.ical.zones import vtimezone
from knutepunkt.distribute.occurring import series_of
from knutepunkt.distribute.published import PublishedGroup

BY_AGREEMENT = "meetings by agreement, on days nobody has told, or that never take place"
NOT_NOW = "meetings that are paused or over"
STOPPED = {"paused", "ended"}


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """One calendar; each zone stands before the first event that is told in it."""
    yield head(frame)
    zones: set[str] = set()
    for group in counted(groups, account):
        for meeting in group.meetings:
            if {group.state, meeting.state} & STOPPED:
                account.leave_out(NOT_NOW)
                continue
            series = series_of(meeting, group.added_at.date())
            if series is None:
                account.leave_out(BY_AGREEMENT)
                continue
            if meeting.start and series.zone not in zones:
                zones.add(series.zone)
                yield vtimezone(series.zone)
            yield event(group, meeting, series, frame)
    yield folded("END:VCALENDAR")


def head(frame: Frame) -> bytes:
    """What the calendar is, and how often a programme should look again."""
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Knutepunkt//Selvhjelpsgrupper//NO",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"NAME:{text(frame.title)}",
        f"X-WR-CALNAME:{text(frame.title)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    )  # fmt: skip
    return b"".join(map(folded, lines))


FORMAT = Format(
    name="ical",
    label="Calendar",
    ending="ics",
    media_type="text/calendar; charset=utf-8",
    cannot_say=(
        "meetings by agreement, or every other week from no day (left out)",
        "meetings that are paused or over (left out)",
        "groups without meetings (left out)",
        "target groups, working forms and other terms but themes",
        "states, ages and fees",
        "which language a text is in (all in one field)",
        "who confirmed what",
    ),
    chunks=chunks,
)
