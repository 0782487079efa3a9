"""A Meeting Guide feed: a JSON list, one object for each meeting.

It cannot carry: rhythms other than weekly, seasons, dates and exceptions (told in ``notes``);
themes, target groups and working forms without a type code; more than one language of a text; what
an organisation says of itself; states other than paused; ages; fees (told in ``notes``); hidden
places; and who confirmed what.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.sample.feeds.files import write_list
from knutepunkt.sample.feeds.meeting_guide_types import types_of
from knutepunkt.sample.feeds.parts import group_of, held, shown, whole_address, words_of
from knutepunkt.sample.feeds.spoken import end_of, unsaid, weekly_days

ENCODE = msgspec.json.Encoder().encode
FROM_SUNDAY = {"SU": 0, "MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6}
ATTENDANCE = {"in-person": "in_person", "online": "online", "hybrid": "hybrid"}


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the list, one meeting at a time."""
    write_list(path, (ENCODE(item(*each)) for each in held(records)))


def item(key: str, record: RecordDraft, meeting: MeetingDraft) -> dict[str, object]:
    """One meeting with the fields that say something."""
    group, owner = group_of(record), record.organisation
    is_paused = group.state in ("paused", "ended")
    found = {
        "slug": key,
        "name": meeting.name or group.name,
        **when(meeting),
        "timezone": meeting.timezone,
        "types": types_of(record, meeting),
        "attendance_option": "inactive" if is_paused else ATTENDANCE.get(meeting.mode, ""),
        **where(shown(meeting.place)),
        "conference_url": meeting.online_url,
        "notes": "\n".join(filter(None, (unsaid(meeting), group.how_to_join, group.fee))),
        "group": group.name,
        "group_id": group.key,
        "group_notes": words_of(group),
        "website": group.url,
        "updated": f"{record.said_on} 12:00:00" if record.said_on else "",
        "entity": owner.name if owner else "",
        "entity_url": owner.url if owner else "",
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


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
