"""Whatever a field holds comes back from every form in which it can be kept."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import actionfields
from actionfields.columns import Column, columns
from actionfields.field import About, Field
from actionfields.loading import SHIPPED, taken_from
from actionfields.records import TABLES
from actionfields.tables import Table

FORMS = ["", ".json", ".sqlite"]
# Everything UTF-8 can carry; NUL is refused by SQLite's own tools and by no reader here.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
WORD = st.text("abcæøå 🜚\"',-", min_size=1, max_size=6).filter(lambda text: text == text.strip())
DATES = ["", "2014", "2014-05-17?", "197X", "1995/1996", "2004/..", "[2012..2014-05]", "2014-23~"]


def cell(column: Column, keys: dict[str, list[str]]) -> st.SearchStrategy[str]:
    """Cells that a column can hold."""
    match column.kind:
        case "whole" | "choice":
            free = () if column.required else ("",)
            return st.sampled_from([*free, *(column.choices or ("2", "99"))])
        case "flag":
            return st.sampled_from("01")
        case "date":
            return st.sampled_from(DATES)
        case "reference":
            return st.sampled_from([*(() if column.required else ("",)), *keys[column.target]])
        case "references":
            return st.lists(st.sampled_from(keys[column.target]), unique=True).map(";".join)
        case "words":
            return st.lists(WORD.filter(lambda w: ";" not in w), unique=True).map(";".join)
        case "word":
            return WORD if column.required else TEXT
        case _:
            return TEXT


@st.composite
def fields(draw: st.DrawFn) -> Field:
    """Fields with rows in every table; codes are of every level, findings readable."""
    keys = {
        name: draw(
            st.lists(WORD.filter(lambda w: ";" not in w), min_size=1, max_size=3, unique=True)
        )
        for name in TABLES
    }
    tables: dict[str, Table[Any]] = {}
    for name, record in TABLES.items():
        first, *rest = columns(record)
        rows = [
            {first.name: key} | {one.name: draw(cell(one, keys)) for one in rest}
            for key in keys[name]
        ]
        tables[name] = Table.of(name, record, rows)
    return Field(tables, About("made", draw(TEXT), more={"keywords": ["x"]}))


def copied(field: Field, form: str) -> Field:
    """The field, written and read again without the checks between tables."""
    with TemporaryDirectory() as folder:
        path = actionfields.save(field, Path(folder) / f"copy{form}")
        taken = taken_from(path)
    assert taken.problems == []
    return Field(taken.tables, taken.about)


def content(field: Field) -> dict[str, Any]:
    """Everything a field holds."""
    return {name: list(table) for name, table in field.tables.items()} | {"about": field.about}


@pytest.mark.parametrize("form", FORMS)
@given(field=fields())
def test_nothing_is_lost_on_the_way(form: str, field: Field) -> None:
    assert content(copied(field, form)) == content(field)


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_field_comes_back_whole(form: str, tmp_path: Path) -> None:
    field = actionfields.load("selvhjelp")

    back = actionfields.load(actionfields.save(field, tmp_path / f"copy{form}"))

    assert content(back) == content(field)


def test_a_field_written_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    field = actionfields.load("selvhjelp")

    one = actionfields.save(field, tmp_path / "one.json")
    other = actionfields.save(actionfields.load(one), tmp_path / "other.json")

    assert other.read_bytes() == one.read_bytes()


def test_the_shipped_folder_is_as_this_library_writes_it(tmp_path: Path) -> None:
    written = actionfields.save(actionfields.load("selvhjelp"), tmp_path / "copy")

    ours = {path.name: path.read_text("utf-8") for path in written.iterdir()}
    shipped = {name: (SHIPPED / "selvhjelp" / name).read_text("utf-8") for name in ours}
    assert ours == shipped


def test_the_descriptor_names_keys_and_references(tmp_path: Path) -> None:
    written = actionfields.save(actionfields.load("selvhjelp"), tmp_path / "copy")

    said = json.loads((written / "datapackage.json").read_text("utf-8"))

    events = next(one for one in said["resources"] if one["name"] == "events")
    assert events["schema"]["primaryKey"] == "event_id"
    assert events["schema"]["foreignKeys"] == [
        {"fields": "period", "reference": {"resource": "periods", "fields": "period"}}
    ]


def test_what_others_added_to_the_descriptor_is_kept(tmp_path: Path) -> None:
    folder = actionfields.save(actionfields.load("selvhjelp"), tmp_path / "copy")
    path = folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"doi": "10/x"}), "utf-8")

    again = actionfields.save(actionfields.load(folder), tmp_path / "again.json")

    assert json.loads(again.read_text("utf-8"))["doi"] == "10/x"


@pytest.mark.parametrize("text", ["{", "[]", '{"tables": []}', '{"tables": {"actors": [1]}}'])
def test_json_that_is_no_field_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "field.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(actionfields.FieldError):
        actionfields.load(path)


def test_a_wrong_row_of_json_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "field.json"
    path.write_text('{"tables": {"periods": [{"period": "P1"}, {"period": "P1"}]}}', "utf-8")

    with pytest.raises(actionfields.InvalidError) as raised:
        actionfields.load(path)

    assert raised.value.problems[0].file == "field.json, periods, row 2"


def test_a_file_that_is_no_sqlite_is_told(tmp_path: Path) -> None:
    path = tmp_path / "field.sqlite"
    path.write_bytes(b"no database" * 100)

    with pytest.raises(actionfields.FieldError, match="cannot be read as SQLite"):
        actionfields.load(path)


def test_a_field_with_empty_tables_comes_back_from_json(tmp_path: Path) -> None:
    small = Field({}, About(name="small"))

    actionfields.save(small, tmp_path / "small.json")

    assert len(actionfields.load(tmp_path / "small.json").events) == 0
