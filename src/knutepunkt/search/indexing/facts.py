"""What the directory knows of groups, read lean: plain values, some hundred groups at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from knutepunkt.directory.disclosure import ShownPlace, shown_place
from knutepunkt.directory.models import Claim, Classification, Group, Meeting, Place
from knutepunkt.directory.queries import going_on

GROUP = (
    "pk", "uid", "name", "organisation__name", "organisation__uid", "own_words", "state", "mode",
    "how_to_join", "accessibility", "fee", "confirmed_on", "updated_at", "is_fictitious",
)  # fmt: skip
MEETING = (
    "group_id", "name", "rrule", "first_on", "last_on", "start", "minutes", "timezone", "except_on",
    "also_on", "mode", "state", "notes", "place_id",
)  # fmt: skip


class MeetingFacts(NamedTuple):
    """A meeting, its place as far as it may be shown; None online or without one."""

    name: str
    rrule: str
    first_on: str
    last_on: str
    start: str
    minutes: int | None
    zone: str
    except_on: tuple[str, ...]
    also_on: tuple[str, ...]
    mode: str
    state: str
    notes: str
    place: ShownPlace | None
    municipality: str
    county: str


class GroupFacts(NamedTuple):
    """A published group with its meetings, concept ids and sources. Days are ISO dates or ""."""

    pk: int
    uid: str
    name: str
    organisation: str
    organisation_uid: str
    own_words: list[dict[str, str]]
    state: str
    mode: str
    how_to_join: str
    accessibility: str
    fee: str
    confirmed_on: str
    updated_on: str
    is_fictitious: bool
    concepts: list[int]
    sources: list[str]
    meetings: list[MeetingFacts]


def facts_of(pks: Collection[int]) -> Iterator[GroupFacts]:
    """The groups that people look for among some, by key. Five queries."""
    groups = list(going_on().filter(pk__in=pks).order_by("pk").values_list(*GROUP))
    known = [row[0] for row in groups]
    meetings = meetings_of(known)
    concepts = by_group(Classification.objects.filter(group_id__in=known), "concept_id")
    sources = by_group(Claim.objects.filter(group_id__in=known, withdrawn_at=None), "source_id")
    for row in groups:
        yield group_facts(
            row, concepts.get(row[0], []), sorted(set(sources.get(row[0], ()))),
            meetings.get(row[0], []),
        )  # fmt: skip


def group_facts(
    row: tuple[Any, ...], concepts: list[int], sources: list[str], meetings: list[MeetingFacts]
) -> GroupFacts:
    """A row of the table of groups, with what stands in other tables."""
    pk, uid, name, organisation, organisation_uid, *rest, confirmed, updated, is_fictitious = row
    words, state, mode, how_to_join, accessibility, fee = rest
    return GroupFacts(
        pk, str(uid), name, organisation or "", str(organisation_uid or ""), words, state, mode,
        how_to_join, accessibility, fee, iso(confirmed), iso(updated)[:10], is_fictitious,
        concepts, sources, meetings,
    )  # fmt: skip


def by_group(rows: Any, field: str) -> dict[int, list[Any]]:
    """The values of a column for each group, in the order of the rows' ids."""
    found: dict[int, list[Any]] = defaultdict(list)
    for pk, value in rows.order_by("id").values_list("group_id", field):
        found[pk].append(value)
    return found


def meetings_of(pks: Collection[int]) -> dict[int, list[MeetingFacts]]:
    """The meetings of some groups. Two queries."""
    rows = list(Meeting.objects.filter(group_id__in=pks).order_by("id").values_list(*MEETING))
    places = {place.pk: place for place in Place.objects.filter(pk__in={row[-1] for row in rows})}
    shown = {pk: shown_place(place) for pk, place in places.items()}
    found: dict[int, list[MeetingFacts]] = defaultdict(list)
    for group, name, rrule, first_on, last_on, start, minutes, zone, *rest in rows:
        except_on, also_on, mode, state, notes, place_id = rest
        is_there = place_id is not None and mode != "online"
        found[group].append(
            MeetingFacts(
                name, rrule, iso(first_on), iso(last_on), start, minutes, zone, tuple(except_on),
                tuple(also_on), mode, state, notes, shown[place_id] if is_there else None,
                places[place_id].municipality if is_there else "",
                places[place_id].county if is_there else "",
            )
        )  # fmt: skip
    return found


def iso(moment: Any) -> str:
    """A date or moment as ISO text; "" for none."""
    return moment.isoformat() if moment else ""


def next_groups(known: int, after_id: int, latest: int, count: int) -> list[tuple[int, int]]:
    """The next (edition, id) pairs above what is known, in that order."""
    begun = Group.objects.filter(edition=known + 1, pk__gt=after_id)
    later = Group.objects.filter(edition__gt=known + 1, edition__lte=latest)
    found: list[tuple[int, int]] = []
    for groups in (begun, later):
        pairs = groups.order_by("edition", "pk").values_list("edition", "pk")
        found += pairs[: count - len(found)]
    return found
