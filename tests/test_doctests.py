"""What a docstring shows is so."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
SHOWING = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in (SOURCE / "knutepunkt").rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", SHOWING)
def test_each_example_of_a_module_gives_what_it_says(module: str) -> None:
    assert not doctest.testmod(import_module(module)).failed
