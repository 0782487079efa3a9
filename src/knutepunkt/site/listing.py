"""Lists of groups on public pages: of a theme, an organisation, a place; by county when many."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from knutepunkt import gazetteer
from knutepunkt.alphabet import in_order, places_in_order
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Mode, State
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.site import words
from knutepunkt.site.meetings import in_week, when_of

PAGE = 20
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One group in a list: its name, and when and where in a line each; ``more`` of them."""

    name: str
    url: str
    state: str
    organisation: str
    lines: list[str]
    more: int
    fresh: str
    is_stale: bool
    is_fictitious: bool


@dataclass(frozen=True, slots=True)
class CountyCount:
    """How many groups meet in a county."""

    name: str
    code: str
    groups: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. ``earlier`` and ``later`` are the numbers of the pages beside it."""

    total: int
    rows: list[Row]
    earlier: int | None
    later: int | None


def listing(groups: QuerySet[Group], page: int, today: date) -> Listing:
    """A page of groups by name. Four queries, however many there are."""
    names = sorted((in_order(name), pk) for pk, name in groups.values_list("pk", "name"))
    first, total = (page - 1) * PAGE, len(names)
    wanted = [pk for _name, pk in names[first : first + PAGE]]
    found = Group.objects.select_related("organisation").prefetch_related("meetings__place")
    by_pk = found.in_bulk(wanted)
    rows = [row(by_pk[pk], today) for pk in wanted if pk in by_pk]
    later = page + 1 if first + len(wanted) < total else None
    return Listing(total, rows, page - 1 if page > 1 else None, later)


def row(group: Group, today: date) -> Row:
    """A group in a list."""
    meetings = sorted(group.meetings.all(), key=in_week)
    # Nobody comes to a group that has ended, whenever and wherever it met.
    is_over = group.state == State.ENDED
    lines = [] if is_over else list(dict.fromkeys(line(meeting, today) for meeting in meetings))
    updated_on = group.updated_at.date() if group.updated_at else None
    return Row(
        group.name,
        reverse("group", args=[group.uid]),
        words.word(words.STATES, group.state),
        group.organisation.name if group.organisation else "",
        lines[:MOST_LINES],
        max(0, len(lines) - MOST_LINES),
        words.freshness(group.confirmed_on, updated_on, today, is_online=group.mode == Mode.ONLINE),
        words.is_stale(group.confirmed_on, today),
        group.is_fictitious,
    )


def line(meeting: Meeting, today: date) -> str:
    """When and where, as far as it may be shown."""
    place = ""
    if meeting.place is not None and meeting.mode != Mode.ONLINE:
        shown = shown_place(meeting.place)
        place = shown.city or shown.municipality or shown.region
        if place and meeting.mode == Mode.HYBRID:
            place = words.PLACE_AND_NET % {"place": place}
    where = place or words.word(words.MODES, meeting.mode).lower()
    return ", ".join(filter(None, [when_of(meeting, today), where]))


def by_county(groups: QuerySet[Group]) -> list[CountyCount]:
    """How many groups meet in each county, by its name. One query."""
    rows = (
        Meeting.objects.filter(group__in=groups)
        .exclude(mode=Mode.ONLINE)
        .exclude(place__county__in=["", None])
        .values_list("place__county")
        .annotate(Count("group", distinct=True))
        .order_by()
    )
    found = [(gazetteer.county(code), number) for code, number in rows if code]
    counted = [CountyCount(spot.name, spot.code, number) for spot, number in found if spot]
    return sorted(counted, key=lambda one: places_in_order(one.name))


def online(groups: QuerySet[Group]) -> int:
    """How many groups meet online, or online too. One query."""
    return groups.filter(Q(mode=Mode.ONLINE) | Q(mode=Mode.HYBRID)).count()


def in_county(groups: QuerySet[Group], code: str) -> QuerySet[Group]:
    """Those of the groups that meet in a county."""
    here = Meeting.objects.filter(place__county=code).exclude(mode=Mode.ONLINE)
    return groups.filter(pk__in=here.values("group"))
