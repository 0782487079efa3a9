"""Lists of groups on public pages: of a theme, an organisation, a place; by county when many.

Which groups these are is asked of the index, whose answer costs the same however many there are; of
the few on a page the database tells the rest.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import reverse
from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.alphabet import places_in_order
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.directory.queries import going_on
from knutepunkt.search.queries import Found, asked, page_of_keys
from knutepunkt.search.query import Query
from knutepunkt.site import words
from knutepunkt.site.choices import index_now
from knutepunkt.site.group.times import in_week, when_of

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


def listing(query: Query, page: int, today: date, area: str = "") -> Listing:
    """A page of the groups that meet a query, by name. Three queries, however many there are.

    Meetings in ``area``, the code of a county or municipality, are told before others.
    """
    first = (page - 1) * PAGE
    by_name = replace(query, sort="name", limit=PAGE, offset=first, has_facets=False)
    total, keys = page_of_keys(by_name, index_now())
    groups = going_on().select_related("organisation").prefetch_related("meetings__place")
    known = groups.in_bulk(keys)  # One may have left since the index was told.
    rows = [row(known[key], today, area) for key in keys if key in known]
    later = page + 1 if first + len(keys) < total else None
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


def ask(query: Query) -> Found:
    """The answer of the index, which is made where there is none."""
    return asked(query, now_open=index_now())


def counted(query: Query) -> Found:
    """How many groups meet a query, by facet; asks no database."""
    return ask(replace(query, limit=0))


def by_county(found: Found) -> list[CountyCount]:
    """How many groups meet in each county, by its name."""
    rows = [(gazetteer.county(code), n) for code, n in found.facets.get("county", {}).items()]
    counties = [CountyCount(spot.name, spot.code, number) for spot, number in rows if spot]
    return sorted(counties, key=lambda one: places_in_order(one.name))


def online(query: Query) -> int:
    """How many groups meet online, or online too; asks no database."""
    return ask(replace(query, formats=(Mode.ONLINE,), limit=0, has_facets=False)).total


def in_county(query: Query, code: str) -> Query:
    """The query for those that meet in a county, too; in all of them for ""."""
    return replace(query, counties=(code,)) if code else query
