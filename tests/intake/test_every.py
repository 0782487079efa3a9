"""All registered sources at once, in threads of a real node; and writers that wait in line."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Source
from knutepunkt.intake import every
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from knutepunkt.locking import alone

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("node")
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"KNUTEPUNKT_DATA": str(folder / "data"), "PYTHONPATH": f"{ROOT}:{ROOT}/src"}
    environment |= {"DJANGO_SETTINGS_MODULE": "knutepunkt.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.node", str(folder)],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def test_one_source_that_fails_stops_no_other(node: dict[str, list[dict[str, Any]]]) -> None:
    told = [(one["source"], one.get("created"), "error" in one) for one in node["all"]]

    assert told == [("first", 1, False), ("second", None, True), ("third", 0, False)]


def test_source_collected_twice_at_once_is_taken_in_once(
    node: dict[str, list[dict[str, Any]]],
) -> None:
    told = sorted((report["created"], report["unchanged"]) for report in node["twice"])

    assert told == [(0, 3), (3, 0)]


@pytest.mark.django_db(transaction=True)
def test_fault_of_ours_in_one_source_is_told_as_ours() -> None:
    for name in ("a", "b"):
        Source.objects.create(id=name, name=name, kind="import", address=f"/{name}")

    def collect(request: Request) -> Report:
        if request.source == "a":
            raise ZeroDivisionError
        raise CollectError("there is no file; you: check the path.")

    outcomes = every.collect_every(collect=collect)

    assert [one.error for one in outcomes] == [
        "our own fault (ZeroDivisionError); the developers: mend it.",
        "there is no file; you: check the path.",
    ]


def test_writers_wait_for_each_other() -> None:
    held = []

    def write(number: int) -> None:
        with alone("collect"):
            held.append((number, "in"))
            sleep(0.02)
            held.append((number, "out"))

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, range(3)))

    assert [what for _, what in held] == ["in", "out"] * 3
