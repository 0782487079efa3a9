import pytest

from actionfields.comparing.tied import kinds, shape, ties_of
from actionfields.errors import FieldError
from actionfields.measures import Refused
from tests.actionfields.comparing.fields import ACTORS, made, tied

STAR = [("elv", one) for one in ACTORS[1:]]


def test_kinds_statuses_and_bases_are_told_apart() -> None:
    rows = tied(("elv", "hav")) + tied(("elv", "li"), status="prospective")
    rows += tied(("elv", "myr"), ("hav", "myr"), basis="derived_from_event")

    assert kinds(made(ties=rows)) == [
        ("contact", "prospective", "explicit", 1),
        ("contact", "reported", "derived_from_event", 2),
        ("contact", "reported", "explicit", 1),
    ]


def test_a_field_without_ties_has_no_kinds() -> None:
    assert kinds(made()) == []


def test_what_is_only_intended_is_not_in_the_network() -> None:
    rows = tied(("elv", "hav")) + tied(("elv", "li"), status="prospective")

    assert ties_of(made(ties=rows), "contact").ties.nodes == ("elv", "hav")


def test_derived_ties_are_counted_and_can_be_left_out() -> None:
    rows = tied(("elv", "hav")) + tied(("elv", "li"), basis="derived_from_event")
    field = made(ties=rows)

    both, told = ties_of(field, "contact"), ties_of(field, "contact", basis="explicit")

    assert (both.derived, both.explicit, both.observed) == (1, 1, False)
    assert (told.ties.count, told.observed) == (1, True)


@pytest.mark.parametrize("kind", ["*", "con*", "kinship"])
def test_kinds_are_never_pooled_and_unknown_ones_are_told(kind: str) -> None:
    with pytest.raises(FieldError, match="kinds are contact"):
        ties_of(made(ties=tied(("elv", "hav"))), kind)


def test_an_undirected_tie_goes_both_ways_among_directed_ones() -> None:
    rows = tied(("elv", "hav"), directed=True) + tied(("li", "myr"), period="B")

    found = ties_of(made(ties=rows), "contact").ties

    names = {(found.nodes[one], found.nodes[other]) for one, other in found.pairs()}
    assert found.directed
    assert names == {("elv", "hav"), ("li", "myr"), ("myr", "li")}


def test_actors_can_be_counted_in_without_ties() -> None:
    found = ties_of(made(ties=tied(("elv", "hav"))), "contact", nodes=ACTORS)

    assert (found.ties.size, found.ties.count) == (6, 1)


def test_a_host_with_guests_is_a_star() -> None:
    field = made(ties=tied(*STAR, directed=True))

    assert shape(field, ties_of(field, "contact")).centralisation == pytest.approx(1)


def test_a_directed_network_is_looked_at_from_both_ends() -> None:
    field = made(ties=tied(*STAR, directed=True))

    found = shape(field, ties_of(field, "contact"))

    # By hand: each guest is reached once and the host never, so 1 of (6 − 1)².
    assert found.centralisation_in == pytest.approx(1 / 25)


def test_under_five_actors_there_are_counts_and_no_shares() -> None:
    field = made(ties=tied(("elv", "hav")))

    found = shape(field, ties_of(field, "contact"))

    few = Refused.because("few_actors", count=2, least=5)
    assert (found.density, found.centralisation, found.direction) == (few, few, few)
    assert found.network.ties.count == 1


@pytest.mark.parametrize("doubt", [{"sphere": "mixed"}, {"sphere_uncertain": "1"}])
def test_an_actor_of_doubtful_sphere_is_counted_both_ways(doubt: dict[str, str]) -> None:
    plain = {"sphere": "civil", "sphere_uncertain": "0"}
    actors = [{"actor_id": one, **plain} for one in ACTORS[1:]]
    actors += [{"actor_id": "elv", **plain, **doubt}]
    actors += [{"actor_id": "stat", "sphere": "state", "sphere_uncertain": "0"}]
    field = made(ties=tied(*STAR), actors=actors)

    found = shape(field, ties_of(field, "contact")).direction

    assert (found.low, found.high, found.open) == (-1, 1, 5)
