"""What may leave the house: an anonymised actor must stay one among enough others.

Two of a pool's members may be heard without their names. Whatever is told of such an actor (its
sphere, its level, its periods) must fit at least ``least`` members of the pool; if it fits fewer,
the data set is not written anywhere until the telling detail is taken out.
"""

from collections.abc import Iterator

from actionfields.errors import RefusedError
from actionfields.field import Field
from actionfields.records import Actor, Pool

TOLD = ("sphere", "level", "parent")


def refuse_if_narrowed(field: Field) -> None:
    """Raise RefusedError when some anonymised actor fits too few members of its pool."""
    if faults := [*narrowed(field)]:
        raise RefusedError("\n".join(faults))


def narrowed(field: Field) -> Iterator[str]:
    """A sentence for each anonymised actor that is among too few."""
    actors = {actor.actor_id: actor for actor in field.actors.where(actor_id=wanted(field))}
    pools = {pool.pool_id: pool for pool in field.pools}
    for actor in field.actors:
        if actor.pool_id:
            fitting = candidates(actor, pools[actor.pool_id], actors)
            if len(fitting) < pools[actor.pool_id].least:
                yield sentence(actor, pools[actor.pool_id], len(fitting))


def wanted(field: Field) -> set[str]:
    """Everybody who is in some pool."""
    return {member for pool in field.pools for member in pool.members}


def candidates(actor: Actor, pool: Pool, actors: dict[str, Actor]) -> list[str]:
    """The members of a pool that fit all that is told of an anonymised actor."""
    return [name for name in pool.members if fits(actor, actors[name])]


def fits(actor: Actor, member: Actor) -> bool:
    """Say whether an anonymised actor can be this member; what is not told fits everybody."""
    told = [getattr(actor, name) in ("", getattr(member, name)) for name in TOLD]
    return all(told) and set(actor.periods) <= set(member.periods)


def sentence(actor: Actor, pool: Pool, count: int) -> str:
    """Who must do what; the members that fit are not named."""
    return (
        f"actors, {actor.actor_id}: what is told of this anonymised actor fits {count} of the "
        f"{len(pool.members)} in {pool.pool_id}, and must fit {pool.least}; empty its sphere, "
        "level or parent, or its periods."
    )
