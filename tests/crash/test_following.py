"""Kills a follower while it takes in another node anew: it holds the old or all of the new."""

import json
import os
import random
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from knutepunkt.distribute.described.sample import GROUP, HERE
from knutepunkt.distribute.handing import stated
from tests.collect.served import body, serving
from tests.crash.running import done, end, snapshot, started

CRASHES = int(os.environ.get("KNUTEPUNKT_CRASHES", "6"))
GROUPS, LEFT = 240, 230  # fewer than a tenth go, so nothing waits
HEAD = json.dumps({"knutepunkt": "changes", "version": 1, "node": str(UUID(int=7))}).encode()


def page(numbers: range, name: str, cursor: str, *, more: bool = False) -> bytes:
    groups = (
        replace(GROUP, id=str(UUID(int=number + 1)), name=f"{name} {number}", meetings=())
        for number in numbers
    )
    told = [msgspec.json.encode(stated(group, HERE)) for group in groups]
    last = json.dumps({"cursor": cursor, "more": more}).encode()
    return b"\n".join([HEAD, *told, last, b""])


class Other:
    """A node that tells of everything once, and has forgotten its cursor after that."""

    first = page(range(GROUPS), "Gammel", "old")
    then = {
        "": page(range(LEFT // 2), "Ny", "half", more=True),
        "half": page(range(LEFT // 2, LEFT), "Ny", "new"),
        "new": page(range(0), "", "new"),
    }

    def __init__(self) -> None:
        self.is_first, self.is_read = True, threading.Event()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        since = parse_qs(urlsplit(request.path).query).get("since", [""])[0]
        known = self.first if self.is_first else self.then.get(since)
        body(known or b"", 200 if known else 410)(request)
        self.is_first = False
        if since == "half":
            self.is_read.set()


# Processes take long to start: in make test-crash alone.
@pytest.mark.parametrize("number", range(CRASHES // 10))
def test_a_follower_killed_while_it_writes_anew_leaves_the_old_or_the_new(
    tmp_path: Path, number: int
) -> None:
    data, other = tmp_path / "data", Other()
    with serving(other) as address:
        said = ("collect", "--register", address, "--allow-private", "--source", "a")
        done(data, *said)
        shutil.copytree(data, tmp_path / "after")
        old = snapshot(data)
        whole = started(tmp_path / "after", *said)
        other.is_read.wait(60)
        begun = time.monotonic()
        whole.communicate(timeout=120)
        seconds, new = time.monotonic() - begun, snapshot(tmp_path / "after")
        other.is_read.clear()

        process = started(data, *said)
        other.is_read.wait(60)
        time.sleep(random.Random(number).uniform(0, seconds))
        end(process, "group")
        process.communicate(timeout=60)
        found, again = snapshot(data), done(data, *said)

    assert old["directory_group"] != new["directory_group"]
    assert found in (old, new)
    assert (again.returncode, again.stderr, snapshot(data)) == (0, "", new)
    assert list((data / "work").iterdir()) == []
