"""How fast pages are, against a bare Django view on the same server in the same run.

Serves the node in KNUTEPUNKT_DATA as it is and prints requests a second and the ratio to the bare
view. A ratio travels between machines; the figures do not. Load the node first, for example:
`.venv/bin/knutepunkt sample --groups 100000`.
"""

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import django
import httpx

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
django.setup()

from knutepunkt.directory.queries import published  # noqa: E402
from knutepunkt.site.addresses import link_to  # noqa: E402
from knutepunkt.site.question import Question  # noqa: E402

ROUNDS, SECONDS, CONNECTIONS = 3, 3.0, 4
FULL = Question("sorg", "Trondheim", "50", weekday=("TU", "WE"), mode="in-person", open="1")
Address = Callable[[], str]


def rate(node: str, address: Address) -> float:
    """Requests answered a second, over some connections."""
    until = time.monotonic() + SECONDS

    def ask() -> int:
        number = 0
        with httpx.Client(base_url=node, headers={"accept-encoding": "gzip"}) as client:
            while time.monotonic() < until:
                client.get(address()).raise_for_status()
                number += 1
        return number

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return sum(pool.map(lambda _: ask(), range(CONNECTIONS))) / SECONDS


def main() -> None:
    """Print the table."""
    groups = [f"/gruppe/{uid}" for uid in published().values_list("uid", flat=True)[:5000]]
    kinds: dict[str, Address] = {
        "bare view (/robots.txt)": lambda: "/robots.txt",
        "home": lambda: "/",
        "group page, any of 5,000": lambda: random.choice(groups),
        "results with filters": lambda: link_to(FULL),
    }
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "knutepunkt", "run", "--no-sample", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    node = f"http://127.0.0.1:{port}"
    try:
        wait_for(node)
        rounds = [{name: rate(node, kind) for name, kind in kinds.items()} for _ in range(ROUNDS)]
    finally:
        server.terminate()
        server.wait(timeout=20)
    print(f"{published().count():,} groups, {CONNECTIONS} connections, median of {ROUNDS} rounds")
    for name in kinds:
        ratio = median(one[name] / one["bare view (/robots.txt)"] for one in rounds)
        print(f"{name:<28}{median(one[name] for one in rounds):>9.0f}/s {ratio:>8.3f}")


def wait_for(node: str) -> None:
    """Wait until the node answers."""
    for _ in range(600):
        try:
            httpx.get(node + "/robots.txt")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    main()
