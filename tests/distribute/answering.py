"""A node that answers what the documentation says to ask, on this machine and for a test."""

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.core.wsgi import get_wsgi_application

# As the documentation names a node.
NAMES = ("https://knutepunkt.example", "http://127.0.0.1:8000")


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

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def at_home(self, text: str) -> str:
        for name in NAMES:
            text = text.replace(name, self.root)
        return text

    def while_answering(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        here = {**os.environ, "no_proxy": "127.0.0.1"}
        with subprocess.Popen(command, text=True, stdout=-1, stderr=-1, env=here) as running:
            while running.poll() is None:
                self.handle_request()
            out, errors = running.communicate()
        return subprocess.CompletedProcess(command, running.returncode, out, errors)
