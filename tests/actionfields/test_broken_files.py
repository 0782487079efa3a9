"""Files from spreadsheets and broken disks: each is told in a sentence, with its place."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import actionfields
from actionfields.cli import field as command
from tests.actionfields.made import STATEMENT, folder_of

UTF_8 = "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"
HEAD = ",".join(STATEMENT)
ROW = ",".join(STATEMENT.values())


def told(path: Path) -> str:
    """What check says of a field, without the count at the end."""
    result = CliRunner().invoke(command, ["check", str(path)])
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result.output.replace("1 thing to mend.\n", "").strip()


def broken(folder: Path, content: bytes | str) -> Path:
    """A sound folder but for its statements."""
    content = content.encode() if isinstance(content, str) else content
    (folder_of(folder) / "statements.csv").write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEAD}\r\n{ROW}\r\n",
        f"{HEAD}\r{ROW}\r",
        f"{HEAD}\n{ROW}\n".replace(",", ";"),
        f"{HEAD}\n{ROW}\n".replace(",", "\t"),
        f"{HEAD},note\n{ROW},{'x' * 200_000}\n",
    ],
    ids=["bom", "return", "semicolon", "tab", "huge cell"],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, content: str) -> None:
    field = actionfields.load(broken(tmp_path / "f", content))

    assert field.statements.cells("statement_id") == ["S1"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f"{HEAD},note\n{ROW},måte\n".encode("cp1252"),
            (
                "statements.csv, line 2: the file is not UTF-8 (the first strange letter may be "
                f"a «å»); {UTF_8}."
            ),
        ),
        (f"{HEAD}\n".encode("utf-16"), f"statements.csv, line 1: the file is in UTF-16; {UTF_8}."),
        (
            b"",
            (
                "statements.csv, line 1: the first line is empty; write the names of the columns "
                "there, or take the file away."
            ),
        ),
        (
            f"\n\n{HEAD}\n{ROW}\n",
            (
                "statements.csv, line 1: the first line is empty; write the names of the columns "
                "there, or take the file away."
            ),
        ),
        (
            f"sep=,\n{HEAD}\n{ROW}\n",
            (
                "statements.csv, line 1: the first line is a spreadsheet's «sep=», not the names "
                "of the columns; take the line out."
            ),
        ),
        (
            f"{HEAD},note\n{ROW},a\0b\n",
            (
                "statements.csv, line 2, column note: the cell holds NUL or bytes that are no "
                "letters; write the text again."
            ),
        ),
        (
            f"{HEAD},\n{ROW},\n",
            (
                "statements.csv, line 1, column number 8: the column has no name; "
                "name it or take it out."
            ),
        ),
        (
            f"{HEAD}\n{ROW}\n{ROW}\n",
            (
                "statements.csv, line 3, column statement_id: «S1» names another row already; "
                "give the row a name of its own."
            ),
        ),
        (
            f"{HEAD}\n{ROW.replace('quoted', 'x' * 900)}\n",
            (
                f"statements.csv, line 2, column voice: «{'x' * 60}…» is not among the choices; "
                "write quoted, paraphrase, author_assessment or coder_inference."
            ),
        ),
    ],
)
def test_a_broken_table_is_told_with_place_and_remedy(
    tmp_path: Path, content: bytes | str, expected: str
) -> None:
    assert told(broken(tmp_path / "f", content)) == expected


def test_a_missing_column_is_told_once_not_in_every_row(tmp_path: Path) -> None:
    path = broken(tmp_path / "f", f"{HEAD}\n{ROW}\n".replace("voice", "Voice "))

    assert [line.partition(";")[0] for line in told(path).splitlines()[:-1]] == [
        "statements.csv, line 1, column Voice : statements has no column «Voice »",
        "statements.csv, line 1, column voice: the column is missing",
    ]


def test_a_missing_table_is_told_where_it_is_first_needed(tmp_path: Path) -> None:
    folder = broken(tmp_path / "f", f"{HEAD}\n{ROW}\n{ROW.replace('S1', 'S2')}\n")
    (folder / "actors.csv").unlink()

    assert told(folder) == (
        "statements.csv, line 2, column actor_id: there is no table actors, and 2 rows from this "
        "one on point into it, first to «fjell»; add actors."
    )


def test_rows_that_point_into_an_unreadable_table_are_not_told_too(tmp_path: Path) -> None:
    folder = broken(tmp_path / "f", f"{HEAD}\n{ROW}\n")
    (folder / "actors.csv").write_bytes(b"actor_id,name\nfjell,\xe5\n")

    assert told(folder).count("\n") == 0


@pytest.mark.parametrize("name", ["Statements.CSV", "statements.xlsx", "statement.csv"])
def test_a_file_that_looks_like_a_table_is_not_passed_over(tmp_path: Path, name: str) -> None:
    folder = folder_of(tmp_path / "f")
    (folder / name).write_text("")

    assert told(folder).startswith(f"{name}: ")


def test_a_folder_in_the_place_of_a_table_is_told(tmp_path: Path) -> None:
    (folder_of(tmp_path / "f") / "ties.csv").mkdir()

    assert told(tmp_path / "f") == (
        "ties.csv: the file cannot be read (Is a directory); put a file there that you may read."
    )


@pytest.mark.parametrize("text", ["{", "[1]", "[" * 100_000, '{"version": NaN}', "\ud800"])
def test_a_broken_descriptor_is_told(tmp_path: Path, text: str) -> None:
    folder = folder_of(tmp_path / "f")
    (folder / "datapackage.json").write_text(text, "utf-8", "surrogatepass")

    assert told(folder).startswith("datapackage.json: it is no descriptor in JSON (")


@pytest.mark.parametrize("licences", ["x", [5], [{"title": "Open", "path": "https://a.example"}]])
def test_what_is_said_of_licences_is_kept(tmp_path: Path, licences: object) -> None:
    folder = folder_of(tmp_path / "f")
    (folder / "datapackage.json").write_text(json.dumps({"licenses": licences}), "utf-8")

    copy = actionfields.save(actionfields.load(folder), tmp_path / "copy")

    assert json.loads((copy / "datapackage.json").read_text("utf-8"))["licenses"] == licences


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is no JSON"),
        (b"[" * 100_000, "is no JSON (more brackets stand in each other than can be read)"),
        (b'{"tables": {"actors": [{"actor_id": NaN}]}}', "is no JSON («NaN» is no number of JSON)"),
        (b'{"tables": {"actors": [{"actor_id": %s}]}}' % (b"9" * 9000), "a number is too long"),
        (b'{"tables": {"actors": [{"actor_id": "\\ud800"}]}}', "row 1, column actor_id: the cell"),
        (b'{"tables": {"actors": [{"actor_id": {"a": 1}}]}}', "row 1, column actor_id: the value"),
        (b'{"tables": {"coders": [{"coder_id": "\xe5"}]}}', "is no JSON (the file is not UTF-8"),
    ],
)
def test_broken_json_is_told(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "f.json").write_bytes(content)

    assert expected in told(tmp_path / "f.json")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("update periods set note = x'ff00'", "periods, row 1, column note: the cell holds NUL"),
        ("update about set json = '{'", "about, column json: it is no JSON"),
        ("create table more (a)", "no table is called «more»"),
        ("alter table periods rename column period to perod", "periods has no column «perod»"),
    ],
)
def test_broken_sqlite_is_told(tmp_path: Path, statement: str, expected: str) -> None:
    path = actionfields.save(actionfields.load(folder_of(tmp_path / "f")), tmp_path / "f.sqlite")
    database = sqlite3.connect(path)
    with database:
        database.execute(statement)
    database.close()

    assert expected in told(path)


@pytest.mark.parametrize("content", [b"", b"no database" * 100, None])
def test_what_is_no_whole_sqlite_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = actionfields.save(actionfields.load("selvhjelp"), tmp_path / "f.sqlite")
    path.write_bytes(path.read_bytes()[:20_000] if content is None else content)

    assert told(path).startswith("field: f.sqlite ")


def test_a_view_is_read_like_a_table(tmp_path: Path) -> None:
    path = actionfields.save(actionfields.load(folder_of(tmp_path / "f")), tmp_path / "f.sqlite")
    database = sqlite3.connect(path)
    with database:
        database.execute("drop table plans")
        database.execute("create view plans as select 'p' as plan_id")
    database.close()

    assert actionfields.load(path).plans.cells("plan_id") == ["p"]
