"""A BMLT server's answers: meetings (GetSearchResults), and beside them what they refer to.

Each meeting has one weekday, so a meeting on several days is several. It cannot carry: rhythms
other than weekly, seasons, dates and exceptions (told in ``comments``), meetings without a weekday
(sent with an empty one), themes and target groups, the groups' words in more than one language,
states but by leaving a meeting unpublished, ages, hidden places, and organisations' words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.sample.feeds.files import write_list
from knutepunkt.sample.feeds.meeting_guide_types import types_of
from knutepunkt.sample.feeds.parts import group_of, held, shown, words_of
from knutepunkt.sample.feeds.spoken import unsaid, weekly_days
from knutepunkt.sample.feeds.tsml import TYPES

ENCODE = msgspec.json.Encoder().encode
ROOT = "https://bmlt.example.org/main_server/"
FROM_SUNDAY = {"SU": "1", "MO": "2", "TU": "3", "WE": "4", "TH": "5", "FR": "6", "SA": "7"}
VENUES = {"in-person": "1", "online": "2", "hybrid": "3"}
FORMAT_IDS = {code: str(number) for number, code in enumerate(TYPES, start=1)}
Bodies = dict[str, dict[str, str]]


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the meetings, and ``<name>-formats.json`` and ``<name>-service-bodies.json``."""
    bodies: Bodies = {}
    write_list(path, map(ENCODE, meetings(records, bodies)))
    write_list(path.with_name(f"{path.stem}-formats.json"), map(ENCODE, formats()))
    bodies_path = path.with_name(f"{path.stem}-service-bodies.json")
    write_list(bodies_path, map(ENCODE, bodies.values()))


def meetings(records: Iterable[RecordDraft], bodies: Bodies) -> Iterator[dict[str, str]]:
    """The meetings, numbered; their organisations are gathered on the way."""
    number = 0
    for _, record, meeting in held(records):
        body = body_of(record, bodies)
        for day in weekly_days(meeting) or ("",):
            number += 1
            yield item(number, day, record, meeting, body)


def body_of(record: RecordDraft, bodies: Bodies) -> str:
    """The number of a record's service body, "" without one."""
    owner = record.organisation
    if owner is None:
        return ""
    if owner.key not in bodies:
        body = {"id": str(len(bodies) + 1), "parent_id": "0", "name": owner.name, "type": "AS",
                "url": owner.url, "world_id": "", "root_server_uri": ROOT}  # fmt: skip
        bodies[owner.key] = body
    return bodies[owner.key]["id"]


def formats() -> Iterator[dict[str, str]]:
    """The list of formats, in English."""
    for code, name in TYPES.items():
        yield {"id": FORMAT_IDS[code], "key_string": code, "name_string": name, "lang": "en",
               "description_string": name, "world_id": "", "root_server_uri": ROOT}  # fmt: skip


def item(
    number: int, day: str, record: RecordDraft, meeting: MeetingDraft, body: str
) -> dict[str, str]:
    """One meeting on one day; every value is a text."""
    group, types = group_of(record), types_of(record, meeting)
    notes = (unsaid(meeting), group.how_to_join, group.fee, words_of(group))
    return {
        "id_bigint": str(number),
        "service_body_bigint": body,
        "shared_group_id_bigint": group.key.rpartition("-")[2],
        "weekday_tinyint": FROM_SUNDAY.get(day, ""),
        "venue_type": VENUES.get(meeting.mode, ""),
        "start_time": f"{meeting.start}:00" if meeting.start else "",
        "duration_time": duration(meeting.minutes),
        "time_zone": meeting.timezone,
        "formats": ",".join(types),
        "format_shared_id_list": ",".join(FORMAT_IDS[code] for code in types),
        "lang_enum": group.own_words[0][0] if group.own_words else "",
        "meeting_name": group.name,
        "comments": "\n".join(filter(None, notes)),
        "virtual_meeting_link": meeting.online_url,
        "published": "0" if group.state == "ended" else "1",
        "root_server_uri": ROOT,
        **where(shown(meeting.place)),
    }


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
