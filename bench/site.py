"""How fast pages are, against a bare Django view on the same server in the same run.

Serves the node in KNUTEPUNKT_DATA and prints pages a second and the ratio to the bare view. A ratio
travels between machines; the figures do not. With --groups an empty folder is given that many
groups first; without KNUTEPUNKT_DATA a folder of its own is made and thrown away.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from paging.asking import Address, rate

BASELINE = "bare view"
KNOWN = 100
# One client asks for everything here. Its pages are counted, against a limit that it cannot reach.
BEYOND_REACH = {"KNUTEPUNKT_READ_RATE": "1000000"}
APPLICATION = "paging.bare:application"


def knutepunkt(*words: str) -> None:
    """Run one of the node's own commands."""
    command = [sys.executable, "-m", "knutepunkt", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(workers: int) -> Iterator[int]:
    """The node as it is run, with the bare view beside it; the port it answers at."""
    from knutepunkt.serving import server as command_of

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    knutepunkt("prepare")
    here = {"PYTHONPATH": os.path.dirname(os.path.abspath(__file__))}
    around = os.environ | BEYOND_REACH | here
    server = subprocess.Popen(command_of("127.0.0.1", port, workers, APPLICATION), env=around)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(port: int) -> None:
    """Wait until the node answers."""
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return


def prepare() -> None:
    """Bring tables, vocabulary and index up to date, so that the server has nothing else to do."""
    import django

    django.setup()
    from knutepunkt.search import following
    from knutepunkt.serving import make_ready

    make_ready()
    following.follow()


def addresses(seed: int) -> tuple[dict[str, Address], int]:
    """What is asked for, by kind, and how many groups there are.

    Some groups have been asked for before and need not be written out; the others are asked for
    one after the other, so that none comes a second time before all have come once.
    """
    from paging.questions import everything_chosen

    from knutepunkt.directory.queries import published
    from knutepunkt.site.addresses import link_to

    chance = Random(seed)
    groups = [
        f"/gruppe/{uid}" for uid in published().exclude(state="ended").values_list("uid", flat=True)
    ]
    chance.shuffle(groups)
    known, fresh = cycle(groups[:KNOWN]), cycle(groups[KNOWN:] or groups)
    questions = cycle(everything_chosen(chance))
    return {
        BASELINE: lambda: "/bare",
        "home": lambda: "/",
        "group page": lambda: next(known),
        "group page, the first time": lambda: next(fresh),
        "results, all filters": lambda: link_to(next(questions)),
        "robots.txt, no page at all": lambda: "/robots.txt",
    }, published().count()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=0, help="make a sample of so many first")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--workers", type=int, default=0, help="as many as a node has by itself")
    said = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ.setdefault("KNUTEPUNKT_DATA", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
        if said.groups:
            knutepunkt("sample", "--groups", str(said.groups))
        prepare()
        from knutepunkt.serving import cores

        workers = said.workers or cores()
        with served(workers) as port:
            kinds, groups = addresses(7)
            rate(port, kinds["group page"], said.seconds, said.connections)
            rounds = [
                {kind: rate(port, at, said.seconds, said.connections) for kind, at in kinds.items()}
                for _ in range(said.rounds)
            ]
    print(
        f"{groups:,} groups, {workers} processes, {said.connections} connections, "
        f"median of {said.rounds} rounds"
    )
    print("The limit on what one client may read is counted, and set out of reach.\n")
    print(f"{'':<28}{'pages a second':>16}{'ratio':>9}")
    for kind in kinds:
        ratio = median(one[kind] / one[BASELINE] for one in rounds)
        print(f"{kind:<28}{median(one[kind] for one in rounds):>16.0f}{ratio:>9.3f}")


if __name__ == "__main__":
    main()
