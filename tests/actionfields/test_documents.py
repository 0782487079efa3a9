"""What the documents show is what happens; so are the examples in the library itself."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import actionfields

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    name
    for _, name, is_package in pkgutil.walk_packages(actionfields.__path__, "actionfields.")
    if not is_package and name != "actionfields.__main__"
]


def test_the_tutorial_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    found = doctest.testfile(str(ROOT / "docs/tutorial/first-field.md"), module_relative=False)

    assert (found.failed, found.attempted > 20) == (0, True)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
