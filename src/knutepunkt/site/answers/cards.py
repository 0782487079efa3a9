"""What a result shows of a group: enough to choose by."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from knutepunkt.directory.when import day_told, is_always, is_dated, is_over, since
from knutepunkt.distribute.telling import unbroken, zone_told
from knutepunkt.search.index.detail import Shown
from knutepunkt.search.index.items import item_of
from knutepunkt.search.results import day_of, in_words, name_in
from knutepunkt.site import words
from knutepunkt.site.answers.drawing import Line, Parts, Said, parts_drawn
from knutepunkt.site.writing.stencil import drawn

MOST_MEETINGS = 3
MOST_THEMES = 4
TIMES = itemgetter("rrule", "first_on", "last_on", "start", "minutes", "timezone")
NOBODY = UUID(int=0)
MOST_KEPT = 5000
MOST_FACES = 8000  # of 1.6 kB each


class Face(NamedTuple):
    """What a result says of a group whoever asks, on one day and in one language.

    ``zone``, ``has_time`` and ``has_next`` are of the meeting that was as asked. ``parts`` are how
    it is drawn: what stands before, between and after its next meeting and how far away it is.
    """

    id: str
    name: str
    state_code: str
    is_online: bool
    is_area: bool
    zone: str
    has_time: bool
    has_next: bool
    parts: Parts


class Card(NamedTuple):
    """A result as it is drawn, and when the meeting that is as asked begins.

    ``minute`` is the latter since 1970, None for never.
    """

    face: Face
    drawn: SafeString
    minute: int | None

    @property
    def begins(self) -> datetime | None:
        """The moment at which the meeting begins, on the walls of its zone."""
        if self.minute is None:
            return None
        return datetime.fromtimestamp(60 * self.minute, ZoneInfo(self.face.zone))


def cards(hits: Iterable[Shown], now: datetime, tongue: str) -> list[Card]:
    """The results for the groups found, in the language of the page."""
    today = timezone.localdate(now)
    return [card(hit, today, tongue) for hit in hits]


def card(hit: Shown, today: date, tongue: str) -> Card:
    """The result for one group found."""
    face = face_of(hit.packed, hit.meeting, today, tongue)
    far, distance, soon = hit.kilometres, "", ""
    if far is not None and not face.is_online:
        distance = distance_told(round(far), far < 1, face.is_area, tongue)
    minute = hit.next[hit.meeting] if hit.next and face.has_next else None
    if minute is not None:
        soon = moment(minute, face.zone, tongue, today.year, has_time=face.has_time)
    before, between, after = face.parts
    return Card(face, SafeString(f"{before}{soon}{between}{distance}{after}"), minute)


@lru_cache(maxsize=MOST_FACES)
def face_of(packed: bytes, meeting: int, today: date, tongue: str) -> Face:
    """The face of a group as the index keeps it, with one of its meetings first.

    Faces are kept by what they are made from, so none can be out of date.
    """
    item, language = item_of(packed), words.texts_in(tongue)
    meetings = item["meetings"]
    lines = [line(one, item["state"], today, tongue) for one in meetings]
    first = meetings[meeting : meeting + 1]  # the one that is as asked
    told = tuple(dict.fromkeys([*lines[meeting : meeting + 1], *lines]))
    themes = [name_in(names, language) for names in item["themes"][:MOST_THEMES]]
    said = Said(
        url=before_id(tongue) + item["id"],
        name=item["name"],
        organisation=item["organisation"] or "",
        themes=tuple(filter(None, themes)),
        state=state_told(item["state"], tongue),
        lines=places_once(told[:MOST_MEETINGS]),
        more=max(0, len(told) - MOST_MEETINGS),
        freshness=freshness_told(item, today, tongue),
        is_fictitious=item["is_fictitious"],
        is_stale=words.is_stale(day_of(item["confirmed_on"]), today),
    )
    return Face(
        id=item["id"],
        name=item["name"],
        state_code=item["state"],
        is_online=item["mode"] == "online",
        is_area=any(one["is_area"] for one in meetings),
        zone=(first and first[0]["timezone"]) or settings.TIME_ZONE,
        has_time=bool(first and first[0]["start"]),
        has_next=any(map(has_next, first)),
        parts=parts_drawn(said, tongue),
    )


def has_next(meeting: dict[str, Any]) -> bool:
    """Say whether there is a next time to tell of a meeting: none that is guessed, or always so."""
    is_on = is_always(meeting["rrule"], meeting["start"], meeting["minutes"])
    return is_dated(meeting["rrule"], meeting["first_on"]) and not is_on


@lru_cache(maxsize=10)
def before_id(tongue: str) -> str:
    """What stands before the id in the address of a group, in a language."""
    del tongue
    return reverse("group", args=[NOBODY]).removesuffix(str(NOBODY))


@lru_cache(maxsize=MOST_KEPT)
def moment(minute: int, zone: str, tongue: str, year: int, *, has_time: bool) -> str:
    """When a meeting begins, in minutes since 1970, drawn; many begin in the same."""
    del tongue
    at = datetime.fromtimestamp(60 * minute, ZoneInfo(zone))
    return drawn("next_time", told=words.moment(at, has_time=has_time, year=year)).strip()


def line(meeting: dict[str, Any], of_group: str, today: date, tongue: str) -> Line:
    """When and where a meeting is; one online has no address, and a hybrid one is in two places.

    ``of_group`` is the state of its group, which is told once.
    """
    place = "" if meeting["mode"] == "online" else meeting["place"]
    where = place or mode_told(meeting["mode"], tongue)
    if place and meeting["mode"] == "hybrid":
        where = words.PLACE_AND_NET % {"place": place}
    state = state_told(meeting["state"], tongue) if meeting["state"] != of_group else ""
    if state:
        where = f"{where}, {state}" if where else state
    rrule, first_on, *rest = TIMES(meeting)
    days = day_of(first_on), day_of(meeting["last_on"]), meeting["also_on"]
    if meeting["also_on"]:
        first_on = str(day_told(rrule, days[0], meeting["also_on"], today) or "")
    told = time_told(rrule, first_on, *rest, tongue)
    if is_over(rrule, *days, today):
        return Line(f"{told} {words.OVER}", where)
    if not is_dated(rrule, days[0]):
        return Line(f"{told} {words.UNDATED}", where)
    return Line(told + unbroken(since(rrule, *days[:2], today, words.texts_in(tongue))), where)


def places_once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines that follow one another in the same place tell it once, after the last of them.

    Not beside one of which nobody says where it is: it would seem to be there, too.
    """
    if not all(one.where for one in lines):
        return lines
    after = (*lines[1:], Line("", ""))
    return tuple(
        Line(one.when, "") if one.where == then.where else one
        for one, then in zip(lines, after, strict=True)
    )


@lru_cache(maxsize=4 * MOST_KEPT)
def time_told(
    rrule: str,
    first_on: str | None,
    last_on: str | None,
    start: str,
    minutes: int | None,
    zone: str,
    tongue: str,
) -> str:
    """A time in words, with its zone when that is not ours; many meetings have the same."""
    told = in_words(rrule, first_on, last_on, start, minutes, words.texts_in(tongue))
    return unbroken(f"{told} {zone_told(zone) if start else ''}".strip())


@lru_cache(maxsize=100)
def mode_told(mode: str, tongue: str) -> str:
    """How people meet, where no place is told."""
    del tongue
    return words.word(words.MODES, mode)


@lru_cache(maxsize=100)
def state_told(state: str, tongue: str) -> str:
    """The state of a group or a meeting; "" where there is nothing to say of it."""
    del tongue
    return words.word(words.STATES, state)


@lru_cache(maxsize=MOST_KEPT)
def distance_told(kilometres: int, is_near: bool, is_area: bool, tongue: str) -> str:  # noqa: FBT001 - kept by their values, so told by place
    """How far it is to the nearest place where a group meets, and whether that is under one; drawn.

    A place that is only told as an area has its area's point, so its distance is a rough one.
    """
    del tongue
    if is_area:
        told = _("omtrent %(km)d km unna") % {"km": max(1, kilometres)}
    elif is_near:
        told = _("under 1 km unna")
    else:
        told = _("%(km)d km unna") % {"km": kilometres}
    return drawn("distance", told=told).strip()


def freshness_told(item: dict[str, Any], today: date, tongue: str) -> str:
    """How sure one can be of the entry."""
    confirmed_on = item["confirmed_on"]
    updated_on = None if confirmed_on else item["updated_on"]  # it does not matter then
    return freshness(confirmed_on, updated_on, item["mode"] == "online", today, tongue)


@lru_cache(maxsize=MOST_KEPT)
def freshness(
    confirmed_on: str | None,
    updated_on: str | None,
    is_online: bool,  # noqa: FBT001 - kept by its value, so told by place
    today: date,
    tongue: str,
) -> str:
    """How sure one can be of an entry; many were confirmed on the same day."""
    del tongue
    days = day_of(confirmed_on), day_of(updated_on)
    return words.freshness(*days, today, is_online=is_online)
