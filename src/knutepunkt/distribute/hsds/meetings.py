"""Services at locations: each meeting that is held somewhere is one."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet

from knutepunkt.collect.drafts import Step
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Meeting
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds.choosing import Near, groups, timely
from knutepunkt.distribute.hsds.locations import basic_location, link, location, location_id
from knutepunkt.distribute.hsds.parameters import Asked
from knutepunkt.distribute.hsds.rows import Row
from knutepunkt.distribute.hsds.schedules import schedule
from knutepunkt.distribute.hsds.services import basic_service, service
from knutepunkt.distribute.published import PublishedGroup, PublishedMeeting, groups_of
from knutepunkt.distribute.published.plain import listed

ENCODE = msgspec.json.Encoder().encode
BATCH = 500
SOMEWHERE = (Q(place__isnull=False) & ~Q(mode=Mode.ONLINE)) | Q(online_url__istartswith="http")


def meetings(asked: Asked) -> QuerySet[Meeting]:
    """The meetings of groups that meet every parameter, at the times asked for."""
    held = Meeting.objects.filter(SOMEWHERE, group__in=groups(asked))
    return timely(held, asked)


def within(place: Near, rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """The meetings near a point, by the point that may be shown of each."""
    wanted = {str(uid): pk for pk, uid, _ in rows.values_list("pk", "uid", "group_id")}
    numbers = list(rows.order_by().values_list("group_id", flat=True).distinct())
    near = [
        wanted[meeting.id]
        for start in range(0, len(numbers), BATCH)
        for group in groups_of(numbers[start : start + BATCH])
        for meeting in group.meetings
        if meeting.id in wanted
        and meeting.place
        and place.holds(meeting.place.latitude, meeting.place.longitude)
    ]
    return rows.filter(pk__in=listed(near))


def bodies(rows: Sequence[tuple[int, UUID, int]], *, full: bool) -> list[bytes]:
    """The JSON of some meetings, given as (number, UUID, group's number)."""
    numbers = list(dict.fromkeys(number for _, _, number in rows))
    held = {
        meeting.id: (group, meeting)
        for group in groups_of(numbers)
        for meeting in group.meetings
        if location_id(meeting)
    }
    found = (held[str(uid)] for _, uid, _ in rows if str(uid) in held)
    if not full:
        return [ENCODE(basic_at_location(*one)) for one in found]
    node = here()
    return [ENCODE(full_at_location(*one, node)) for one in found]


def basic_at_location(group: PublishedGroup, meeting: PublishedMeeting) -> Row:
    """A meeting without lists."""
    return link(group.id, meeting) | {
        "location": basic_location(meeting),
        "service": basic_service(group),
    }


def full_at_location(group: PublishedGroup, meeting: PublishedMeeting, node: Step) -> Row:
    """A meeting with everything about it and its group."""
    row = link(group.id, meeting)
    whole = service(group, node)
    del whole["service_at_locations"], whole["schedules"]
    return row | {
        "location": location(meeting),
        "schedules": [schedule(meeting, "service_at_location_id", row["id"])],
        "service": whole,
    }
