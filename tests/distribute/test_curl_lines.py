"""Every line of the documentation that asks with curl is run as it stands, against a node."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from pytest_django import Settings

from knutepunkt.distribute.described.sample import GROUP, HERE
from knutepunkt.distribute.described.words import VOCABULARY
from knutepunkt.distribute.handing import stated
from knutepunkt.vocabulary import actions
from tests.distribute.made import taken_in

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in sorted(DOCS.rglob("*.md"))
    for number, block in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
    if "curl " in block
]
needed = pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl here")


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


class Node(WSGIServer):
    """A node that answers while a script runs, in the thread that holds the test's database."""

    allow_reuse_address, timeout = True, 0.05

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Quiet)
        self.answered: list[tuple[str, str]] = []
        self.set_app(self.noted)

    def noted(self, environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kind = dict(headers).get("Content-Type", "").partition(";")[0]
            self.answered.append((status[:3], kind))
            return start(status, headers, *rest)

        return get_wsgi_application()(environ, begin)

    def run_script(self, script: str) -> subprocess.CompletedProcess[str]:
        root = f"http://127.0.0.1:{self.server_port}"
        whole = (
            f"set -euo pipefail\nNODE={root}\n{script.replace('https://knutepunkt.example', root)}"
        )
        with subprocess.Popen(["bash", "-c", whole], text=True, stdout=-1, stderr=-1) as running:
            while running.poll() is None:
                self.handle_request()
            out, errors = running.communicate()
        return subprocess.CompletedProcess(whole, running.returncode, out, errors)


@pytest.fixture
def node(db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Node]:
    # A server may close its connection between requests; the one that holds this test must stay.
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.KNUTEPUNKT_API_RATE = 1e9
    actions.take_in(VOCABULARY)
    taken_in(stated(GROUP, HERE))
    with Node() as found:
        yield found


@needed
@pytest.mark.parametrize("block", BLOCKS)
def test_what_a_page_says_to_ask_is_answered(node: Node, block: str) -> None:
    ran = node.run_script(block)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout != ""
    assert len(node.answered) == block.count("curl ")
    assert [one for one in node.answered if one not in {
        ("200", "application/json"), ("200", "application/x-ndjson"), ("200", "text/html"),
        ("304", ""), ("304", "application/json"),
    }] == []  # fmt: skip


def test_there_are_lines_to_run() -> None:
    assert {block.id.rpartition("-")[0] for block in BLOCKS if block.id} >= {
        "api", "connect-a-site"
    }  # fmt: skip
