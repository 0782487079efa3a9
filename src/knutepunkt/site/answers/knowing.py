"""Organisations that may know more of a theme, where no group was found."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import count, islice
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Q

from knutepunkt.directory.models import Organisation
from knutepunkt.distribute.published import public_organisations
from knutepunkt.distribute.published.plain import Question, uid
from knutepunkt.search.answering.facets import Table
from knutepunkt.search.index.storage import Array
from knutepunkt.search.queries import asked
from knutepunkt.search.query import Query
from knutepunkt.site.writing.keeping import state_of
from knutepunkt.site.writing.prepared import Prepared, Rows
from knutepunkt.site.writing.shelf import Key
from knutepunkt.vocabulary.models import Definition
from knutepunkt.vocabulary.queries import turn

MOST_KNOWING = 8
# So many are looked up, for several may be branches of one.
MOST_HOLDING = 40
MOST_THEMES = 32
NOBODY, NOTHING = UUID(int=0), -1
Wanted = list[Any]


def lines_of(wanted: Wanted) -> Rows:
    """The lines above organisations, and above those that have written what themes are."""
    written = Definition.objects.filter(concept__in=wanted[MOST_HOLDING:]).values("owner")
    found = Organisation.objects.filter(Q(uid__in=wanted[:MOST_HOLDING]) | Q(name__in=written))
    return found.values_list("parent__parent", "parent", "pk")


def wanted_of(uids: Iterable[UUID], themes: Iterable[int]) -> Wanted:
    """As many as may be asked for; nobody and nothing where there are fewer."""
    some, about = list(islice(uids, MOST_HOLDING)), list(islice(themes, MOST_THEMES))
    return [
        *some, *[NOBODY] * (MOST_HOLDING - len(some)),
        *about, *[NOTHING] * (MOST_THEMES - len(about)),
    ]  # fmt: skip


def example(first: int) -> Wanted:
    """As many as may be asked for, from a number on."""
    return wanted_of((UUID(int=number) for number in count(first)), count(first))


LINES = Prepared(lines_of, (example(1), example(1000)))
# Their texts are not shown here.
PUBLIC = Question(lambda among: public_organisations().filter(pk__in=among), "id", "uid", "name")


def knowing(themes: Sequence[int], on: date) -> list[Organisation]:
    """Organisations with groups about some themes, or that have written what these are, in the
    day's order. The organisation above a branch stands for it. Two queries, or none where it is
    one theme and nothing has been committed since it was asked for.
    """
    state = state_of() if len(themes) == 1 else None
    if state is None:
        return found_out(themes, on) if themes else []
    return list(of_theme(state, themes[0], on))


@lru_cache(maxsize=500)
def of_theme(state: Key, theme: int, on: date) -> tuple[Organisation, ...]:
    """Those who know more of one theme in one state of everything: the same for everybody."""
    del state
    return tuple(found_out([theme], on))


def found_out(themes: Sequence[int], on: date) -> list[Organisation]:
    """The same, looked up."""
    facets = asked(Query(concepts=tuple(themes), limit=0)).facets
    order = in_turn(facets.table, on)
    first = order[facets.counts[order] > 0][:MOST_HOLDING].tolist()
    lines = LINES.rows(*wanted_of((UUID(facets.table.names[place]) for place in first), themes))
    if not lines:
        return []
    public = {
        pk: (turn_of(on, uid(cell)), uid(cell), name)
        for pk, cell, name in PUBLIC.of({id_ for line in lines for id_ in line if id_})
    }
    highest = {next((public[id_] for id_ in line if id_ in public), None) for line in lines}
    shown = sorted(filter(None, highest))[:MOST_KNOWING]
    return [Organisation(uid=UUID(own), name=name) for _turn, own, name in shown]


@lru_cache(maxsize=2)
def in_turn(table: Table, on: date) -> Array:
    """Where the counts of organisations stand, in the order of a day."""
    places = table.standing("organisation")
    return np.array([places[own] for own in sorted(places, key=partial(turn_of, on))], np.intp)


@lru_cache(maxsize=20_000)
def turn_of(on: date, own: str) -> bytes:
    """The place of an organisation among equals in the order of a day."""
    return turn(on, own)
