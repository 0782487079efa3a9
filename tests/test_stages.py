"""Imports and foreign keys run against the data; text keys escape the import linter."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
Key = tuple[str, str, str]


def rooms() -> dict[str, int]:
    """How far upstream each room lies, from the contract in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "rooms")
    return {
        room.strip(" ()"): depth
        for depth, layer in enumerate(layers)
        for room in re.split(r"[|:]", layer)
    }


def room_of(label: str) -> str:
    return label.split(".")[0]


def keys() -> set[Key]:
    """Every foreign key as (model, field, model it points to)."""
    return {
        (model._meta.label, field.name, field.related_model._meta.label)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if not field.auto_created and field.is_relation
    }


def pointing_downstream(found: Iterable[Key]) -> list[Key]:
    """The keys that point to a room further down the flow, or beside the flow."""
    depth = rooms()
    return [
        (model, field, target)
        for model, field, target in sorted(found)
        if room_of(model) != room_of(target) and depth[room_of(target)] <= depth[room_of(model)]
    ]


def test_foreign_keys_point_upstream() -> None:
    assert pointing_downstream(keys()) == []


def test_a_key_downstream_is_noticed() -> None:
    breach = ("vocabulary.Concept", "group", "directory.Group")

    assert pointing_downstream({*keys(), breach}) == [breach]


def test_a_key_between_rooms_side_by_side_is_noticed() -> None:
    breach = ("collect.Source", "scheme", "vocabulary.Scheme")

    assert pointing_downstream({*keys(), breach}) == [breach]


def linted(root: Path) -> str:
    """What the import linter says of a copy; empty when it keeps every contract."""
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [linter, "--no-logo", "--no-cache", "--config", root / "pyproject.toml"],
        cwd=root / "src",
        env=os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "400"},
        capture_output=True,
        text=True,
    )
    return run.stdout + run.stderr if run.returncode else ""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    skipped = shutil.ignore_patterns("__pycache__", "data", "static", "templates", "locale")
    shutil.copytree(ROOT / "src" / "knutepunkt", tmp_path / "src" / "knutepunkt", ignore=skipped)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "breach", "contract"),
    [
        ("directory/enums.py", "import knutepunkt.intake.flow", "The rooms"),
        ("collect/drafts.py", "import django.db", "know no Django"),
        ("unplaced.py", "", "knutepunkt.unplaced"),
    ],
)
def test_a_breach_of_the_contracts_is_noticed(
    copy: Path, file: str, breach: str, contract: str
) -> None:
    with (copy / "src" / "knutepunkt" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{breach}\n")

    told = linted(copy)

    assert contract in told.partition("Broken contracts")[2]
