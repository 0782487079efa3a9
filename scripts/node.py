"""A node of one's own, served as people run it, for as long as it takes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
# The browser looks up no names: nothing but this machine can be asked.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
PATIENCE = 120


def surroundings(data: Path, said: Mapping[str, str] | None = None) -> dict[str, str]:
    """What commands of a node with its own folder find around them; ``said`` are its settings."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    temporary = data / "tmp"
    temporary.mkdir(exist_ok=True)
    return kept | {"KNUTEPUNKT_DATA": str(data), "TMPDIR": str(temporary)} | dict(said or {})


def command(*words: str) -> list[str]:
    """One of the node's own commands."""
    return [sys.executable, "-m", "knutepunkt", *words]


@contextmanager
def served(data: Path, *words: str, said: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a node that runs on a folder; what it says is in the folder's log."""
    port = free_port()
    around = surroundings(data, said)
    with (data / "log").open("ab") as log:
        run = command("run", *words, "--port", str(port))
        server = subprocess.Popen(run, env=around, stdout=log, stderr=log)
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the node answers. Raises TimeoutError, and ChildProcessError when it has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise ChildProcessError(f"the node ended with {server.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the node did not answer")
