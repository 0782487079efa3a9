import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from knutepunkt.distribute.dump import FORMATS, dump
from knutepunkt.distribute.errors import DistributeError
from knutepunkt.distribute.files import only_one
from tests.distribute.made import GRIEF, record, taken_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(words: None, tmp_path: Path) -> Path:
    taken_in(record("Håp", terms=[GRIEF]), record("=Mot"))
    return tmp_path / "open" / "data"


def told(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_bytes())


def leave(name: str) -> None:
    if name == "ical":
        raise KeyboardInterrupt


def test_the_descriptor_tells_each_file_with_size_digest_and_schema(folder: Path) -> None:
    dump(folder)

    resources = told(folder)["resources"]

    assert [one["name"] for one in resources] == list(FORMATS)
    for one in resources:
        raw = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(raw), f"sha256:{sha256(raw).hexdigest()}")
        assert len({"schema", "jsonSchema", "conformsTo"} & one.keys()) == 1
        assert ("schema" in one) == (one["type"] == "table")
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["datapackage.json", *(one["path"] for one in resources)]
    )


def test_the_table_and_the_json_are_as_their_schemas_say(folder: Path) -> None:
    dump(folder)
    schemas = {
        one["name"]: (one["path"], one.get("schema") or one.get("jsonSchema"))
        for one in told(folder)["resources"]
    }

    path, table = schemas["csv"]
    header = (folder / path).read_text("utf-8-sig").splitlines()[0]
    assert header.split(",") == [field["name"] for field in table["fields"]]
    for name in ("meeting-guide", "jsonld"):
        path, schema = schemas[name]
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(json.loads((folder / path).read_bytes()))
    path, schema = schemas["ndjson"]
    for line in (folder / path).read_bytes().splitlines()[1:]:
        Draft202012Validator(schema).validate(json.loads(line))


def test_a_new_dump_takes_the_place_of_the_old_one_in_one_step(folder: Path) -> None:
    dump(folder)
    first = os.readlink(folder)
    taken_in(record("Ny"), source="andre")

    dump(folder)

    assert os.readlink(folder) != first
    assert "Ny" in (folder / "csv.csv").read_text("utf-8-sig")
    assert not (folder.parent / first).exists()


def test_what_ends_in_the_middle_leaves_the_old_one_whole(folder: Path) -> None:
    dump(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    taken_in(record("Ny"), source="andre")

    with pytest.raises(KeyboardInterrupt):
        dump(folder, leave)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_a_killed_dump_left_is_taken_away_by_the_next(folder: Path) -> None:
    dump(folder)
    half = folder.parent / ".data-whole-killed"
    half.mkdir()
    (half / "csv.csv").write_text("half")

    dump(folder)

    assert not half.exists()
    assert len([path for path in folder.parent.iterdir() if path.is_dir()]) == 2


def test_a_plain_folder_of_an_earlier_dump_is_taken_over(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text("{}")

    dump(folder)

    assert folder.is_symlink()
    assert told(folder)["name"] == "knutepunkt-groups"


def test_a_folder_that_holds_something_else_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.odt").write_text("mine")

    with pytest.raises(DistributeError) as error:
        dump(folder)

    assert str(error.value).endswith("holds something else; you: name a folder that is not there.")
    assert (folder / "thesis.odt").read_text() == "mine"


def test_two_dumps_do_not_write_at_a_time(folder: Path) -> None:
    folder.parent.mkdir()

    with only_one(folder), pytest.raises(DistributeError) as error:
        dump(folder)

    assert "another process is writing" in str(error.value)
