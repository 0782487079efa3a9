import sqlite3
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from actionfields.errors import FieldError
from actionfields.exchange.forms import read

PROJECT = (
    '<Project xmlns="urn:QDA-XML:project:1.0" name="a"><CodeBook><Codes>'
    '<Code guid="5b0a3f2e-5c39-5d0e-9a4c-3a8f2a6f7c11" name="Tillit"/></Codes></CodeBook></Project>'
)
QUALCODER = """
    create table code_cat (catid, name, memo, supercatid);
    create table code_name (cid, name, memo, catid);
    create table source (id, name, memo);
    create table code_text (cid, fid, seltext, pos0, pos1, owner);
"""
TAGUETTE = """
    create table tags (id, path, description);
    create table documents (id, name, description);
    create table highlights (id, document_id, snippet);
    create table highlight_tags (highlight_id, tag_id);
"""
UNNAMED = """
    create table tags (path); insert into tags values (1);
    create table highlights (id); create table highlight_tags (tag_id);
    insert into highlight_tags values (1);
"""


def packed(path: Path, *others: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", PROJECT)
        for name in others:
            archive.writestr(name, "")
    return path


def database(path: Path, *scripts: str) -> Path:
    made = sqlite3.connect(path)
    made.executescript("".join(scripts))
    made.close()
    return path


@pytest.mark.parametrize("name", [".", "./"])
def test_an_entry_of_a_zip_without_a_name_does_no_harm(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.qdpx", name)

    handed = read(path, "qdpx")

    assert [one.label_nb for one in handed.data.codebook] == ["Tillit"]


def test_a_zip_that_is_broken_inside_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.qdpx")
    content = bytearray(path.read_bytes())
    content[content.index(b"project.qde") + len("project.qde")] = 0x07  # no kind of block
    path.write_bytes(content)

    with pytest.raises(FieldError, match=r"a\.qdpx is no readable ZIP"):
        read(path, "qdpx")


@pytest.mark.parametrize(
    ("form", "script"),
    [
        ("qualcoder", "create table code_name (b); insert into code_name values (1);"),
        ("taguette", UNNAMED),
    ],
)
def test_a_column_that_is_not_there_is_told(tmp_path: Path, form: str, script: str) -> None:
    path = database(tmp_path / "a.qda", script)

    with pytest.raises(FieldError, match=r"a\.qda, table \w+, has no column «\w+»"):
        read(path, form)


def test_values_of_any_kind_are_read_as_texts(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.qda",
        QUALCODER,
        """
        insert into code_cat values (null, null, null, null);
        insert into code_name values (x'ff', x'7469', x'ff', null), (2, 3.5, 7, 9);
        insert into source values (x'01', 5, 6), (null, null, null);
        insert into code_text values (2, 9, 8, x'ff', null, 4);""",
    )

    handed = read(path, "qualcoder")

    assert {one.label_nb for one in handed.data.codebook} >= {"ti", "3.5"}


def test_tags_of_any_kind_are_read_as_texts(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.sqlite3",
        TAGUETTE,
        """
        insert into tags values (1, x'7469', null), (2, 3, 4);
        insert into documents values (1, 2, 3), (null, null, null);
        insert into highlights values (1, 99, x'ff');
        insert into highlight_tags values (1, 1), (null, null);""",
    )

    handed = read(path, "taguette")

    assert [one.label_nb for one in handed.data.codebook] == ["ti", "3"]


def test_a_view_that_never_ends_is_not_read(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.qda",
        """create view code_name as with recursive one(cid) as
        (select 1 union all select cid + 1 from one) select cid, 'a' as name from one;""",
    )

    with pytest.raises(FieldError, match="has no codes of QualCoder"):
        read(path, "qualcoder")
