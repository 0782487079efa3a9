"""What a result shows of a group: enough to choose by."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from knutepunkt.search.queries import Hit
from knutepunkt.search.results import day_of, name_in, when_of
from knutepunkt.site import words

MOST_MEETINGS = 3
MOST_THEMES = 4
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting: when, and where or how."""

    when: str
    where: str


@dataclass(frozen=True, slots=True)
class Card:
    """A result. ``more`` is how many meetings it has beyond ``lines``."""

    id: str
    url: str
    name: str
    organisation: str
    themes: list[str]
    state: str
    distance: str
    lines: list[Line]
    more: int
    next: str
    begins: datetime | None
    freshness: str
    is_fictitious: bool


def card(hit: Hit, now: datetime) -> Card:
    """The result for one group found."""
    item, language = hit.item, words.language()
    meetings = item["meetings"]
    first = meetings[hit.meeting : hit.meeting + 1]  # the one that is as asked
    lines = dict.fromkeys(line(meeting, language) for meeting in [*first, *meetings])
    themes = [name_in(names, language) for names in item["themes"][:MOST_THEMES]]
    begins, has_time = upcoming(hit)
    return Card(
        id=item["id"],
        url=before_id(language) + item["id"],
        name=item["name"],
        organisation=item["organisation"] or "",
        themes=[name for name in themes if name],
        state=words.word(words.STATES, item["state"]),
        distance=distance(hit),
        lines=list(lines)[:MOST_MEETINGS],
        more=max(0, len(lines) - MOST_MEETINGS),
        next=words.moment(begins, has_time=has_time) if begins else "",
        begins=begins,
        freshness=freshness(item, now.date()),
        is_fictitious=item["is_fictitious"],
    )


@lru_cache(maxsize=10)
def before_id(tongue: str) -> str:
    """What stands before the id in the address of a group, in a language."""
    del tongue
    return reverse("group", args=[NOBODY]).removesuffix(str(NOBODY))


def upcoming(hit: Hit) -> tuple[datetime | None, bool]:
    """When the meeting that is as asked begins next, None when nobody knows; and has it a time."""
    if not hit.next or hit.next[hit.meeting] is None:
        return None, False
    meeting = hit.item["meetings"][hit.meeting]
    zone = ZoneInfo(meeting["timezone"] or settings.TIME_ZONE)
    at = datetime.fromtimestamp(60 * (hit.next[hit.meeting] or 0), zone)
    return at, bool(meeting["start"])


def line(meeting: dict[str, Any], language: str) -> Line:
    """When and where a meeting is; a meeting online has no address."""
    zone = words.zone_told(meeting["timezone"]) if meeting["start"] else ""
    mode = words.word(words.MODES, meeting["mode"])
    place = "" if meeting["mode"] == "online" else meeting["place"]
    state = words.word(words.STATES, meeting["state"])
    where = ", ".join(filter(None, [place or mode, state]))
    return Line(f"{when_of(meeting, language)} {zone}".strip(), where)


def distance(hit: Hit) -> str:
    """How far it is to the nearest place where the group meets; "" when it meets online.

    A place that is only told as an area has its area's point, so its distance is a rough one.
    """
    if hit.kilometres is None or hit.item["mode"] == "online":
        return ""
    if any(meeting["is_area"] for meeting in hit.item["meetings"]):
        return _("omtrent %(km)d km unna") % {"km": max(1, round(hit.kilometres))}
    if hit.kilometres < 1:
        return _("under 1 km unna")
    return _("%(km)d km unna") % {"km": round(hit.kilometres)}


def freshness(item: dict[str, Any], today: date) -> str:
    """How sure one can be of the entry."""
    days = day_of(item["confirmed_on"]), day_of(item["updated_on"])
    return words.freshness(*days, today, is_online=item["mode"] == "online")
