"""What every page costs: questions to the database, bytes, and time; and how that grows.

For each size a node of the fictitious sample is made, and every kind of page is asked of it in one
process without a server: first when nothing of it is kept, then again. Printed are, of some pages
of each kind, the most questions to the database, the most bytes that are sent, packed, and how many
times the processor's time of a bare Django view the first and the second time take.

    .venv/bin/python bench/pages.py --groups 10000 --groups 100000 --groups 1000000

KNUTEPUNKT_BENCH names a folder where nodes are kept for the next run.
"""

import argparse
import io
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from paging.serving import BEYOND_REACH, prepare
from paging.sized import node

if TYPE_CHECKING:
    from paging.kinds import Asked

KB, BARE, ROUNDS = 1000, 200, 3
Application = Callable[..., Iterable[bytes]]


class Cost(NamedTuple):
    """Seconds of the processor's time, bytes sent, and questions to the database."""

    seconds: float
    size: int
    questions: int


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, action="append", help="sizes (10000)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.here:
        print(json.dumps(measured()))
        return
    sizes = said.groups or [10_000]
    found = {size: of_size(size) for size in sizes}
    print(f"{'groups':<26}" + "".join(f"{size:>38,}" for size in sizes))
    print(f"{'':<26}" + f"{'questions':>12}{'kB':>8}{'× bare':>18}" * len(sizes))
    for kind in found[sizes[0]]:
        told = (found[size][kind] for size in sizes)
        print(f"{kind:<26}" + "".join(cells(*one) for one in told))


def cells(questions: int, size: int, first: float, again: float) -> str:
    """What is told of a page of one kind at one size."""
    both = f"{first:.1f}, {again:.1f}"
    return f"{questions:>12}{size / KB:>8.1f}{both:>18}"


def of_size(size: int) -> dict[str, list[Any]]:
    """The figures of a node with so many groups, measured in a process of its own."""
    with node(size) as env:
        command = [sys.executable, __file__, "--here"]
        done = subprocess.run(command, env=env | BEYOND_REACH, check=True, stdout=subprocess.PIPE)
    found: dict[str, list[Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


def measured() -> dict[str, tuple[int, int, float, float]]:
    """Of each kind of page the questions, bytes, and first and second time, as ``main`` tells."""
    prepare()
    from paging.bare import application
    from paging.kinds import Asked, kinds

    ask = partial(cost, application)
    for _ in range(BARE):  # What is made ready at first answers is no page's: so below.
        ask(Asked("/bare"))
    bare = median(ask(Asked("/bare")).seconds for _ in range(BARE))
    found = {}
    for kind, (before, *others) in kinds(random.Random(7)):
        ask(before)
        some = others or [before]
        firsts = list(map(ask, some))
        again = min(median(ask(one).seconds for one in some) for _ in range(ROUNDS))
        questions = max(one.questions for one in firsts)
        first = median(one.seconds for one in firsts)
        found[kind] = questions, max(one.size for one in firsts), first / bare, again / bare
    return found


def cost(application: Application, asked: "Asked") -> Cost:
    """What one request costs."""
    from django.db import connection

    questions = 0

    def counted(execute: Any, *words: Any) -> Any:
        nonlocal questions
        questions += 1
        return execute(*words)

    begun = time.process_time()
    with connection.execute_wrapper(counted):
        size = answered(application, asked)
    return Cost(time.process_time() - begun, size, questions)


def answered(application: Application, asked: "Asked") -> int:
    """The bytes of an answer's body. Leaves where it is another than it should be."""
    path, _, said = asked.address.partition("?")
    body = b"" if asked.body is None else json.dumps(asked.body).encode()
    environ = {
        "REQUEST_METHOD": "GET" if asked.body is None else "POST", "PATH_INFO": path,
        "QUERY_STRING": said, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip", "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
    }  # fmt: skip
    told = []
    parts = application(environ, lambda status, headers, fault=None: told.append(status))
    size = sum(map(len, parts))
    if close := getattr(parts, "close", None):
        close()
    if not told[0].startswith("200"):
        sys.exit(f"{asked.address}: {told[0]}")
    return size


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    main()
