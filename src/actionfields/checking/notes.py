"""What is allowed and worth a look: accounts that differ, ties ill carried, telling details."""

from collections import defaultdict
from collections.abc import Iterator

from actionfields.disclosure import narrowed
from actionfields.field import Field
from actionfields.records.deeds import DERIVED
from actionfields.records.people import ANONYMISED, COLLECTIVE


def notes(field: Field) -> Iterator[str]:
    """A sentence for each thing that is worth a look."""
    yield from contradicting(field)
    yield from uncarried(field)
    yield from loops(field)
    yield from unpooled(field)
    yield from narrowed(field)


def contradicting(field: Field) -> Iterator[str]:
    """Accounts of the same part in the same event that do not agree; all of them stand."""
    accounts: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in field.participation:
        accounts[row.event_id, row.actor_id, row.role].add(row.account or "present")
    for (event, actor, role), said in accounts.items():
        if len(said) > 1:
            told = " and ".join(sorted(said))
            yield f"participation: {actor} as {role} in {event} is told of as {told}."


def uncarried(field: Field) -> Iterator[str]:
    """Derived ties whose event does not have both actors."""
    present: dict[str, set[str]] = defaultdict(set)
    for row in field.participation:
        present[row.event_id].add(row.actor_id)
    for tie in field.ties.where(basis=DERIVED):
        if gone := {tie.source_actor, tie.target_actor} - present[tie.event_id]:
            names = ", ".join(sorted(gone))
            yield f"ties: {tie.tie_id} follows from {tie.event_id}, where {names} takes no part."


def loops(field: Field) -> Iterator[str]:
    """Ties of an actor to itself, unless it is a collective."""
    kinds = dict(
        zip(field.actors.cells("actor_id"), field.actors.values("actor_type"), strict=True)
    )
    for tie in field.ties:
        if tie.source_actor == tie.target_actor and kinds[tie.source_actor] != COLLECTIVE:
            yield f"ties: {tie.tie_id} ties {tie.source_actor} to itself."


def unpooled(field: Field) -> Iterator[str]:
    """Anonymised actors without a pool, so that nothing guards who they are."""
    for actor in field.actors.where(actor_type=ANONYMISED, pool_id=""):
        yield f"actors: {actor.actor_id} is anonymised and has no pool; name one in pool_id."
