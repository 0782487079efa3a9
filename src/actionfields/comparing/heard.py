"""The statements of a field as voices: who is in the base, who is heard, and the unnamed apart."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from actionfields.field import Field
from actionfields.measures import Voices
from actionfields.records import Actor
from actionfields.records.coding import CATEGORY
from actionfields.records.people import ANONYMISED, COLLECTIVE
from actionfields.tables import Table

ANALYST = "analyst"


def named(field: Field) -> list[str]:
    """The actors of a field that are neither collectives, anonymised nor the analyst."""
    apart = _kind(field.actors, COLLECTIVE, ANONYMISED, ANALYST)
    return field.actors.take(~apart).values("actor_id")


def unnamed(field: Field) -> list[str]:
    """Collectives and anonymised speakers: never expanded, as they may be among the named.

    To count them together would count a speaker twice, or tell who an anonymised one is.
    """
    return field.actors.take(_kind(field.actors, COLLECTIVE, ANONYMISED)).values("actor_id")


def seen_in(field: Field, period: str) -> list[str]:
    """The named actors seen in a period, or heard, tied or taking part in it.

    This is the base that silence is counted from: they were there and might have been heard.
    """
    return seen_at(field.at(period), period)


def seen_at(at: Field, period: str, whom: Callable[[Field], list[str]] = named) -> list[str]:
    """As ``seen_in``, with the period already cut out; of the unnamed, when asked for them."""
    seen = set(at.actors.where(periods=period).values("actor_id"))
    seen.update(_used(at.statements, "actor_id"), _used(at.positions, "actor_id"))
    seen.update(_used(at.ties, "source_actor"), _used(at.ties, "target_actor"))
    seen.update(_used(at.models, "actor_id"))
    events = set(at.events.values("event_id"))
    there = at.participation.where(event_id=events).where(account=("", "present"))
    seen.update(_used(there, "actor_id"))
    return [actor for actor in whom(at) if actor in seen]


def categories(field: Field, question: str | None = None) -> list[str]:
    """The categories of the codebook, all or those of one question."""
    wanted = {"level": CATEGORY} | ({"question": question} if question else {})
    return field.codebook.where(**wanted).values("code")


def voices(field: Field, actors: Sequence[str], of: Sequence[str]) -> Voices:
    """What these actors say of these categories, in all periods the field holds."""
    table = field.statements
    actor, category = (_places(table, *one) for one in (("actor_id", actors), ("category", of)))
    codes, values = table.coded("stance")
    stance = np.array(values, dtype=np.int8)[codes]
    kept = (actor >= 0) & (category >= 0)
    return Voices(tuple(actors), tuple(of), actor[kept], category[kept], stance[kept])


def _kind(actors: Table[Actor], *kinds: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return actors.matching("actor_type", lambda kind: kind in kinds)


def _used(table: Table[Any], column: str) -> set[str]:
    codes, values = table.coded(column)
    return {values[code] for code in np.flatnonzero(np.bincount(codes)).tolist()}


def _places(
    table: Table[Any], column: str, names: Sequence[str]
) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each row, the place of its value among the names; −1 for none."""
    place = {name: number for number, name in enumerate(names)}
    codes, values = table.coded(column)
    looked_up = np.array([place.get(value, -1) for value in values], dtype=np.int64)
    return looked_up[codes]
