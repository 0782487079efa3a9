"""A node served as ``knutepunkt run`` does it, with a bare view beside it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

APPLICATION = "paging.bare:application"
# One client asks for everything here. What it asks is counted, against limits it cannot reach.
BEYOND_REACH = {"KNUTEPUNKT_READ_RATE": "1000000000", "KNUTEPUNKT_API_RATE": "1000000000"}


@dataclass(frozen=True, slots=True)
class Server:
    """A node that answers at a port of this machine, in some processes under one of their own."""

    port: int
    workers: int
    parent: int

    def spent(self) -> float:
        """Seconds of processor time that its processes have taken, as Linux tells."""
        children = Path(f"/proc/{self.parent}/task/{self.parent}/children").read_text().split()
        return sum(spent_by(process) for process in (str(self.parent), *children))


def spent_by(process: str) -> float:
    """Seconds of processor time of one process: fields 14 and 15 of its state, proc(5)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def node(groups: int) -> Iterator[None]:
    """The node in KNUTEPUNKT_DATA, or one of its own that is thrown away; given groups if asked."""
    with TemporaryDirectory() as folder:
        os.environ.setdefault("KNUTEPUNKT_DATA", folder)
        if groups:
            knutepunkt("sample", "--groups", str(groups))
        prepare()
        yield


def knutepunkt(*words: str) -> None:
    """Run one of the node's own commands."""
    command = [sys.executable, "-m", "knutepunkt", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def prepare() -> None:
    """Bring tables, vocabulary and index up to date, so that the server has nothing else to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    import django

    django.setup()
    from django.conf import settings

    from knutepunkt.search.indexing import following
    from knutepunkt.serving import make_ready

    make_ready()
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # No bench asks for a file that is in it.
    following.follow()


@contextmanager
def served(workers: int, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A prepared node, once it answers; with as many processes as it has by itself for 0.

    ``env`` is the environment of a node other than this process' own.
    """
    from knutepunkt.serving import cores
    from knutepunkt.serving import server as command

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    workers = workers or cores()
    around = {**(env or os.environ), **BEYOND_REACH} | {
        "PYTHONPATH": str(Path(__file__).parents[1])
    }
    server = subprocess.Popen(command("127.0.0.1", port, workers, APPLICATION), env=around)
    try:
        wait_for(port, server)
        yield Server(port, workers, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the node answers. Leaves where it has ended instead."""
    while server.poll() is None:
        with suppress(OSError):
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        time.sleep(0.1)
    raise SystemExit(f"the node ended with {server.returncode}; what it said stands above.")
