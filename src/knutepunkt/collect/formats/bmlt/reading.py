"""Reads one joined BMLT meeting into a draft."""

from collections.abc import Mapping

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.clean.secrets import number_without_secrets
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.clean.zones import zone
from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.fingerprint import fingerprint, folded
from knutepunkt.collect.formats.bmlt import fields
from knutepunkt.collect.formats.bmlt.attendance import mode_and_state
from knutepunkt.collect.formats.bmlt.fields import told, without_bare_code
from knutepunkt.collect.formats.bmlt.joining import root_of
from knutepunkt.collect.formats.bmlt.organisation import Pairs, organisation_of
from knutepunkt.collect.formats.bmlt.place import has_address, place_of
from knutepunkt.collect.formats.bmlt.terms import shared_codes, terms_of, unresolved_ids
from knutepunkt.collect.formats.bmlt.times import minutes_of, start_of, weekly_rule
from knutepunkt.collect.json_reading import NO_RECORD
from knutepunkt.collect.opened import RawRecord, Reading

DEFAULT_NAME = "NA Meeting"  # the server's own, for a meeting without a name
OBJECTS = "the feed's owner: send objects"
OWNER = "the feed's owner: give every meeting a name"
UNPUBLISHED = "published=0: the server does not show this meeting, so we do not either"
DEFAULT_POINT = "map points of online meetings were left out; servers put a default point there"


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """One meeting with its group and service body. Raises RecordRejected."""
    meeting, wordings = parts_of(raw)
    key = key_of(raw, meeting)
    reading.record = key
    if one_line(meeting.get("published")).lower() in ("0", "false"):
        raise RecordRejected("published", "0", UNPUBLISHED, "nobody: this is as the owner wants it")
    name = name_of(meeting, reading)
    draft = meeting_of(meeting, wordings, name, reading)
    group = group_of(meeting, key, name, draft)
    organisation, rest = organisation_of(raw, reading)
    return RecordDraft(
        key=key,
        group=group,
        meetings=(draft,),
        organisation=organisation,
        fingerprint=() if key else fingerprint(group, (draft,)),
        extra=(*rest, *extra(meeting, wordings, draft, reading)),
    )


def parts_of(raw: RawRecord) -> tuple[RawRecord, list[RawRecord]]:
    """The meeting and the wordings of its formats. Raises RecordRejected."""
    meeting, wordings = raw.get("meeting"), raw.get("formats")
    if not isinstance(meeting, Mapping):
        raise RecordRejected("record", raw.get(NO_RECORD, ""), "this is no record", OBJECTS)
    listed = wordings if isinstance(wordings, list) else []
    return meeting, [wording for wording in listed if isinstance(wording, Mapping)]


def key_of(raw: RawRecord, meeting: RawRecord) -> str:
    """The meeting's id, with its server before it when the source has several servers."""
    id_ = real_id(meeting.get("id_bigint"))
    return f"{root_of(meeting)} {id_}".strip() if id_ and raw.get("has_several_roots") else id_


def name_of(meeting: RawRecord, reading: Reading) -> str:
    """The meeting's name, or what the server calls a meeting without one."""
    if name := fields.name_of(meeting.get("meeting_name"), reading):
        return name
    problem = f"the meeting has no name; it was called {DEFAULT_NAME}"
    reading.issue("meeting_name", "", problem, OWNER)
    return DEFAULT_NAME


def meeting_of(
    meeting: RawRecord, wordings: list[RawRecord], name: str, reading: Reading
) -> MeetingDraft:
    """When and where. What an online meeting says of a venue becomes a note."""
    url = web_address(
        told(meeting.get("virtual_meeting_link"), reading), "virtual_meeting_link", reading
    )
    dial_in = number_without_secrets(one_line(meeting.get("phone_meeting_number")), reading)
    mode, state = mode_and_state(
        meeting,
        shared_codes(meeting, wordings),
        is_remote=bool(url or dial_in),
        has_address=has_address(meeting, reading),
        reading=reading,
    )
    is_online = mode == "online"
    notes = [told(meeting.get(field), reading) for field in ("comments", "format_comments")]
    return MeetingDraft(
        name=name,
        rrule=weekly_rule(meeting, reading),
        start=start_of(meeting, reading),
        minutes=minutes_of(meeting, reading),
        timezone=zone(one_line(meeting.get("time_zone")), reading),
        mode=mode,
        place=pointless(meeting, reading) if is_online else place_of(meeting, reading),
        online_url=url,
        online_notes=online_notes(meeting, reading, is_online=is_online),
        dial_in=dial_in,
        state=state,
        notes="\n".join(filter(None, notes)),
        terms=terms_of(meeting, wordings),
    )


def pointless(meeting: RawRecord, reading: Reading) -> PlaceDraft | None:
    """No place for an online meeting; says so when the record had a point."""
    if meeting.get("latitude"):
        reading.note(DEFAULT_POINT)
    return None


def online_notes(meeting: RawRecord, reading: Reading, *, is_online: bool) -> str:
    """How to get in, without passwords, and what an online meeting says of its room."""
    more = without_bare_code(told(meeting.get("virtual_meeting_additional_info"), reading), reading)
    room = sorted(fields.ONLINE_PLACE, reverse=True) if is_online else []
    return "\n".join(filter(None, (*(told(meeting.get(name), reading) for name in room), more)))


def group_of(meeting: RawRecord, key: str, name: str, draft: MeetingDraft) -> GroupDraft:
    """The group: the one the server shares among meetings, or the one of the meeting's name.

    Meetings that only have the server's default name are not one group for that.
    """
    shared = real_id(meeting.get("shared_group_id_bigint"))
    is_nameless = folded(name) == folded(DEFAULT_NAME)
    private = [field for field in meeting if fields.is_private(field)]
    return GroupDraft(
        name=name,
        key=shared or (key if is_nameless else ""),
        state="active" if shared else draft.state,
        contacts=fields.contacts(meeting, private),
    )


def extra(
    meeting: RawRecord, wordings: list[RawRecord], draft: MeetingDraft, reading: Reading
) -> Pairs:
    """Every other field that says something."""
    placed = fields.ONLINE_PLACE if draft.mode == "online" else fields.PLACE
    used = fields.USED | fields.LEFT_OUT | placed | {"service_body_bigint"}
    names = [name for name in meeting if name not in used and not fields.is_private(name)]
    ids = ",".join(unresolved_ids(meeting, wordings))
    return (
        *fields.kept(meeting, names, reading),
        *((("format_shared_id_list", ids),) if ids else ()),
    )
