"""Every piece of Python and R in the documentation is run as it stands, against a node."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from knutepunkt.distribute.formats.table.rows import COLUMNS
from tests.distribute.answering import NAMES, Node

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted([*(DOCS / "how-to").glob("*.md"), *(DOCS / "reference").glob("*.md")])
ADDRESS = re.compile(rf"(?:{'|'.join(map(re.escape, NAMES))})(/[^\s\"`{{]*)")
COLUMN = re.compile(r"\[\[\"([^\"]+)\"\]\]|\[\"([^\"]+)\"\]")


def blocks(language: str) -> list[Any]:
    block = re.compile(rf"^```{language}\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return [
        pytest.param(found, id=f"{page.stem}-{number}")
        for page in PAGES
        for number, found in enumerate(block.findall(page.read_text(encoding="utf-8")))
        if any(name in found for name in NAMES)
    ]


def lacks(package: str) -> bool:
    asked = f"quit(status = !requireNamespace('{package}', quietly = TRUE))"
    return subprocess.run(["Rscript", "-e", asked], check=False).returncode != 0


@pytest.mark.parametrize("block", blocks("python"))
def test_python_of_a_page_runs(node: Node, block: str) -> None:
    ran = node.while_answering([sys.executable, "-c", node.at_home(block)])

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout != ""
    assert {status for status, _ in node.answered} == {"200"}


@pytest.mark.skipif(not shutil.which("Rscript"), reason="there is no R here")
@pytest.mark.parametrize("block", blocks("r"))
def test_r_of_a_page_runs(node: Node, block: str) -> None:
    missing = [name for name in re.findall(r"library\((\w+)\)", block) if lacks(name)]
    if missing:
        pytest.skip(f"R has no {', '.join(missing)} here")

    ran = node.while_answering(["Rscript", "-e", node.at_home(block)])

    assert (ran.returncode, "Warning" in ran.stderr) == (0, False), ran.stderr
    assert ran.stdout != ""
    assert {status for status, _ in node.answered} == {"200"}


@pytest.mark.django_db
@pytest.mark.parametrize("block", blocks("r"))
def test_what_r_of_a_page_asks_for_is_there(client: Client, settings: Settings, block: str) -> None:
    settings.KNUTEPUNKT_API_RATE = 1e6
    is_table = "groups.csv" in block
    columns = [one or other for one, other in COLUMN.findall(block)] if is_table else []

    answers = [client.get(address).status_code for address in ADDRESS.findall(block)]

    assert answers == [200]
    assert sorted(set(columns) - set(COLUMNS)) == []


def test_there_are_pieces_of_both() -> None:
    assert (len(blocks("python")) >= 3, len(blocks("r")) >= 2) == (True, True)
