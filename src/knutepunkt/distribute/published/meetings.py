"""The meetings of some groups."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from knutepunkt.collect import drafts
from knutepunkt.collect.drafts import Term
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Meeting
from knutepunkt.distribute.published.places import Places
from knutepunkt.distribute.published.plain import Day, Question, days, uid
from knutepunkt.distribute.published.records import PublishedMeeting, PublishedPlace
from knutepunkt.distribute.published.texts import link, number, text

COLUMNS = (
    "group_id", "place_id", "mode", "uid", "key", "name", "rrule", Day("first_on"), Day("last_on"),
    "start", "minutes", "timezone", "except_on", "also_on", "online_url", "online_notes", "dial_in",
    "state", "notes", "url", "terms",
)  # fmt: skip
ASKED = Question(lambda among: Meeting.objects.filter(group_id__in=among).order_by("id"), *COLUMNS)


def meetings_of(groups: Sequence[int]) -> dict[int, list[PublishedMeeting]]:
    """The meetings of each group in the order they were told. Two queries."""
    rows = ASKED.of(groups)
    # A meeting online has no place, whatever its source says.
    places = Places(row[1] for row in rows if row[1] is not None and row[2] != Mode.ONLINE)
    found: dict[int, list[PublishedMeeting]] = {}
    for group, place_id, mode, digits, *rest in rows:
        id_, place = uid(digits), None
        if place_id is not None and mode != Mode.ONLINE:
            place = places.of(place_id, id_)
        found.setdefault(group, []).append(meeting(id_, mode, place, *rest))
    return found


def meeting(
    id_: str, mode: drafts.Mode, place: PublishedPlace | None, *row: Any
) -> PublishedMeeting:
    """One meeting from the rest of its row."""
    (key, name, rrule, first_on, last_on, start, minutes, timezone, except_on, also_on, online_url,
     online_notes, dial_in, state, notes, url, terms) = row  # fmt: skip
    return PublishedMeeting(
        id_, key, text(name), rrule, first_on or "", last_on or "", start, minutes, timezone,
        days(except_on), days(also_on), mode, place,
        link(online_url), text(online_notes), number(dial_in), state, text(notes), link(url),
        own_terms(terms),
    )  # fmt: skip


@lru_cache(maxsize=2000)
def own_terms(said: str) -> tuple[Term, ...]:
    """The terms that a meeting has besides its group's, from JSON."""
    return tuple(Term(*term) for term in msgspec.json.decode(said))
