"""Lists of groups on public pages: of a theme, an organisation, a place; by county when many."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from knutepunkt import gazetteer
from knutepunkt.alphabet import in_order, places_in_order
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.site import words
from knutepunkt.site.group.meetings import in_week, when_of

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


def listing(groups: QuerySet[Group], page: int, today: date, area: str = "") -> Listing:
    """A page of groups by name. Four queries, however many there are.

    Meetings in ``area``, the code of a county or municipality, are told before others.
    """
    names = sorted((in_order(name), pk) for pk, name in groups.values_list("pk", "name"))
    first, total = (page - 1) * PAGE, len(names)
    wanted = [pk for _name, pk in names[first : first + PAGE]]
    found = Group.objects.select_related("organisation").prefetch_related("meetings__place")
    by_pk = found.in_bulk(wanted)
    rows = [row(by_pk[pk], today, area) for pk in wanted if pk in by_pk]
    later = page + 1 if first + len(wanted) < total else None
    return Listing(total, rows, page - 1 if page > 1 else None, later)


def row(group: Group, today: date, area: str) -> Row:
    """A group in a list; ``area`` as ``listing`` has it."""
    meetings = sorted(sorted(group.meetings.all(), key=in_week), key=partial(is_beyond, area))
    lines = list(dict.fromkeys(line(meeting, today) for meeting in meetings))
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


def is_beyond(area: str, meeting: Meeting) -> bool:
    """Say whether a meeting is in another county or municipality than is asked for, if any is."""
    place = None if meeting.mode == Mode.ONLINE else meeting.place
    return bool(area) and (place is None or area not in (place.county, place.municipality))


def line(meeting: Meeting, today: date) -> str:
    """When and where, as far as it may be shown; of a meeting in another state than its group."""
    place = ""
    if meeting.place is not None and meeting.mode != Mode.ONLINE:
        shown = shown_place(meeting.place)
        place = shown.city or shown.municipality or shown.region
        if place and meeting.mode == Mode.HYBRID:
            place = words.PLACE_AND_NET % {"place": place}
    where = place or words.word(words.MODES, meeting.mode).lower()
    is_apart = meeting.state != meeting.group.state
    state = words.word(words.STATES, meeting.state).lower() if is_apart else ""
    return ", ".join(filter(None, [when_of(meeting, today), where, state]))


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
