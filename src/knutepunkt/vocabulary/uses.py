"""Where rooms downstream say how often they use a term; imports run against the data."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

UsesOf = Callable[[Collection[int]], Mapping[int, int]]

_rooms: dict[str, UsesOf] = {}


def register(room: str, uses_of: UsesOf) -> None:
    """Let a room count its uses: concept ids in, {id: times used} out. Call it in ``ready``."""
    _rooms[room] = uses_of


def uses_of(concept_ids: Collection[int]) -> dict[int, int]:
    """How often each concept is used in all rooms together; 0 when no room uses it."""
    total: Counter[int] = Counter()
    for counted in _rooms.values():
        total.update(counted(concept_ids))
    return {id_: total[id_] for id_ in concept_ids}
