"""Another library, made from the standard's schema, reads what we write and writes what we read."""

from pathlib import Path
from zipfile import ZipFile

import pyrefiqda
import pytest
from pyrefiqda import models

from actionfields import Field, load
from actionfields.exchange import read, written
from tests.actionfields.made import STATEMENT, TIE, folder_of

TOP, BELOW = "0d62985d-b147-5d01-a9b5-cae5dcd98342", "dfe5c38e-9449-5959-a1f7-e3d895cfa87f"
SOURCED = STATEMENT | {"source_id": "talk;minutes", "claim_nb": "Døra er åpen 🌼", "page": "7"}


@pytest.fixture
def field(tmp_path: Path) -> Field:
    """A small field with a statement and a tie."""
    return load(folder_of(tmp_path / "field", statements=[SOURCED], ties=[TIE]))


@pytest.fixture
def sent(field: Field, tmp_path: Path) -> Path:
    """The field as a project."""
    path = tmp_path / "sent.qdpx"
    path.write_bytes(written(field, "qdpx")[0])
    return path


def opened(path: Path) -> models.Project:
    """The project as the library reads it."""
    return pyrefiqda.RefiProject.load(path, extract_dir=str(path.with_suffix("")))


def test_a_whole_field_is_read(tmp_path: Path) -> None:
    selvhjelp = load("selvhjelp")
    path = tmp_path / "s.qdpx"
    path.write_bytes(written(selvhjelp, "qdpx")[0])

    found = opened(path)

    assert len(found.cases.case) == len(selvhjelp.statements) + len(selvhjelp.actors)
    assert len(found.links.link) == len(selvhjelp.ties)
    assert len(found.sources.text_source) == len(selvhjelp.sources) + 1


def test_a_codebook_is_read(tmp_path: Path, field: Field) -> None:
    (tmp_path / "c.qdc").write_bytes(written(field, "qdc")[0])

    found = pyrefiqda.RefiCodebook.load(tmp_path / "c.qdc")

    assert [(one.name, [x.name for x in one.code]) for one in found.codes.code] == [
        ("Q1", ["openness"]),
        ("Q2", []),
    ]


def test_a_field_comes_back_whole_from_the_library(
    tmp_path: Path, field: Field, sent: Path
) -> None:
    sources = sent.with_suffix("") / "sources"
    pyrefiqda.RefiProject.save(opened(sent), tmp_path / "back.qdpx", source_media_dir=sources)

    handed = read(tmp_path / "back.qdpx", "qdpx")

    assert handed.losses == []
    assert {name: table.as_columns() for name, table in handed.data.tables.items()} == {
        name: table.as_columns() for name, table in field.tables.items()
    }


def test_statements_come_back_from_their_cases_where_the_library_drops_the_texts(
    tmp_path: Path, field: Field, sent: Path
) -> None:
    pyrefiqda.RefiProject.save(opened(sent), tmp_path / "back.qdpx")
    with ZipFile(tmp_path / "back.qdpx") as archive:
        assert archive.namelist() == ["project.qde"]

    handed = read(tmp_path / "back.qdpx", "qdpx")

    assert handed.data.statements.as_records() == field.statements.as_records()
    assert handed.data.actors.as_records() == field.actors.as_records()
    assert handed.data.codebook.as_records() == field.codebook.as_records()
    assert handed.data.sources.cells("source_id") == ["talk", "minutes"]
    assert handed.losses == [
        (
            "actionfields.json is gone: statements, actors and codes come from the project itself; "
            "of periods, sources, coders and pools only the names; ties and all else are not there."
        )
    ]


def test_a_codebook_of_the_library_is_read(tmp_path: Path) -> None:
    below = models.CodebookCodeType(guid=BELOW, name="Åpenhet", is_codable=True)
    top = models.CodebookCodeType(guid=TOP, name="Tillit", is_codable=False, code=[below])
    book = models.CodeBook(codes=models.CodebookCodesType(code=[top]))
    pyrefiqda.RefiCodebook.save(book, tmp_path / "c.qdc")

    found = read(tmp_path / "c.qdc", "qdc").data.codebook

    assert [(one.code, one.question) for one in found] == [("tillit", ""), ("åpenhet", "tillit")]
