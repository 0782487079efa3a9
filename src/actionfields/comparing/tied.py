"""The networks of a field: one for each kind of tie, its origin beside every number."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count

import numpy as np

from actionfields.errors import FieldError
from actionfields.field import Field
from actionfields.measures import (
    Direction,
    Refused,
    Ties,
    degree_centralisation,
    density,
    ei_index,
)
from actionfields.measures.grounds import enough_actors
from actionfields.measures.voices import Ints
from actionfields.records.deeds import DERIVED, REPORTED

UNSURE = ("", "mixed", "unclear", "unknown")


@dataclass(frozen=True, slots=True)
class KindOfTies:
    """The ties of one kind and status, and how many of the rows behind them are derived.

    ``derived`` rows follow from an event's list; ``explicit`` ones were told by a source. Rows, not
    ties, since two sources may tell of one tie.
    """

    kind: str
    status: str
    ties: Ties
    derived: int
    explicit: int

    @property
    def observed(self) -> bool:
        """Whether every row was told by a source; otherwise nothing is tested by chance."""
        return self.derived == 0


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of one network that stand side by side.

    ``density`` is over the nodes of the network: those tied, unless others were counted in. A
    directed network is centralised by who reaches out, and by whom others reach
    (``centralisation_in``); both are the same when undirected.
    """

    network: KindOfTies
    density: float | Refused
    centralisation: float | Refused
    direction: Direction | Refused
    centralisation_in: float | Refused


def kinds(field: Field) -> list[tuple[str, str, str, int]]:
    """(kind, status, basis, rows) of every sort of tie there is; no two are added up.

    >>> import actionfields
    >>> kinds(actionfields.load("selvhjelp").at("P1"))[:1]
    [('co_attending', 'reported', 'derived_from_event', 21)]
    """
    columns = [field.ties.coded(one) for one in ("kind", "status", "basis")]
    place = np.zeros(len(field.ties), dtype=np.int64)
    for codes, values in columns:
        place = place * max(len(values), 1) + codes
    found, rows = np.unique(place, return_counts=True)
    told = []
    for key, many in zip(found.tolist(), rows.tolist(), strict=True):
        names = []
        for _, values in reversed(columns):
            key, name = divmod(key, len(values))
            names.append(values[name])
        told.append((*reversed(names), many))
    return sorted(told)


def ties_of(
    field: Field, kind: str, *, status: str = REPORTED, basis: str | None = None,
    nodes: Sequence[str] = (),
) -> KindOfTies:  # fmt: skip
    """The ties of one kind and status; of one basis only, when named.

    ``nodes`` are counted in even without ties. A kind with ties of both sorts is taken as directed,
    an undirected tie then going both ways. Raises FieldError for a kind the field does not have.

    >>> import actionfields
    >>> found = ties_of(actionfields.load("selvhjelp").at("P2"), "invitation")
    >>> found.ties.count, found.derived, found.observed
    (8, 8, False)
    """
    rows = field.ties.where(kind=kind, status=status, **({"basis": basis} if basis else {}))
    if not len(rows) or "*" in kind:
        known = dict.fromkeys(row[0] for row in kinds(field))
        if kind not in known:
            there = f"kinds are {', '.join(known)}" if known else "there are no ties at all"
            raise FieldError(f"there is no tie of kind «{kind}» here; {there}.")
    directed = rows.matching("directed", bool)
    names, ends = _ends(rows.coded("source_actor"), rows.coded("target_actor"), nodes)
    source, target = ends
    if directed.any() and not directed.all():
        back = ~directed
        source, target = (
            np.concatenate([source, target[back]]), np.concatenate([target, source[back]])
        )  # fmt: skip
    ties = Ties.from_columns(names, source, target, directed=bool(directed.any()))
    derived = int(rows.matching("basis", lambda one: one == DERIVED).sum())
    return KindOfTies(kind, status, ties, derived, len(rows) - derived)


def spheres(field: Field) -> dict[str, frozenset[str]]:
    """The sphere of each actor, for the E-I index; one that can be doubted may be in any of them.

    In doubt are spheres marked so, and those called mixed, unclear or nothing. They may be any
    sphere that some actor of the field is surely in.
    """
    sure = sure_spheres(field)
    alone = {sphere: frozenset([sphere]) for sphere in set(sure.values())}
    every = frozenset(alone)
    return {name: alone.get(sure.get(name, ""), every) for name in field.actors.cells("actor_id")}


def sure_spheres(field: Field) -> dict[str, str]:
    """The sphere of each actor whose sphere is beyond doubt."""
    columns = (field.actors.values(one) for one in ("actor_id", "sphere", "sphere_uncertain"))
    rows = zip(*columns, strict=True)
    return {name: sphere for name, sphere, doubt in rows if not doubt and sphere not in UNSURE}


def shape(field: Field, network: KindOfTies) -> Shape:
    """Density, degree centralisation and direction of one network; refused under five actors.

    >>> import actionfields
    >>> field = actionfields.load("selvhjelp").at("P2")
    >>> shape(field, ties_of(field, "invitation")).centralisation
    1.0
    """
    return shape_in(spheres(field), network)


def shape_in(where: dict[str, frozenset[str]], network: KindOfTies) -> Shape:
    """As ``shape``, with the spheres already looked up."""
    ties = network.ties
    if small := enough_actors(ties.size):
        return Shape(network, small, small, small, small)
    out, coming = (degree_centralisation(ties, way) for way in ("out", "in"))
    return Shape(network, density(ties), out, ei_index(ties, where), coming)


Coded = tuple[Ints, list[str]]
Ends = tuple[Ints, ...]


def _ends(source: Coded, target: Coded, nodes: Sequence[str]) -> tuple[tuple[str, ...], Ends]:
    """The nodes, those given first, and both ends of every row as places among them."""
    place = dict(zip(nodes, count()))
    ends = []
    for codes, values in (source, target):
        place.update(zip([name for name in values if name not in place], count(len(place))))
        ends.append(np.fromiter(map(place.__getitem__, values), np.int64, len(values))[codes])
    used = np.zeros(len(place), dtype=bool)
    used[: len(nodes)] = True
    for one in ends:
        used[one] = True
    number = np.cumsum(used) - 1
    return tuple(compress(place, used.tolist())), tuple(number[one] for one in ends)
