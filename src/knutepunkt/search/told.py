"""The answer as programs get it: these shapes are also what the API's description is made of."""

from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from msgspec import UNSET, Meta, Struct, UnsetType, to_builtins

from knutepunkt.directory.recurrence import OSLO
from knutepunkt.search.queries import Found, Hit, with_codes
from knutepunkt.search.query import Query
from knutepunkt.search.results import name_in, when_of


class Meeting(Struct, frozen=True):
    """When and where a group meets."""

    name: str
    when: Annotated[str, Meta(description="In words, in the language asked for.")]
    next: Annotated[str | None, Meta(description="The next beginning, with its offset.")]
    rrule: Annotated[str, Meta(description="RFC 5545; empty by agreement or for a date.")]
    start: str
    minutes: int | None
    timezone: str
    format: Annotated[str, Meta(description="in-person, online, hybrid; empty where unknown.")]
    state: str
    place: str | None
    municipality: str | None
    is_area: Annotated[bool, Meta(description="The place may only be told roughly.")]


class Item(Struct, frozen=True):
    """A group found."""

    id: str
    name: str
    organisation: str | None
    themes: list[str]
    state: str
    format: str
    meetings: list[Meeting]
    meeting: Annotated[int | None, Meta(description="Which of the meetings was as asked.")]
    place: str | None
    distance_km: float | None
    url: str
    confirmed_on: Annotated[str | None, Meta(description="When somebody last said «still right».")]
    updated_on: str | None
    is_fictitious: bool
    reasons: dict[str, int] | UnsetType = UNSET


class Correction(Struct, frozen=True):
    """A word, and what it was read as."""

    said: str
    read_as: str


class Understood(Struct, frozen=True):
    """How the text was read."""

    concepts: list[str]
    corrected: list[Correction]
    unknown: Annotated[list[str], Meta(description="Words that nobody here uses.")]
    loosened: Annotated[list[str], Meta(description="What of the text had to be let go of.")]


class Answer(Struct, frozen=True, kw_only=True):
    """How many groups there are in all, and one page of them."""

    total: int
    items: list[Item]
    understood: Understood
    facets: Annotated[
        dict[str, dict[str, int]],
        Meta(description="Groups by facet and value, each facet without its own restriction."),
    ]
    cursor: Annotated[str | None, Meta(description="Asks for the next page; null on the last.")]


def answer_of(found: Found, query: Query, most: int | None = None) -> dict[str, Any]:
    """The fields of an answer; ``most`` as ``with_codes`` has it."""
    language = query.language
    return {
        "total": found.total,
        "items": [item_of(hit, language) for hit in found.hits],
        "understood": Understood(
            [name_in(names, language) for names in found.concepts],
            [Correction(said, other) for said, other in found.corrected],
            list(found.meaning.unknown),
            list(found.loosened),
        ),
        "facets": with_codes(found.facets, most),
        "cursor": found.cursor or None,
    }


def as_json(found: Found, query: Query) -> dict[str, Any]:
    """The answer with the keys that docs/reference/search.md promises."""
    told: dict[str, Any] = to_builtins(Answer(**answer_of(found, query)))
    return told


def item_of(hit: Hit, language: str) -> Item:
    """One group found. ``meeting`` is the place of the one that was as asked."""
    item = hit.item
    upcoming = hit.next or [None] * len(item["meetings"])
    meetings = [
        meeting_of(meeting, language, minute)
        for meeting, minute in zip(item["meetings"], upcoming, strict=False)
    ]
    return Item(
        item["id"],
        item["name"],
        item["organisation"],
        [name_in(names, language) for names in item["themes"]],
        item["state"],
        item["mode"],
        meetings,
        hit.meeting if meetings else None,
        next((meeting.place for meeting in meetings if meeting.place), None),
        None if hit.kilometres is None else round(hit.kilometres, 1),
        address_of(item["id"]),
        item["confirmed_on"],
        item["updated_on"],
        item["is_fictitious"],
        hit.reasons or UNSET,
    )


def meeting_of(meeting: dict[str, Any], language: str, upcoming: int | None) -> Meeting:
    """One meeting with its time in words and its next beginning, given in minutes since 1970."""
    zone = meeting["timezone"]
    return Meeting(
        meeting["name"],
        when_of(meeting, language),
        None if upcoming is None else moment_at(upcoming, zone),
        meeting["rrule"],
        meeting["start"],
        meeting["minutes"],
        zone,
        meeting["mode"],
        meeting["state"],
        meeting["place"] or None,
        meeting["municipality"] or None,
        meeting["is_area"],
    )


@lru_cache(maxsize=20_000)
def moment_at(minute: int, zone: str) -> str:
    """A minute since 1970 as ISO text in a zone; many meetings begin in the same."""
    return datetime.fromtimestamp(minute * 60, ZoneInfo(zone or OSLO)).isoformat()


def address_of(group_id: str) -> str:
    """Where the group's page is."""
    return f"{settings.KNUTEPUNKT_SITE.rstrip('/')}/gruppe/{group_id}"
