import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from actionfields import load
from actionfields.cli import field as command
from actionfields.errors import FieldError
from actionfields.exchange import read, written
from tests.actionfields.made import STATEMENT, folder_of

G = {"g": "http://gexf.net/1.3"}
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters=';"|'))


def test_every_tie_is_an_edge_of_its_own_kind_and_id() -> None:
    field = load("selvhjelp")

    tree = etree.fromstring(written(field, "gexf")[0])
    edges = tree.findall(".//g:edge", G)

    assert [one.get("id") for one in edges] == field.ties.cells("tie_id")
    assert [one.get("kind") for one in edges] == field.ties.values("kind")
    assert tree.find("g:graph", G).get("mode") == "dynamic"


def test_an_edge_lies_in_its_period() -> None:
    tree = etree.fromstring(written(load("selvhjelp"), "gexf")[0])

    edge = tree.find(".//g:edge[@id='T001']", G)

    assert (edge.get("start"), edge.get("end")) == ("1995-01-01", "1996-12-31")


def test_networkx_reads_the_graphml(tmp_path: Path) -> None:
    field = load("selvhjelp")
    (tmp_path / "g.graphml").write_bytes(written(field, "graphml")[0].replace(b"directed=", b"x="))

    graph = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)

    assert (graph.number_of_nodes(), graph.number_of_edges()) == (
        len(field.actors),
        len(field.ties),
    )


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(claim=PLAIN.map(str.strip), stance=st.sampled_from(["-1", "0", "1"]))
def test_statements_come_back_from_an_event_list(tmp_path: Path, claim: str, stance: str) -> None:
    said = STATEMENT | {"claim_nb": claim, "stance": stance, "source_id": "talk;minutes"}
    field = load(folder_of(tmp_path / "f", statements=[said]))
    (tmp_path / "d.csv").write_bytes(written(field, "dna")[0])

    handed = read(tmp_path / "d.csv", "dna")

    assert handed.data.statements.as_records() == field.statements.as_records()


def test_an_event_list_of_the_analyser_is_read(tmp_path: Path) -> None:
    text = (
        "statement_id;time;person;organization;concept;agreement;start_position;stop_position;"
        "text;coder;document_id;document_title;document_author;document_source;document_section;"
        "document_type\n"
        "7;2014-05-02 00:00:00;;Fjell;Åpenhet;1;0;4;Vi er åpne;Kari;3;Referat;;;;\n"
        "8;2014-05-02 00:00:00;;Fjord;Åpenhet;0;5;9;Nei;Kari;3;Referat;;;;\n"
    )
    (tmp_path / "d.csv").write_text(text, encoding="utf-8")

    field = read(tmp_path / "d.csv", "dna").data

    rows = [(one.actor_id, one.category, one.stance, one.source_id) for one in field.statements]
    assert rows == [("fjell", "åpenhet", 1, ("referat",)), ("fjord", "åpenhet", -1, ("referat",))]
    assert str(field.sources[0].date) == "2014-05-02"


def test_a_tags_file_of_taguette_becomes_questions_and_categories(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "tag,description\nRolle,Hva?\nRolle/Vert,Den som ber inn\nLøs,\n"
    )

    field = read(tmp_path / "t.csv", "codebook").data

    codes = [(one.code, one.level, one.question, one.definition) for one in field.codebook]
    assert codes == [
        ("rolle", "question", "", "Hva?"),
        ("vert", "category", "rolle", "Den som ber inn"),
        ("løs", "category", "", ""),
    ]


def test_a_codebook_of_qualcoder_has_its_category_beside(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("category;name;memo\nRolle;Vert;Den som ber inn\n")

    field = read(tmp_path / "q.csv", "codebook").data

    assert [(one.code, one.question) for one in field.codebook] == [
        ("rolle", ""),
        ("vert", "rolle"),
    ]


def test_our_codebook_comes_back(tmp_path: Path) -> None:
    field = load("selvhjelp")
    (tmp_path / "c.csv").write_bytes(written(field, "codebook")[0])

    assert read(tmp_path / "c.csv", "codebook").data.codebook.as_records() == (
        field.codebook.as_records()
    )


@pytest.mark.parametrize("form", ["dna", "codebook"])
def test_a_csv_of_something_else_is_told_in_a_sentence(tmp_path: Path, form: str) -> None:
    (tmp_path / "x.csv").write_text("a;b\n1;2\n")

    with pytest.raises(FieldError, match="it needs"):
        read(tmp_path / "x.csv", form)


def test_the_commands_write_and_read_a_project(tmp_path: Path) -> None:
    project, folder = str(tmp_path / "s.qdpx"), str(tmp_path / "back")

    out = CliRunner().invoke(command, ["export", "selvhjelp", "--out", project, "--json"])
    back = CliRunner().invoke(command, ["import", project, "--out", folder, "--json"])

    assert (out.exit_code, json.loads(back.stdout)["losses"]) == (0, [])
    assert len(json.loads(out.stdout)["losses"]) == 3
    with (tmp_path / "back" / "statements.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == len(load("selvhjelp").statements)


def test_a_csv_without_a_format_asks_for_one(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("tag\n")

    result = CliRunner().invoke(command, ["import", str(tmp_path / "x.csv"), "--out", "y"])

    assert (result.exit_code, "--format" in result.stderr) == (1, True)
