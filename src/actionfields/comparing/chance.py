"""What chance says of one network, or why it is not asked: bootstrap and permutation."""

from dataclasses import dataclass

from actionfields.comparing.tied import KindOfTies, sure_spheres
from actionfields.field import Field
from actionfields.measures import Chance, Interval, Refused, density_interval, permuted_ei
from actionfields.measures.grounds import Grounds


@dataclass(frozen=True, slots=True)
class ByChance:
    """The interval of a density, and the E-I index against spheres that are dealt at random."""

    bootstrap: Interval | Refused
    permutation: Chance | Refused


def by_chance(field: Field, network: KindOfTies, *, samples: int = 1000, seed: int = 0) -> ByChance:
    """Bootstrap of the density and permutation of the spheres of one network.

    Both are refused on ties that follow from an event or a host's list. Actors whose sphere can be
    doubted are left out of the permutation, since chance cannot deal what is unknown.

    >>> import actionfields
    >>> from actionfields.comparing import ties_of
    >>> field = actionfields.load("selvhjelp").at("P2")
    >>> by_chance(field, ties_of(field, "invitation")).bootstrap.code
    'derived'
    """
    grounds = Grounds(observed=network.observed)
    sure = sure_spheres(field)
    return ByChance(
        density_interval(network.ties, grounds, samples=samples, seed=seed),
        permuted_ei(network.ties, sure, grounds, samples=samples, seed=seed),
    )
