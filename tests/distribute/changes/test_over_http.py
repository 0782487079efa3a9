"""A node follows another over HTTP, page by page, and goes on where it was cut off."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from django.db import connection

from knutepunkt.collect.models import Run, Source
from knutepunkt.directory.models import Group
from knutepunkt.intake.flow import collect, silent
from knutepunkt.intake.request import Request
from tests.crash.running import COMMAND, done, surroundings

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql", reason="the other node has a SQLite of its own anyway"
    ),
]
GROUPS = 620  # more than one page of changes


class CutError(Exception):
    """The end of a process, as far as one test can play it."""


def feed(path: Path, count: int) -> str:
    meeting = {"day": 2, "time": "18:00", "timezone": "Europe/Oslo", "types": ["O"]}
    told = [meeting | {"name": f"Gruppe {n}", "slug": f"g{n}"} for n in range(count)]
    path.write_text(json.dumps(told))
    return str(path)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[str]:
    """The address of another node that has groups, served by a process of its own."""
    folder = tmp_path / "other"
    collected = done(folder, "collect", feed(tmp_path / "feed.json", GROUPS), "--source", "feed")
    assert collected.returncode == 0, collected.stderr
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    around = surroundings(folder, KNUTEPUNKT_API_RATE="10000", KNUTEPUNKT_SITE=site)
    command = [*COMMAND, "run", "--no-sample", "--port", str(port)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        command, env=around, start_new_session=True, stdout=quiet, stderr=quiet
    )
    try:
        wait_for(site)
        yield site
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=60)


def wait_for(site: str) -> None:
    for _ in range(600):
        try:
            httpx.get(f"{site}/api/changes", params={"limit": 1})
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return


def test_a_node_cut_off_goes_on_and_holds_what_the_other_has(other: str) -> None:
    wanted = Request(other, is_node=True, may_be_private=True)

    def cut(count: int) -> None:
        del count
        if Run.objects.exists():
            raise CutError

    with pytest.raises(CutError):
        collect(wanted, cut)
    half, cursor = Group.objects.count(), Source.objects.get().cursor
    rest = collect(wanted, silent)
    tried = Source.objects.get().cursor
    again = collect(wanted, silent)

    assert 0 < half < GROUPS
    assert cursor != tried == Source.objects.get().cursor
    assert (half + rest.created, again.read) == (GROUPS, 0)
    assert {group.name for group in Group.objects.all()} == {f"Gruppe {n}" for n in range(GROUPS)}
    assert Group.objects.all()[0].road[0]["site"] == other
