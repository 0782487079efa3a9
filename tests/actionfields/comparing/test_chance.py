from itertools import pairwise

from actionfields.comparing import by_chance, group_agreement, ties_of
from actionfields.measures import Chance, Interval, Refused
from tests.actionfields.comparing.fields import ACTORS, made, said, tied

RING = list(zip(ACTORS, (*ACTORS[1:], ACTORS[0]), strict=True))


def actors(**spheres: str) -> list[dict[str, str]]:
    """The actors with a sphere each; «?» is in doubt."""
    return [
        {
            "actor_id": one,
            "periods": "A;B",
            "sphere": spheres.get(one, "civil").strip("?"),
            "sphere_uncertain": str(int(spheres.get(one, "").endswith("?"))),
        }
        for one in ACTORS
    ]


def test_ties_that_were_told_are_drawn_again_and_dealt_anew() -> None:
    field = made(ties=tied(*RING), actors=actors(elv="state", fjell="state", hav="state"))

    found = by_chance(field, ties_of(field, "contact"), samples=200)

    assert isinstance(found.bootstrap, Interval)
    assert isinstance(found.permutation, Chance)
    assert (found.bootstrap.value, round(found.permutation.value, 3)) == (0.4, -0.333)


def test_ties_from_a_list_are_not_tested() -> None:
    field = made(ties=tied(*RING, basis="derived_from_event"))

    found = by_chance(field, ties_of(field, "contact"))

    assert (found.bootstrap, found.permutation) == (Refused.because("derived"),) * 2


def test_an_actor_whose_sphere_is_in_doubt_is_not_dealt() -> None:
    field = made(ties=tied(*RING), actors=actors(elv="state?", fjell="state?", hav="civil"))

    found = by_chance(field, ties_of(field, "contact"), samples=50)

    assert found.permutation == Refused.because("few_actors", count=4, least=5)


def test_a_large_network_is_not_drawn_again() -> None:
    names = [str(n) for n in range(2001)]
    field = made(
        actors=[{"actor_id": one, "sphere_uncertain": "0"} for one in names],
        ties=tied(*pairwise(names)),
    )

    found = by_chance(field, ties_of(field, "contact"), samples=10)

    assert found.bootstrap == Refused.because("too_large", count=2001, most=2000)


def test_groups_agree_where_each_of_them_does() -> None:
    rows = [("elv", "A", "hub", 1, "talk"), ("fjell", "A", "hub", 1, "talk"),
            ("hav", "A", "hub", -1, "talk"), ("elv", "A", "net", 1, "talk")]  # fmt: skip
    field = made(statements=said(*rows), actors=actors(hav="state", li="market?"))

    hub, net = group_agreement(field, "A")

    # civil: two of two for, (2 + 1) / (2 + 2); state: none of one, (0 + 1) / (1 + 2).
    assert (hub.category, hub.value) == ("hub", 0.75 / 3)
    assert net.value == Refused.because("unheard", names="state")
