"""A group and its meetings as their pages read them, each in one query."""

from uuid import UUID

from knutepunkt.directory.models import Group, Meeting, Organisation, Place
from knutepunkt.site.group.times import in_week
from knutepunkt.site.writing.prepared import Prepared, by_number, columns_of, made

GROUP, MEETING = columns_of(Group), columns_of(Meeting)
GROUPS = Prepared(
    lambda uid: Group.objects.filter(uid=uid, is_published=True).values_list(
        *GROUP, *columns_of(Organisation, "organisation__")
    ),
    (UUID(int=0), UUID(int=1)),
)
MEETINGS = by_number(
    lambda group: (
        Meeting.objects.filter(group=group)
        .order_by("id")
        .values_list(*MEETING, *columns_of(Place, "place__"))
    )
)


def group_known(uid: UUID) -> Group | None:
    """A group that is public or was so before it was withdrawn, with its organisation; or None."""
    for row in GROUPS.rows(uid):
        group = made(Group, row[: len(GROUP)])
        if group is not None:
            group.organisation = made(Organisation, row[len(GROUP) :])
        return group
    return None


def meetings_of(group: Group) -> list[Meeting]:
    """The meetings of a group with their places, from Monday on. One query."""
    found = []
    for row in MEETINGS.rows(group.pk):
        meeting = made(Meeting, row[: len(MEETING)])
        if meeting is not None:
            meeting.group, meeting.place = group, made(Place, row[len(MEETING) :])
            found.append(meeting)
    return sorted(found, key=in_week)
