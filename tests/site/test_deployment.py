"""The settings of a node that is open to the world, read by a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OPEN = {"KNUTEPUNKT_SITE": "https://finn.example", "KNUTEPUNKT_HOSTS": "finn.example"}


@pytest.mark.parametrize("around", [OPEN, {}], ids=["open to the world", "as it comes"])
def test_django_finds_nothing_to_warn_of(tmp_path: Path, around: dict[str, str]) -> None:
    surroundings = os.environ | around | {"KNUTEPUNKT_DATA": str(tmp_path)}
    command = (
        "import django; django.setup(); from django.core.management import call_command as c; "
    )
    told = subprocess.run(
        [sys.executable, "-c", command + "c('check', deploy=True, fail_level='DEBUG')"],
        env=surroundings | {"DJANGO_SETTINGS_MODULE": "knutepunkt.settings"},
        capture_output=True,
        text=True,
    )

    assert (told.returncode, told.stderr) == (0, "")
