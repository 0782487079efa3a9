"""The official schemas of HSDS 3.0, which are not ours to keep: HSDS_SCHEMAS names their folder."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("HSDS_SCHEMAS", ROOT.parent / "shared" / "schemas" / "hsds-3.0"))
CHECKED = Draft202012Validator.FORMAT_CHECKER
needed = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="HSDS_SCHEMAS names no folder with HSDS's schemas"
)


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of ``compiled/service``, ``taxonomy`` …"""
    return Draft202012Validator(read(f"{name}.json"), format_checker=CHECKED, registry=BESIDE)


def read(name: str) -> Any:
    """A file of the folder; the schemas name each other by file."""
    return json.loads((FOLDER / name).read_text())


BESIDE: Registry[Any] = Registry(retrieve=lambda name: DRAFT202012.create_resource(read(name)))


def faults(name: str, item: Any) -> list[str]:
    """What is wrong with an object; nothing when it is valid."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(item)]
