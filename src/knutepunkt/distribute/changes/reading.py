"""What has changed, page by page, in the order of editions."""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from knutepunkt.collect.drafts import Step
from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.models import Group, Organisation
from knutepunkt.distribute.changes.cursors import Cursor, cursor_text
from knutepunkt.distribute.handing import ORGANISATION, here, organisation_record, stated
from knutepunkt.distribute.published import groups_of, organisations_of

ENCODE = msgspec.json.Encoder().encode
ORGANISATIONS, GROUPS = 0, 1
# A follower takes an answer of at most five mebibytes.
LARGEST = 2 * 1024 * 1024
BATCH = 100


def lines(since: Cursor, most: int) -> Iterator[bytes]:
    """The head, at most so many changes, and the cursor to go on from."""
    node, latest, size, count = here(), latest_edition(), 0, 0
    yield line({"knutepunkt": "changes", "version": 1, "node": node.node, "site": node.site})
    places = next_places(since, latest, most + 1)
    wanted, at, owners = places[:most], since, set[int]()
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        for body in told(part, node, owners):
            yield body
            size += len(body)
        at, count = part[-1], count + len(part)
        if size > LARGEST:
            break
    is_more = count < len(places)
    end = at if is_more else Cursor(latest, GROUPS, 2**62)
    yield line({"cursor": cursor_text(end), "more": is_more})


def line(value: object) -> bytes:
    """A JSON value on a line."""
    return ENCODE(value) + b"\n"


def next_places(since: Cursor, latest: int, most: int) -> list[Cursor]:
    """The places after a cursor, in order, up to an edition. Two queries."""
    found = [
        *places(Organisation.objects.all(), ORGANISATIONS, since, latest, most),
        *places(Group.objects.all(), GROUPS, since, latest, most),
    ]
    return sorted(found)[:most]


def places(rows: QuerySet[Any], kind: int, since: Cursor, latest: int, most: int) -> list[Cursor]:
    """The places of one kind."""
    after = Q(edition__gt=since.edition)
    if kind == since.kind:
        after |= Q(edition=since.edition, pk__gt=since.number)
    elif kind > since.kind:
        after |= Q(edition=since.edition)
    pairs = rows.filter(after, edition__lte=latest).order_by("edition", "pk")
    return [Cursor(edition, kind, pk) for edition, pk in pairs.values_list("edition", "pk")[:most]]


def told(places_: list[Cursor], node: Step, known: set[int]) -> Iterator[bytes]:
    """The lines of some places: a record, or a tombstone for what is not public.

    ``known`` are the organisations that the answer has told of; none is told of twice in it.
    """
    numbers = [place.number for place in places_ if place.kind == GROUPS]
    owners = [place.number for place in places_ if place.kind == ORGANISATIONS]
    groups = {group.number: group for group in groups_of(numbers)}
    fresh = sorted({*owners, *owners_of(numbers)} - known)
    known.update(fresh)
    yield from organisations(fresh, node)
    gone = Group.objects.filter(pk__in=set(numbers) - groups.keys()).order_by("pk")
    for number in numbers:
        if number in groups:
            yield line(stated(groups[number], node))
    for uid in gone.values_list("uid", flat=True):
        yield line({"key": str(uid), "gone": True})


def owners_of(numbers: list[int]) -> list[int]:
    """The organisations of groups: whether they are public depends on their groups."""
    rows = Group.objects.filter(pk__in=numbers).exclude(organisation=None)
    return list(rows.order_by().values_list("organisation_id", flat=True).distinct())


def organisations(numbers: list[int], node: Step) -> Iterator[bytes]:
    """Organisations as they are now."""
    known = organisations_of(set(numbers))
    for one in known.values():
        yield line(organisation_record(one, node))
    hidden = Organisation.objects.filter(pk__in=set(numbers) - known.keys())
    for uid in hidden.values_list("uid", flat=True):
        yield line({"key": f"{ORGANISATION}{uid}", "gone": True})
