from hypothesis import given
from hypothesis import strategies as st

from actionfields.networks import network
from tests.actionfields.comparing.fields import ACTORS, made, tied

ends = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS))


def test_rows_between_the_same_two_become_one_edge() -> None:
    field = made(ties=tied(("elv", "hav"), ("hav", "elv")))

    graph = network(field.ties, field.actors, "contact")

    [(_, _, edge)] = graph.edges(data=True)
    assert (edge["weight"], len(edge["ties"]), edge["derived"]) == (2, 2, False)


def test_a_tie_to_oneself_is_left_out_and_told_of() -> None:
    field = made(ties=tied(("elv", "elv"), ("elv", "hav")))

    graph = network(field.ties, field.actors, "contact")

    assert graph.graph["self_ties"] == ["contact A explicit reported 0"]
    assert graph.number_of_edges() == 1


def test_one_derived_row_marks_its_edge_and_the_network() -> None:
    rows = tied(("elv", "hav")) + tied(("li", "hav"), basis="derived_from_event", period="B")
    field = made(ties=rows)

    graph = network(field.ties, field.actors, "contact")

    assert graph.graph["derived"]
    assert [edge for *edge, derived in graph.edges(data="derived") if derived] in (
        [["hav", "li"]],
        [["li", "hav"]],
    )


@given(st.lists(ends), st.booleans())
def test_no_row_is_lost(pairs: list[tuple[str, str]], directed: bool) -> None:
    field = made(ties=tied(*pairs, directed=directed))

    graph = network(field.ties, field.actors, "contact")

    rows = [tie for *_, edge in graph.edges(data=True) for tie in edge["ties"]]
    told = rows + graph.graph["self_ties"]
    assert sorted(told) == sorted(field.ties.values("tie_id"))
    assert graph.is_directed() == bool(directed and pairs)
