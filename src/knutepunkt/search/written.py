"""An answer's JSON, put together of parts that are kept without what was asked (ADR 0022).

What is the same whoever asks is written once for the very bytes that the index has of a group.
Between stands what depends on the question and the moment: how far it is, when meetings begin.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from django.conf import settings
from msgspec import Raw

from knutepunkt.directory.recurrence import OSLO
from knutepunkt.directory.when import is_dated, time_of
from knutepunkt.search.index.detail import Shown
from knutepunkt.search.index.items import item_of
from knutepunkt.search.queries import Found
from knutepunkt.search.query import Query
from knutepunkt.search.restricting import restricted
from knutepunkt.search.results import name_in, when_of
from knutepunkt.search.told import Answer, Correction, Item, Meeting, Understood

ENCODE = msgspec.json.Encoder().encode
MOST_KEPT = 10_000
NULL = b"null"
# In JSON this sign is always written otherwise, so it can stand for what is filled in.
MARK = b"\0"
HOLE: Any = Raw(MARK)


class Kept(NamedTuple):
    """A group's JSON with holes as ``%`` fills them: when each meeting begins next, in the zone it
    has; which meeting was as asked; how far that is.

    The zone is None where nobody can tell on which days a meeting falls.
    """

    text: bytes
    zones: list[str | None]


def answer_of(found: Found, query: Query, most: int | None = None) -> dict[str, Any]:
    """The fields of an answer; ``most`` as ``Facets.for_programs`` has it."""
    language, site, said = query.language, settings.KNUTEPUNKT_SITE, restricted(found)
    return {
        "total": found.total,
        "items": Raw(b"[%b]" % b",".join([item_text(hit, language, site) for hit in found.hits])),
        "understood": Understood(
            [name_in(names, language) for names in found.concepts],
            said.places,
            list(said.weekdays),
            "-".join(map(time_of, said.begins)) if said.begins else None,
            list(said.formats),
            list(said.fees),
            [Correction(said, other) for said, other in found.corrected],
            [one.said for one in found.meaning.left_out],
            list(found.meaning.unknown),
            list(found.loosened),
        ),
        "facets": Raw(found.facets.for_programs(most)),
        "cursor": found.cursor or None,
    }


def as_json(found: Found, query: Query) -> dict[str, Any]:
    """The answer with the keys that docs/reference/search.md promises."""
    told: dict[str, Any] = msgspec.json.decode(ENCODE(Answer(**answer_of(found, query))))
    return told


def item_text(hit: Shown, language: str, site: str) -> bytes:
    """The JSON of one group found."""
    text, zones = kept(hit.packed, language, site)
    far = hit.kilometres
    text %= (
        *map(moment_text, hit.next, zones),
        b"%d" % hit.meeting if zones else NULL,
        NULL if far is None else ENCODE(round(far, 1)),
    )
    return b'%b,"reasons":%b}' % (text[:-1], ENCODE(hit.reasons)) if hit.reasons else text


@lru_cache(maxsize=MOST_KEPT)
def kept(packed: bytes, language: str, site: str) -> Kept:
    """What is the same of a group whoever asks, in a language."""
    item = item_of(packed)
    meetings = [meeting_of(meeting, language) for meeting in item["meetings"]]
    written = ENCODE(
        Item(
            item["id"],
            item["name"],
            item["organisation"],
            [name_in(names, language) for names in item["themes"]],
            item["state"],
            item["mode"],
            meetings,
            HOLE,
            next((meeting.place for meeting in meetings if meeting.place), None),
            HOLE,
            f"{site.rstrip('/')}/gruppe/{item['id']}",
            item["confirmed_on"],
            item["updated_on"],
            item["is_fictitious"],
        )
    )
    text = written.replace(b"%", b"%%").replace(MARK, b"%b")
    return Kept(text, [zone_of(meeting) for meeting in item["meetings"]])


def zone_of(meeting: dict[str, Any]) -> str | None:
    """The zone in which a meeting's next beginning is told; None where its days are not known."""
    return meeting["timezone"] if is_dated(meeting["rrule"], meeting["first_on"]) else None


def meeting_of(meeting: dict[str, Any], language: str) -> Meeting:
    """One meeting with its time in words, without its next beginning."""
    return Meeting(
        meeting["name"],
        when_of(meeting, language),
        HOLE,
        meeting["rrule"],
        meeting["start"],
        meeting["minutes"],
        meeting["timezone"],
        meeting["mode"],
        meeting["state"],
        meeting["place"] or None,
        meeting["municipality"] or None,
        meeting["is_area"],
    )


@lru_cache(maxsize=20_000)
def moment_text(minute: int | None, zone: str | None) -> bytes:
    """A minute since 1970 as JSON in a zone; many meetings begin in the same."""
    if minute is None or zone is None:
        return NULL
    return ENCODE(datetime.fromtimestamp(minute * 60, ZoneInfo(zone or OSLO)).isoformat())
