"""JSON in pieces, in wrappers and in ruins."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knutepunkt.collect import json_reading
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.json_reading import items, lines, records_in, streamed

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
