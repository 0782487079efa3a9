"""Reads one of our own records back into a draft."""

import re
from typing import Any

import msgspec
from msgspec.structs import replace

from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import plain
from knutepunkt.collect.clean.zones import zone
from knutepunkt.collect.drafts import (
    GroupDraft,
    MeetingDraft,
    OrganisationDraft,
    PlaceDraft,
    RecordDraft,
)
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.fingerprint import fingerprint
from knutepunkt.collect.formats.knutepunkt.checks import OWNER, check
from knutepunkt.collect.opened import RawRecord, Reading

ENCODE = msgspec.json.Encoder().encode
# Bytes of JSON that ask for a closer look: escapes, markup, invisible letters.
UNTIDY = (
    b"\\",
    b"<",
    b"&",
    b"\x7f",
    b"\xe2\x80\x8b",
    b"\xe2\x81\xa0",
    b"\xef\xbb\xbf",
    b"\xc2\xa0",
)
# An address without query, port or user has nothing that could be wrong or secret.
PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-zA-Z0-9._~/-]*)?")
WHERE = re.compile(r"`\$\.?([^`]*)`")
FIELDS: dict[type[msgspec.Struct], frozenset[str]] = {
    kind: frozenset(kind.__struct_fields__)
    for kind in (RecordDraft, GroupDraft, MeetingDraft, OrganisationDraft, PlaceDraft)
}


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """The draft, its texts and addresses clean. Raises RecordRejected for a value that is none."""
    reading.record = str(raw.get("key", ""))[:200]
    text = ENCODE(raw)
    if any(sign in text for sign in UNTIDY):
        raw = {name: tidied(value, reading) for name, value in raw.items()}
    try:
        draft = msgspec.convert(raw, RecordDraft)
    except msgspec.ValidationError as error:
        where = WHERE.search(str(error))
        problem = WHERE.sub("", str(error)).removesuffix(" - at ")
        raise RecordRejected(where[1] if where else "record", "", problem, OWNER) from None
    check(draft)
    for name in strange(raw):
        reading.issue(name, "", "no such field is known; it was left out", OWNER)
    return tidy(draft, reading)


def tidied(value: object, reading: Reading) -> object:
    """The value with every text in it made plain."""
    if isinstance(value, str):
        return plain(value, reading)
    if isinstance(value, list):
        return [tidied(item, reading) for item in value]
    if isinstance(value, dict):
        return {name: tidied(item, reading) for name, item in value.items()}
    return value


def strange(raw: RawRecord) -> list[str]:
    """The names of fields that drafts do not have; the record has the shape of a draft."""
    return [
        f"{where}{name}"
        for where, holder, kind in holders(raw)
        if not holder.keys() <= FIELDS[kind]
        for name in sorted(holder.keys() - FIELDS[kind])
    ]


def holders(raw: RawRecord) -> list[tuple[str, RawRecord, type[msgspec.Struct]]]:
    """The objects in a record: where, what it holds, and the draft it becomes."""
    found: list[tuple[str, Any, type[msgspec.Struct]]] = [("", raw, RecordDraft)]
    if group := raw.get("group"):
        found.append(("group.", group, GroupDraft))
    if organisation := raw.get("organisation"):
        found.append(("organisation.", organisation, OrganisationDraft))
    meetings: Any = raw.get("meetings") or ()
    for meeting in meetings:
        found.append(("meetings.", meeting, MeetingDraft))
        if place := meeting.get("place"):
            found.append(("meetings.place.", place, PlaceDraft))
    return found


def tidy(draft: RecordDraft, reading: Reading) -> RecordDraft:
    """The draft with sound addresses, times in a zone, and something to know it by."""
    group, organisation = draft.group, draft.organisation
    if group is not None and (url := sound(group.url, "group.url", reading)) != group.url:
        group = replace(group, url=url)
    if organisation is not None:
        url = sound(organisation.url, "organisation.url", reading)
        organisation = replace(organisation, url=url) if url != organisation.url else organisation
    meetings = tuple(tidy_meeting(meeting, reading) for meeting in draft.meetings)
    known = draft.fingerprint
    if not draft.key and not known:
        known = known_by(group, organisation, meetings)
    return replace(
        draft, group=group, organisation=organisation, meetings=meetings, fingerprint=known,
        issues=(),
    )  # fmt: skip


def sound(url: str, field: str, reading: Reading) -> str:
    """The address if it can be one, without passwords."""
    return url if not url or PLAIN.fullmatch(url) else web_address(url, field, reading)


def known_by(
    group: GroupDraft | None,
    organisation: OrganisationDraft | None,
    meetings: tuple[MeetingDraft, ...],
) -> tuple[str, ...]:
    """What a record without a key is known by."""
    if group is not None:
        return fingerprint(group, meetings)
    return (organisation.name, organisation.url, "") if organisation else ()


def tidy_meeting(meeting: MeetingDraft, reading: Reading) -> MeetingDraft:
    """The meeting with sound addresses, no passwords, and a zone for its time."""
    if meeting.start and not meeting.timezone:
        meeting = replace(meeting, timezone=zone("", reading))
    online = sound(meeting.online_url, "online_url", reading)
    url = sound(meeting.url, "url", reading)
    if (online, url) != (meeting.online_url, meeting.url):
        meeting = replace(meeting, online_url=online, url=url)
    if meeting.notes or meeting.online_notes:
        meeting = replace(
            meeting, notes=without_secrets(meeting.notes, reading),
            online_notes=without_secrets(meeting.online_notes, reading),
        )  # fmt: skip
    return meeting
