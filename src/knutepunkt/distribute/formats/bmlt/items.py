"""One meeting on one weekday as a BMLT server tells it."""

from collections.abc import Sequence
from typing import NamedTuple

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.distribute.parts import codes, group_of, shown, words_of
from knutepunkt.distribute.spoken import unsaid
from knutepunkt.distribute.uris import uri

FROM_SUNDAY = {"SU": "1", "MO": "2", "TU": "3", "WE": "4", "TH": "5", "FR": "6", "SA": "7"}
VENUES = {"in-person": "1", "online": "2", "hybrid": "3"}
Formats = Sequence[tuple[str, str]]


class Names(NamedTuple):
    """The numbers, as texts, that tell things apart, and the server's address."""

    meeting: str
    group: str
    body: str
    root: str


def item(
    names: Names, day: str, record: RecordDraft, meeting: MeetingDraft, formats: Formats
) -> dict[str, str]:
    """One meeting on one day; every value is a text. ``formats`` are (id, key) pairs."""
    group = group_of(record)
    notes = (unsaid(meeting), meeting.notes, group.how_to_join, group.fee, words_of(group))
    return {
        "id_bigint": names.meeting,
        "service_body_bigint": names.body,
        "shared_group_id_bigint": names.group,
        "weekday_tinyint": FROM_SUNDAY.get(day, ""),
        "venue_type": venue(meeting),
        "start_time": f"{meeting.start}:00" if meeting.start else "",
        "duration_time": duration(meeting.minutes),
        "time_zone": meeting.timezone,
        "formats": ",".join(key for _, key in formats),
        "format_shared_id_list": ",".join(id_ for id_, _ in formats),
        "lang_enum": next(iter(codes(record, meeting, "language")), ""),
        "meeting_name": meeting.name or group.name,
        "comments": "\n".join(filter(None, notes)),
        "virtual_meeting_link": uri(meeting.online_url),
        "virtual_meeting_additional_info": meeting.online_notes,
        "phone_meeting_number": meeting.dial_in,
        "published": "0" if group.state == "ended" else "1",
        "root_server_uri": names.root,
        **where(shown(meeting.place)),
    }


def venue(meeting: MeetingDraft) -> str:
    """How people meet, as a number: 1 in person, 2 from afar, 3 both.

    A BMLT meeting has one of them. Where no source says, it is told by the ways in there are: a
    place, an address of the web or a number to dial. Where there is none of them either it is 1,
    for nobody has said that one can take part from afar.
    """
    if meeting.mode:
        return VENUES[meeting.mode]
    if not (meeting.online_url or meeting.dial_in):
        return VENUES["in-person"]
    return VENUES["online" if meeting.place is None else "hybrid"]


def duration(minutes: int | None) -> str:
    """The length as HH:MM:SS."""
    return "" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}:00"


def where(place: PlaceDraft) -> dict[str, str]:
    """The location fields."""
    return {
        "location_text": place.name,
        "location_info": place.notes,
        "location_street": place.address,
        "location_municipality": place.city,
        "location_postal_code_1": place.postal_code,
        "location_nation": place.country,
        "latitude": "" if place.latitude is None else str(place.latitude),
        "longitude": "" if place.longitude is None else str(place.longitude),
    }
