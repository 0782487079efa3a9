"""Who a record is when its source gives it no id (docs/reference/identity.md).

A fingerprint has three parts: what it is called, where it is, and when it meets. All three equal
is the same record. When a later run no longer has a record and has a new one that shares two of
its three parts, and there is only one such pair, the new one takes over its identity.
"""

import re
import unicodedata

from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, PlaceDraft, RecordDraft

NOT_WORD = re.compile(r"[^\w]+")


def folded(text: str) -> str:
    """Letters and digits only, lower case, one space between words."""
    return NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def place_part(place: PlaceDraft | None, online_url: str = "") -> str:
    """Where: the postal code or city with the address, else the online room."""
    if place is None or not (place.address or place.name or place.city or place.postal_code):
        return folded(online_url.partition("?")[0])
    return folded(f"{place.name} {place.address} {place.postal_code} {place.city}")


def time_part(meeting: MeetingDraft) -> str:
    """When: the rule, the first day of a one-off and the time."""
    first = "" if meeting.rrule else meeting.first_on
    return " ".join(filter(None, (meeting.rrule, first, meeting.start)))


def fingerprint(group: GroupDraft, meetings: tuple[MeetingDraft, ...]) -> tuple[str, str, str]:
    """The three parts (name, place, time) of a record without an id."""
    names = " ".join(dict.fromkeys([group.name, *(meeting.name for meeting in meetings)]))
    places = " ".join(
        dict.fromkeys(place_part(meeting.place, meeting.online_url) for meeting in meetings)
    )
    return folded(names), places.strip(), " ".join(time_part(meeting) for meeting in meetings)


def group_key(draft: RecordDraft) -> str:
    """What records of one group share: the group's id, else its name with its owner and town, or
    with its place when nobody owns it.

    Empty for a record that only describes an organisation.
    """
    if draft.group is None:
        return ""
    if draft.group.key:
        return f"id:{draft.group.key}"
    owner = folded(draft.organisation.name) if draft.organisation else ""
    first = draft.meetings[0] if draft.meetings else MeetingDraft()
    where = town_part(first.place) if owner else place_part(first.place, first.online_url)
    return f"name:{folded(draft.group.name)}|{owner}|{where}"


def town_part(place: PlaceDraft | None) -> str:
    """The town: groups of one name and owner in two towns are two groups."""
    return folded(place.city or place.municipality) if place is not None else ""
