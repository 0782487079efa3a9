from pathlib import Path

import pytest

import actionfields
from tests.actionfields.made import TIE, folder_of


def field_with(path: Path, *ties: dict[str, str]) -> actionfields.Field:
    rows = [TIE | tie | {"tie_id": f"T{n}"} for n, tie in enumerate(ties)]
    return actionfields.load(folder_of(path, ties=rows))


def test_kinds_are_never_pooled(tmp_path: Path) -> None:
    field = field_with(tmp_path, {"kind": "meeting"}, {"kind": "letter"})

    with pytest.raises(actionfields.RefusedError, match="never pooled"):
        field.network("*")


def test_a_kind_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(actionfields.FieldError, match="kinds are meeting"):
        field_with(tmp_path, {}).network("letter")


def test_rows_between_the_same_two_become_one_edge(tmp_path: Path) -> None:
    graph = field_with(tmp_path, {}, {}).network("meeting")

    edge = graph.edges["fjell", "fjord"]
    assert (edge["weight"], edge["ties"]) == (2, ["T0", "T1"])


def test_only_reported_ties_unless_others_are_asked_for(tmp_path: Path) -> None:
    field = field_with(tmp_path, {"status": "prospective"})

    edges = [field.network("meeting", status).number_of_edges() for status in ("reported", None)]
    assert edges == [0, 1]


def test_a_derived_tie_marks_the_network_and_the_edge() -> None:
    graph = actionfields.load("selvhjelp").at("P2").network("invitation")

    assert graph.graph["derived"] is True
    assert {told["derived"] for _, _, told in graph.edges(data=True)} == {True}


def test_an_actor_without_a_tie_is_not_in_the_network() -> None:
    graph = actionfields.load("selvhjelp").at("P2").network("invitation")

    assert "trondheim_kommune" not in graph


def test_a_collective_tied_to_itself_is_left_out_and_told_of() -> None:
    graph = actionfields.load("selvhjelp").at("N13").network("cooperation")

    assert (graph.graph["self_ties"], graph.has_edge("vol_orgs", "vol_orgs")) == (["T106"], False)


def test_a_direction_is_kept_and_an_undirected_tie_goes_both_ways(tmp_path: Path) -> None:
    field = field_with(
        tmp_path, {"directed": "1"}, {"source_actor": "fjord", "target_actor": "fjell"}
    )

    graph = field.network("meeting")

    assert (graph.is_directed(), graph.edges["fjell", "fjord"]["weight"]) == (True, 2)


def test_a_period_keeps_what_belongs_to_no_period() -> None:
    field = actionfields.load("selvhjelp")

    assert len(field.at("P2").actors) == len(field.actors)
    assert set(field.at("P2").ties.values("period")) == {"P2"}


def test_a_row_with_other_sources_stands_without_one() -> None:
    field = actionfields.load("selvhjelp").without_source("sn_a")

    assert "S059" in field.statements.values("statement_id")
    assert "S057" not in field.statements.values("statement_id")
