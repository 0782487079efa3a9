import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import actionfields.comparing

FOLDER = Path(actionfields.comparing.__file__).parent
MODULES = [one.name for one in pkgutil.iter_modules([str(FOLDER)])]


@pytest.mark.parametrize("name", MODULES)
def test_every_example_gives_what_it_says(name: str) -> None:
    module = importlib.import_module(f"actionfields.comparing.{name}")

    assert doctest.testmod(module).failed == 0
