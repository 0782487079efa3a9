"""JSON in pieces, in wrappers and in ruins."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knutepunkt.collect import json_reading
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.json_reading import (
    NO_RECORD,
    items,
    lines,
    objects,
    records_in,
    streamed,
)

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)
DOCUMENTS = st.lists(ANY_JSON, max_size=8)
SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def file_of(folder: Path, text: str | bytes) -> Path:
    path = folder / "feed.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


def in_chunks(path: Path, size: int) -> list[object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_reading, "CHUNK", size)
        return list(streamed(path))


@SAME_FOLDER
@given(value=DOCUMENTS, size=st.integers(1, 50), indent=st.none() | st.integers(0, 2))
def test_list_read_in_pieces_is_the_list(
    tmp_path: Path, value: list[object], size: int, indent: int | None
) -> None:
    path = file_of(tmp_path, json.dumps(value, indent=indent, ensure_ascii=len(value) % 2 == 0))

    assert in_chunks(path, size) == value


@SAME_FOLDER
@given(value=DOCUMENTS.filter(bool), size=st.integers(1, 50), data=st.data())
def test_list_cut_off_anywhere_is_refused(
    tmp_path: Path, value: list[object], size: int, data: st.DataObject
) -> None:
    text = json.dumps(value)
    path = file_of(tmp_path, text[: data.draw(st.integers(1, len(text) - 1))])

    with pytest.raises(CollectError):
        in_chunks(path, size)
    with pytest.raises(CollectError):
        list(items(path))


@SAME_FOLDER
@given(data=st.binary(max_size=300), size=st.integers(1, 50))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, size: int) -> None:
    path = file_of(tmp_path, data)

    for read in (items, lines, lambda path: in_chunks(path, size)):
        try:
            list(read(path))
        except CollectError:
            continue


@given(ANY_JSON)
def test_any_document_holds_records_or_none(value: object) -> None:
    try:
        found = records_in(value)
    except CollectError:
        return
    assert found is None or isinstance(found, list)


@SAME_FOLDER
@given(value=DOCUMENTS)
def test_lines_are_the_records(tmp_path: Path, value: list[object]) -> None:
    whole = [item for item in value if not isinstance(item, str)]
    path = file_of(tmp_path, "".join(f"{json.dumps(item)}\n" for item in whole))

    assert list(lines(path)) == whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[1, 2",
            "ends in the middle of a record; the feed's owner: send the whole file.",
        ),
        ("[1, x]", "is not valid JSON after 1 records; the feed's owner: mend the file."),
        ("[1] [2]", "goes on behind its end; the feed's owner: send one list."),
    ],
)
def test_large_list_says_what_is_wrong_with_it(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CollectError) as caught:
        in_chunks(file_of(tmp_path, text), 3)

    assert str(caught.value) == f"feed.json {said}"


def test_large_list_in_latin_1_keeps_its_letters(tmp_path: Path) -> None:
    path = file_of(tmp_path, '["Blåklokka", "Bålet"]'.encode("latin-1"))

    assert list(streamed(path)) == ["Blåklokka", "Bålet"]


@pytest.mark.parametrize("shell", ["records", "meetings", "items", "results", "data", "body"])
def test_wrapper_is_opened(shell: str) -> None:
    assert records_in({shell: [{"id": 1, "fields": {"name": "a"}}]}) == [{"id": 1, "name": "a"}]


def test_bare_line_break_in_a_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text('[{"notes": "first\nsecond"}]')

    assert list(items(path)) == [{"notes": "first\nsecond"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [('[{"a": 1},]', "line 1, column 11"), ('[\n{"a": 1,}\n]', "line 2, column 9")],
)
def test_comma_too_many_is_told_where_it_stands(tmp_path: Path, text: str, where: str) -> None:
    path = file_of(tmp_path, text)

    with pytest.raises(CollectError) as refused:
        list(items(path))

    told = f"feed.json is not valid JSON at {where}; the feed's owner: mend the file."
    assert str(refused.value) == told


@pytest.mark.parametrize("text", ['[{"a": 1}', '[{"a": 1},', '[{"a": "b', '[{"a":', '[{"a": tru'])
def test_json_without_its_end_is_told_as_cut_off(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, text)

    with pytest.raises(CollectError, match="ends in the middle of a record"):
        list(items(path))


def test_records_under_their_ids_are_a_list() -> None:
    value = {"123": {"name": "Elva"}, "124": {"id": 9, "name": "Bekken"}}

    assert records_in(value) == [{"id": "123", "name": "Elva"}, {"id": 9, "name": "Bekken"}]


def test_records_under_their_slugs_are_a_list() -> None:
    value = {"elva": {"slug": "elva"}, "bekken": {"slug": "bekken"}}

    assert [row["slug"] for row in records_in(value) or () if isinstance(row, dict)] == [
        "elva", "bekken",
    ]  # fmt: skip


@pytest.mark.parametrize("value", [{}, {"12": 1}, {"12": {}, "place": {}}, {"place": {"id": "1"}}])
def test_object_with_other_names_or_values_is_no_list(value: dict[str, object]) -> None:
    assert records_in(value) is None


def test_item_that_is_no_object_goes_on_beside_the_records() -> None:
    found = list(objects([None, {"a": 1}, 7], "the list"))

    assert found == [{NO_RECORD: None}, {"a": 1}, {NO_RECORD: 7}]


def test_list_that_begins_with_no_object_at_all_is_refused() -> None:
    with pytest.raises(CollectError, match="item 1 of the list is no record"):
        list(objects([1, "a", None], "the list"))
