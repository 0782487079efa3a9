"""The answer as programs get it: these shapes are also what the API's description is made of."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from knutepunkt.search.index.reasons import Reasons


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
    reasons: Reasons | UnsetType = UNSET


class Correction(Struct, frozen=True):
    """A word, and what it was read as."""

    said: str
    read_as: str


class Understood(Struct, frozen=True):
    """How the text was read."""

    concepts: list[str]
    places: Annotated[list[str], Meta(description="What the text asks to be near to.")]
    weekdays: list[str]
    begins: Annotated[str | None, Meta(description="When a meeting may begin: 17:00-21:00.")]
    formats: list[str]
    fees: Annotated[list[str], Meta(description="What it may cost: free, unknown.")]
    corrected: list[Correction]
    left_out: Annotated[list[str], Meta(description="What the text wants to do without.")]
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
