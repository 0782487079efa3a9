"""What a result shows of a group; times and distances are worked out when it is asked for."""

from typing import Any

from knutepunkt.search.indexing.facts import GroupFacts, MeetingFacts


def item(facts: GroupFacts, themes: list[dict[str, str]], lines: list[str]) -> dict[str, Any]:
    """A group; ``lines`` say where each of its meetings is."""
    return {
        "id": facts.uid,
        "name": facts.name,
        "organisation": facts.organisation or None,
        "themes": themes,
        "meetings": list(map(shown_meeting, facts.meetings, lines)),
        "state": facts.state,
        "mode": facts.mode,
        "confirmed_on": facts.confirmed_on or None,
        "updated_on": facts.updated_on or None,
        "is_fictitious": facts.is_fictitious,
    }


def shown_meeting(meeting: MeetingFacts, line: str) -> dict[str, Any]:
    """A meeting as a result keeps it, its place only as far as it may be shown."""
    place = meeting.place
    return {
        "name": meeting.name,
        "rrule": meeting.rrule,
        "first_on": meeting.first_on or None,
        "last_on": meeting.last_on or None,
        "start": meeting.start,
        "minutes": meeting.minutes,
        "timezone": meeting.zone,
        "except_on": meeting.except_on,
        "also_on": meeting.also_on,
        "mode": meeting.mode,
        "state": meeting.state,
        "place": line,
        "municipality": place.municipality if place else "",
        "point": [place.latitude, place.longitude] if place and place.latitude else None,
        "is_area": place.is_area if place else False,
    }
