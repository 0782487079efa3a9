"""What a result shows of a group: enough to choose by."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from knutepunkt.search.queries import Hit, item_of
from knutepunkt.search.results import day_of, name_in, when_of
from knutepunkt.site import words
from knutepunkt.site.stencil import Stencil

MOST_MEETINGS = 3
MOST_THEMES = 4
NOBODY = UUID(int=0)
MOST_KEPT = 5000


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting: when, and where or how."""

    when: str
    where: str


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What a result says of a group whoever asks, on one day and in one language.

    ``more`` is how many meetings it has beyond ``lines``. ``zone`` and ``has_time`` are of the
    meeting that was as asked. ``stencils`` are how it is drawn, by which holes it has.
    """

    id: str
    url: str
    name: str
    organisation: str
    themes: tuple[str, ...]
    state: str
    lines: tuple[Line, ...]
    more: int
    freshness: str
    is_fictitious: bool
    state_code: str = ""
    is_online: bool = False
    is_area: bool = False
    zone: str = ""
    has_time: bool = False
    stencils: dict[tuple[bool, bool], Stencil] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A result: a group's face, how far it is, and when the meeting that is as asked begins."""

    face: Face
    distance: str
    next: str
    begins: datetime | None


def cards(hits: Iterable[Hit], now: datetime) -> list[Card]:
    """The results for the groups found."""
    tongue, today = words.page_language(), now.date()
    return [card(hit, today, tongue) for hit in hits]


def card(hit: Hit, today: date, tongue: str) -> Card:
    """The result for one group found, in the language of the page."""
    face = face_of(hit.packed, hit.meeting, today, tongue)
    far = hit.kilometres
    distance = ""
    if far is not None and not face.is_online:
        distance = distance_told(round(far), far < 1, face.is_area, tongue)
    minute = hit.next[hit.meeting] if hit.next else None
    if minute is None:
        return Card(face, distance, "", None)
    begins = datetime.fromtimestamp(60 * minute, ZoneInfo(face.zone))
    told = moment(minute, face.zone, tongue, has_time=face.has_time)
    return Card(face, distance, told, begins)


@lru_cache(maxsize=MOST_KEPT)
def face_of(packed: bytes, meeting: int, today: date, tongue: str) -> Face:
    """The face of a group as the index keeps it, with one of its meetings first.

    Faces are kept by what they are made from, so none can be out of date.
    """
    item, language = item_of(packed), words.language()
    meetings = item["meetings"]
    first = meetings[meeting : meeting + 1]  # the one that is as asked
    lines = tuple(dict.fromkeys(line(one, language) for one in [*first, *meetings]))
    themes = [name_in(names, language) for names in item["themes"][:MOST_THEMES]]
    return Face(
        id=item["id"],
        url=before_id(tongue) + item["id"],
        name=item["name"],
        organisation=item["organisation"] or "",
        themes=tuple(name for name in themes if name),
        state=words.word(words.STATES, item["state"]),
        lines=lines[:MOST_MEETINGS],
        more=max(0, len(lines) - MOST_MEETINGS),
        freshness=freshness(item, today),
        is_fictitious=item["is_fictitious"],
        state_code=item["state"],
        is_online=item["mode"] == "online",
        is_area=any(one["is_area"] for one in meetings),
        zone=(first and first[0]["timezone"]) or settings.TIME_ZONE,
        has_time=bool(first and first[0]["start"]),
    )


@lru_cache(maxsize=10)
def before_id(tongue: str) -> str:
    """What stands before the id in the address of a group, in a language."""
    del tongue
    return reverse("group", args=[NOBODY]).removesuffix(str(NOBODY))


@lru_cache(maxsize=MOST_KEPT)
def moment(minute: int, zone: str, tongue: str, *, has_time: bool) -> str:
    """A minute since 1970 in words; many meetings begin in the same."""
    del tongue
    return words.moment(datetime.fromtimestamp(60 * minute, ZoneInfo(zone)), has_time=has_time)


def line(meeting: dict[str, Any], language: str) -> Line:
    """When and where a meeting is; a meeting online has no address."""
    zone = words.zone_told(meeting["timezone"]) if meeting["start"] else ""
    place = "" if meeting["mode"] == "online" else meeting["place"]
    state = words.word(words.STATES, meeting["state"])
    told = place or words.word(words.MODES, meeting["mode"])
    where = ", ".join(filter(None, [told, state]))
    return Line(f"{when_of(meeting, language)} {zone}".strip(), where)


@lru_cache(maxsize=MOST_KEPT)
def distance_told(kilometres: int, is_near: bool, is_area: bool, tongue: str) -> str:  # noqa: FBT001 - kept by their values, so told by place
    """How far it is to the nearest place where a group meets, and whether that is under one.

    A place that is only told as an area has its area's point, so its distance is a rough one.
    """
    del tongue
    if is_area:
        return _("omtrent %(km)d km unna") % {"km": max(1, kilometres)}
    if is_near:
        return _("under 1 km unna")
    return _("%(km)d km unna") % {"km": kilometres}


def freshness(item: dict[str, Any], today: date) -> str:
    """How sure one can be of the entry."""
    days = day_of(item["confirmed_on"]), day_of(item["updated_on"])
    return words.freshness(*days, today, is_online=item["mode"] == "online")
