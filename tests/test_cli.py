"""The program as people run it: exit codes, one plain sentence, and JSON that is only JSON."""

import json
from pathlib import Path

import pytest

from tests.crash.feeds import feed
from tests.crash.running import done

DOCTOR = "you: check the settings and the data folder with «knutepunkt doctor»."


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a node that has collected a small feed."""
    room = tmp_path_factory.mktemp("node")
    path = feed(room / "feed.json", 20)
    assert done(room / "data", "collect", str(path)).returncode == 0
    return room / "data"


def test_json_is_all_that_is_printed(node: Path) -> None:
    answer = done(node, "collect", str(node.parent / "feed.json"), "--json")

    assert (json.loads(answer.stdout)["unchanged"], answer.stderr, answer.returncode) == (20, "", 0)


def test_json_is_whole_on_a_terminal_with_few_letters(node: Path) -> None:
    answer = done(
        node, "search", "--near", "Vadsø", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )

    assert (json.loads(answer.stdout)["total"], answer.returncode) == (20, 0)


@pytest.mark.parametrize(
    ("box", "total"), [("69,29,71,31", 7), ("69,31,71,-170", 0), ("69,170,71,31", 7)]
)
def test_groups_are_found_in_a_box(node: Path, box: str, total: int) -> None:
    answer = done(node, "search", "--box", box, "--zone", "Asia/Kathmandu", "--json")

    assert (json.loads(answer.stdout)["total"], answer.returncode) == (total, 0)


def test_groups_that_meet_in_either_way_are_found(node: Path) -> None:
    both = ("--format", "online", "--format", "in-person")

    answer = done(node, "search", *both, "--names", "se", "--json")

    assert (json.loads(answer.stdout)["total"], answer.returncode) == (20, 0)


def test_groups_are_only_counted_where_none_is_to_be_shown(node: Path) -> None:
    answer = done(node, "search", "--limit", "0")

    assert (answer.stdout.strip(), answer.returncode) == ("20 grupper, 0 vist.", 0)


@pytest.mark.parametrize(
    "said",
    [["collect"], ["collect", "x", "--wrong"], ["wrong"], ["runs", "show", "x"],
     ["search", "--state", "asleep"], ["search", "--organisation", "LPP"],
     ["suggest", "angst", "--language", "xx"]],
)  # fmt: skip
def test_wrong_call_is_explained_in_one_line(node: Path, said: list[str]) -> None:
    answer = done(node, *said)

    assert (answer.returncode, answer.stderr.count("\n"), answer.stdout) == (2, 1, "")


def test_missing_file_is_told(node: Path) -> None:
    answer = done(node, "collect", "/nowhere/feed.json", "--json")

    assert (answer.returncode, answer.stdout, answer.stderr) == (
        1, "", "knutepunkt: there is no file or folder /nowhere/feed.json; you: check the path.\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "address", ["file:///tmp/a.json", "FTP://host/a.json", "data:text/json,[]"]
)
def test_address_that_is_not_fetched_is_told(node: Path, address: str) -> None:
    answer = done(node, "collect", address)

    begun = "knutepunkt: addresses that begin with "
    assert (answer.returncode, answer.stderr.startswith(begun)) == (1, True)
    assert answer.stderr.endswith(
        "you: give an http or https address, a file, a folder or a zip.\n"
    )


def test_data_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("")

    answer = done(file, "search", "sorg")

    told = f"{file} cannot be used (file exists); you: check the path, and the data folder"
    assert (answer.returncode, answer.stderr) == (
        1, f"knutepunkt: {told} that KNUTEPUNKT_DATA names.\n"
    )  # fmt: skip


@pytest.mark.parametrize("url", ["nonsense", "wrong://ola:hemmelig@host/base"])
def test_wrong_database_address_is_told_without_its_password(tmp_path: Path, url: str) -> None:
    answer = done(tmp_path, "sources", "list", DATABASE_URL=url)

    said = "DATABASE_URL is no address of a database such as postgres://name:password@host/database"
    assert (answer.returncode, answer.stderr) == (1, f"knutepunkt: {said}; {DOCTOR}\n")


def test_database_that_is_not_there_is_told_without_its_password(tmp_path: Path) -> None:
    url = "postgres://ola:hemmelig@127.0.0.1:1/base"

    answer = done(tmp_path, "sources", "list", DATABASE_URL=url)

    assert (answer.returncode, answer.stderr.count("\n"), "hemmelig" in answer.stderr) == (
        1, 1, False
    )  # fmt: skip
    assert answer.stderr.endswith("you: run «knutepunkt doctor».\n")


@pytest.mark.parametrize("command", [["sources", "list"], ["search", "sorg"]])
def test_broken_database_is_told(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "knutepunkt.sqlite3").write_bytes(b"no database at all " * 500)

    answer = done(tmp_path, *command)

    said = "knutepunkt: the database cannot be used (file is not a database); you: run «knutepunkt "
    assert (answer.returncode, answer.stderr) == (1, f"{said}doctor».\n")


def test_doctor_looks_at_a_broken_database_without_breaking(tmp_path: Path) -> None:
    (tmp_path / "knutepunkt.sqlite3").write_bytes(b"no database at all " * 500)

    answer = done(tmp_path, "doctor")

    assert (answer.returncode, "Traceback" in answer.stderr) == (4, False)


@pytest.mark.parametrize("damage", ["whole", "half"])
def test_broken_index_is_noticed_and_made_anew(node: Path, damage: str) -> None:
    before = json.loads(done(node, "search", "--near", "Vadsø", "--json").stdout)["total"]
    for path in (node / "index").iterdir():
        data = path.read_bytes()
        keep = 0 if damage == "whole" else len(data) // 2
        path.write_bytes(data[:keep] + b"\xa5" * (len(data) - keep))

    answer = done(node, "search", "--near", "Vadsø", "--json")

    assert (answer.returncode, json.loads(answer.stdout)["total"]) == (0, before)
    assert "MEND" not in done(node, "doctor").stdout


def test_hostile_files_end_with_one_sentence(node: Path, tmp_path: Path) -> None:
    from tests.hostile.archives import zip_bomb, zip_cut_off
    from tests.hostile.documents import deep_lists, nothing

    answers = [
        done(node, "collect", str(make(tmp_path)))
        for make in (zip_bomb, zip_cut_off, deep_lists, nothing)
    ]

    assert [(a.returncode, a.stdout, a.stderr.count("\n")) for a in answers] == [(1, "", 1)] * 4
