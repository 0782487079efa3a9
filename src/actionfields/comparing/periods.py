"""Two periods side by side, marked where their materials are unlike."""

from dataclasses import dataclass

from actionfields.comparing.heard import seen_at
from actionfields.comparing.material import (
    ALIKE,
    Profile,
    alike,
    overlap,
    profile_at,
    rests_on,
    shared_questions,
)
from actionfields.comparing.tied import Shape, kinds, shape_in, spheres, ties_of
from actionfields.comparing.understood import Understood, heard_by
from actionfields.field import Field
from actionfields.measures import Chance, Grounds, Refused, Shared, qap
from actionfields.records.deeds import REPORTED


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods: their materials first, then what may be compared.

    ``unlike`` marks every number in it when the materials differ in kind. ``questions`` are those
    that both have statements on; the others are listed and not compared. ``common`` are the actors
    seen in both.
    """

    profiles: tuple[Profile, Profile]
    unlike: bool
    questions: tuple[str, ...]
    one_sided: tuple[str, ...]
    actors: tuple[int, int]
    common: tuple[str, ...]
    understood: tuple[Understood, Understood]
    shapes: tuple[tuple[str, Shape | None, Shape | None], ...]

    def category(self, name: str) -> tuple[Shared, Shared]:
        """How the named actors of each period stand on a category."""
        first, second = self.understood
        return first.named.of(name), second.named.of(name)

    def recurring(self) -> tuple[str, ...]:
        """The categories that somebody supports in both periods, collectives included.

        It is overlap and no test: nothing says how many could have been heard.
        """
        first, second = ({*_supported(one)} for one in self.understood)
        return tuple(name for name in _names(self.understood[0]) if name in first & second)


def compare(field: Field, one: str, other: str) -> Comparison:
    """Compare two periods on what both cover.

    No p-value is given: where materials are unlike it would compare the sources, and where they are
    alike ``ties_together`` gives it for a network whose ties were observed. Raises FieldError for a
    period that is not there.

    >>> import actionfields
    >>> found = compare(actionfields.load("selvhjelp"), "P1", "P2")
    >>> found.unlike, found.common
    (True, ('aa', 'angstringen'))
    """
    sides = field.at(one), field.at(other)
    profiles = profile_at(sides[0], one), profile_at(sides[1], other)
    both = shared_questions(*profiles)
    bases = seen_at(sides[0], one), seen_at(sides[1], other)
    known = set(bases[1])
    asked = {*profiles[0].questions, *profiles[1].questions}
    return Comparison(
        profiles,
        unlike=not alike(*profiles),
        questions=both,
        one_sided=tuple(sorted(asked - {*both})),
        actors=(len(bases[0]), len(bases[1])),
        common=tuple(actor for actor in bases[0] if actor in known),
        understood=(heard_by(sides[0], one, bases[0]), heard_by(sides[1], other, bases[1])),
        shapes=tuple(_shapes(sides)),
    )


def ties_together(field: Field, kind: str, one: str, other: str, **more: int) -> Chance | Refused:
    """Whether the same actors are tied in both periods: QAP, or why it is refused.

    Refused when any tie of the kind is derived, the ties of the two rest on unlike types of source,
    fewer than five actors are in both networks, or one network does not vary. ``samples`` and
    ``seed`` are qap's.

    >>> import actionfields
    >>> ties_together(actionfields.load("selvhjelp"), "co_attending", "P1", "P2").code
    'derived'
    """
    sides = [field.at(period) for period in (one, other)]
    networks = [ties_of(at, kind) for at in sides]
    rests = [rests_on(at, at.ties.where(kind=kind, status=REPORTED)) for at in sides]
    grounds = Grounds(
        observed=all(network.observed for network in networks),
        alike=overlap(*rests) >= ALIKE,
    )
    return qap(networks[0].ties, networks[1].ties, grounds, **more)


def _shapes(sides: tuple[Field, Field]) -> list[tuple[str, Shape | None, Shape | None]]:
    where = spheres(sides[0])
    there = [{kind for kind, status, _, _ in kinds(at) if status == REPORTED} for at in sides]

    def of(place: int, kind: str) -> Shape | None:
        at = sides[place]
        return shape_in(where, ties_of(at, kind)) if kind in there[place] else None

    return [(kind, of(0, kind), of(1, kind)) for kind in sorted(there[0] | there[1])]


def _names(found: Understood) -> list[str]:
    return list(found.named.voices.categories)


def _supported(found: Understood) -> list[str]:
    rows = zip(_names(found), found.named.records(), found.collective.records(), strict=True)
    return [name for name, own, pooled in rows if own["supporters"] or pooled["supporters"]]
