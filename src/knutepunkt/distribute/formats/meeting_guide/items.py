"""One meeting as an object of a Meeting Guide feed."""

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.distribute.formats.meeting_guide.types import TYPES, Table, types_of
from knutepunkt.distribute.formats.meeting_guide.ways_in import has_way_in, ways_in
from knutepunkt.distribute.parts import group_of, shown, whole_address, words_of
from knutepunkt.distribute.spoken import end_of, unsaid, weekly_days
from knutepunkt.distribute.uris import uri

FROM_SUNDAY = {"SU": 0, "MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6}
ATTENDANCE = {"in-person": "in_person", "online": "online", "hybrid": "hybrid"}


def item(
    key: str, record: RecordDraft, meeting: MeetingDraft, table: Table = TYPES
) -> dict[str, object]:
    """One meeting with the fields that say something. ``key`` becomes the slug."""
    group, owner = group_of(record), record.organisation
    is_paused = {group.state, meeting.state} & {"paused", "ended"}
    conference = ways_in(meeting)
    unsaid_number = "" if conference["conference_phone"] else meeting.dial_in
    notes = (unsaid(meeting), meeting.notes, unsaid_number, group.how_to_join, group.fee)
    found = {
        "slug": key,
        "name": meeting.name or group.name,
        **when(meeting),
        "timezone": meeting.timezone,
        "types": types_of(record, meeting, table),
        "attendance_option": "inactive" if is_paused else attendance(meeting),
        **where(shown(meeting.place)),
        **conference,
        "notes": "\n".join(filter(None, notes)),
        "group": group.name,
        "group_id": group.key,
        "group_notes": words_of(group),
        "website": uri(group.url),
        "updated": updated(record.said_on),
        "entity": owner.name if owner else "",
        "entity_url": uri(owner.url) if owner else "",
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def attendance(meeting: MeetingDraft) -> str:
    """How one takes part. Where nobody tells a way in from afar, one can only come."""
    if meeting.mode == "hybrid" and not has_way_in(meeting):
        return ATTENDANCE["in-person"]
    return ATTENDANCE.get(meeting.mode, "")


def updated(said_on: str) -> str:
    """A day or a moment in UTC as the specification writes it."""
    if not said_on:
        return ""
    return f"{said_on} 12:00:00" if len(said_on) == 10 else said_on[:19].replace("T", " ")


def when(meeting: MeetingDraft) -> dict[str, object]:
    """Days counted from Sunday, and times."""
    days = [FROM_SUNDAY[day] for day in weekly_days(meeting)]
    return {
        "day": days[0] if len(days) == 1 else days,
        "time": meeting.start,
        "end_time": end_of(meeting),
    }


def where(place: PlaceDraft) -> dict[str, object]:
    """The venue, as far as it may be shown."""
    return {
        "location": place.name,
        "formatted_address": whole_address(place),
        "city": place.city,
        "postal_code": place.postal_code,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "approximate": "yes" if place.disclosure == "area" else "",
        "location_notes": place.notes,
    }
