"""Groups as records: page by page in the database, one after the other to whoever asks."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.distribute.published.choosing import Choice
from knutepunkt.distribute.published.meetings import meetings_of
from knutepunkt.distribute.published.organisations import organisations_of
from knutepunkt.distribute.published.plain import (
    Day,
    Moment,
    Question,
    moment,
    perhaps,
    uid,
)
from knutepunkt.distribute.published.records import PublishedGroup
from knutepunkt.distribute.published.standing import claims_of, confirmations_of
from knutepunkt.distribute.published.terms import Terms
from knutepunkt.distribute.published.texts import link, own_words, road, text, words

BATCH = 500
EVERYTHING = Choice()
COLUMNS = (
    "id", "organisation_id", "uid", "name", "own_words", "state", "mode", "how_to_join", "fee",
    "accessibility", "minimum_age", "maximum_age", "url", "is_fictitious", Moment("updated_at"),
    Day("confirmed_on"), Moment("added_at"), "edition", "road",
)  # fmt: skip
ASKED = Question(lambda among: published().filter(pk__in=among), *COLUMNS)


def stream(choice: Choice = EVERYTHING, batch: int = BATCH) -> Iterator[PublishedGroup]:
    """The groups asked for, in an order that new ones only add to; memory holds one batch."""
    terms, last = Terms(), 0
    wanted = choice.groups().order_by("pk").values_list("pk", flat=True)
    while ids := list(wanted.filter(pk__gt=last)[:batch]):
        yield from groups_of(ids, terms)
        last = ids[-1]


def groups_of(ids: Sequence[int], terms: Terms | None = None) -> list[PublishedGroup]:
    """The published groups among some of the database's numbers, in the order given.

    Eight queries, and up to two more for concepts that ``terms`` has not met before.
    """
    rows = {row[0]: row for row in ASKED.of(ids)}
    found = [id_ for id_ in ids if id_ in rows]
    if not found:
        return []
    organisations = organisations_of({row[1] for row in rows.values() if row[1] is not None})
    meetings, carried = meetings_of(found), (terms or Terms()).of(found)
    claims, confirmations = claims_of(found), confirmations_of(found)
    return [
        group(
            rows[id_],
            organisations.get(rows[id_][1]),
            tuple(carried.get(id_, ())),
            tuple(meetings.get(id_, ())),
            tuple(claims.get(id_, ())),
            tuple(confirmations.get(id_, ())),
        )
        for id_ in found
    ]


def group(row: tuple[Any, ...], organisation: Any, *parts: Any) -> PublishedGroup:
    """One group from its row and what belongs to it."""
    (id_, _, digits, name, said, state, mode, how_to_join, fee, accessibility, least, most, url,
     is_fictitious, updated_at, confirmed_on, added_at, edition, way) = row  # fmt: skip
    return PublishedGroup(
        id_, uid(digits), text(name), organisation, own_words(words(said)), state, mode,
        text(how_to_join), text(fee), text(accessibility), least, most, link(url),
        bool(is_fictitious), perhaps(updated_at), confirmed_on or "", moment(added_at), edition,
        road(way), *parts,
    )  # fmt: skip


def group_known(known: UUID) -> PublishedGroup | None:
    """The published group with this UUID, or None."""
    ids = list(published().filter(uid=known).values_list("pk", flat=True))
    return next(iter(groups_of(ids)), None)


def was_public(known: UUID) -> bool:
    """Say whether a group was public and is withdrawn."""
    gone = Group.objects.filter(uid=known, is_published=True).exclude(withdrawn_at=None)
    return gone.exists()
