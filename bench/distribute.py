"""What handing the directory on costs, as ratios measured in one run.

Makes a node with the fictitious sample in a folder of its own and prints

- how fast a whole HSDS export is, against ``json.dumps`` over the same finished dicts: the first
  one, which makes every service, and a later one, which reads what is kept. One process writes
  them; each round measures all three one after the other, and the median of the rounds is told,
  as seconds of processor time (user and system) and as seconds that passed;
- how many whole services and pages of a hundred the API gives a second, against a bare Django JSON
  view on the same server, one connection, one request after the other;
- with ``--memory``, the most memory that each format and a dump took, at each size; ``--format``
  names those to measure.

    .venv/bin/python bench/distribute.py --groups 10000
    .venv/bin/python bench/distribute.py --memory --groups 10000 --groups 100000 --groups 1000000

KNUTEPUNKT_BENCH names a folder where nodes are kept for the next run.
"""

import argparse
import json
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from multiplying import multiply

ROUNDS, SECONDS, MOST_DETAILS = 5, 2.0, 5000
COLLECTED = 100_000  # larger nodes are made of one with so many groups (multiplying.py)
DUMPS, DUMP = "json.dumps", "dump"
HERE = Path(__file__).parent
KIBIBYTES = 1024
WORTH = 0.25, 0.3, 0.05
API = "/api/hsds/v3/services"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, action="append", help="sizes (10000)")
    parser.add_argument("--memory", action="store_true", help="measure memory instead of speed")
    parser.add_argument("--format", action="append", help="of which to measure memory (all)")
    parser.add_argument("--speed-of", help=argparse.SUPPRESS)
    parser.add_argument("--peak-of", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.speed_of:
        print(json.dumps(speed_of(Path(said.speed_of))))
    elif said.peak_of:
        print(json.dumps(peak_of(said.peak_of)))
    elif said.memory:
        memory(said.groups or [10_000, 100_000], said.format)
    else:
        for count in said.groups or [10_000]:
            with node(count) as env:
                speed(count, env)


@contextmanager
def node(count: int) -> Iterator[dict[str, str]]:
    """The environment of a node with so many groups."""
    with TemporaryDirectory(prefix="bench-") as folder:
        data = Path(os.environ.get("KNUTEPUNKT_BENCH") or folder) / f"node-{count}"
        env = os.environ | {"KNUTEPUNKT_DATA": str(data), "KNUTEPUNKT_API_RATE": "1e9"}
        env.pop("DATABASE_URL", None)
        if not data.exists() and count > COLLECTED and not count % COLLECTED:
            with node(COLLECTED) as smaller:
                multiply(Path(smaller["KNUTEPUNKT_DATA"]), data, count // COLLECTED)
        elif not data.exists():
            command = [sys.executable, "-m", "knutepunkt", "sample", "--groups", str(count)]
            subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
        yield env


def measured(env: dict[str, str], *words: str) -> Any:
    """What this script prints in a fresh process."""
    command = [sys.executable, __file__, *words]
    found = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(found.stdout)


def set_up() -> None:
    """Make Django ready."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    import django

    django.setup()


def speed(count: int, env: dict[str, str]) -> None:
    """Print both ratios of one size."""
    with TemporaryDirectory(prefix="bench-") as folder:
        export = measured(env, "--speed-of", folder)
    for number, kind in enumerate(("of processor time", "that passed")):
        times = {name: [one[number] for one in rounds] for name, rounds in export.items()}
        dumps = times.pop(DUMPS)
        print(f"{count:,} groups, seconds {kind}, median of {ROUNDS} rounds; "
              f"{DUMPS} over the same {median(dumps):.2f}")  # fmt: skip
        for name, seconds in times.items():
            ratio = median(one / other for one, other in zip(dumps, seconds, strict=True))
            rate = count / median(seconds)
            print(f"{name:<42}{rate:>9.0f}/s {ratio:>8.3f}  (≥ {WORTH[0]})")
    with server(env) as port:
        rounds = [asked(port, env) for _ in range(ROUNDS)]
    print(f"one connection, median of {ROUNDS} rounds against a bare Django JSON view")
    for name, worth in (("bare view", 1.0), ("a whole service", WORTH[1]),
                        ("a page of 100 services", WORTH[2])):  # fmt: skip
        ratio = median(one[name] / one["bare view"] for one in rounds)
        rate = median(one[name] for one in rounds)
        print(f"{name:<42}{rate:>9.0f}/s {ratio:>8.3f}  (≥ {worth})")


def speed_of(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Both kinds of seconds of a first whole export, a later one, and json.dumps, each round."""
    set_up()
    from knutepunkt.distribute.exporting import export
    from knutepunkt.distribute.formats.registry import format_named
    from knutepunkt.distribute.hsds import kept
    from knutepunkt.distribute.published import Choice

    form, path, finished = format_named("hsds"), folder / "all.ndjson", []

    def write() -> None:
        export(form, path, Choice())

    def dumps() -> None:
        for one in finished:
            json.dumps(one)

    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        finished.clear()
        shutil.rmtree(kept.path().parent, ignore_errors=True)
        for name in ("a whole export, nothing kept", "a whole export"):
            found.setdefault(name, []).append(timed(write))
        with path.open("rb") as file:
            finished.extend(json.loads(line) for line in file)
        found.setdefault(DUMPS, []).append(timed(dumps))
    return found


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds of processor time that something took, and seconds that passed."""
    begun = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - begun[0], time.perf_counter() - begun[1]


@contextmanager
def server(env: dict[str, str]) -> Iterator[int]:
    """A server with the node and the bare view; its port."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = int(door.getsockname()[1])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port),
               "--blocking-threads", "4", "--log-level", "error", "--no-access-log",
               "bare:application"]  # fmt: skip
    process = subprocess.Popen(
        command, env=env | {"PYTHONPATH": str(HERE), "PYTHONWARNINGS": "ignore"}
    )
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def asked(port: int, env: dict[str, str]) -> dict[str, float]:
    """Requests a second of each kind."""
    uids, pages = addresses(env["KNUTEPUNKT_DATA"])
    return {
        "bare view": rate(port, ["/bare"]),
        "a whole service": rate(port, [f"{API}/{uid}" for uid in uids]),
        "a page of 100 services": rate(port, [f"{API}?per_page=100&page={n}" for n in pages]),
    }


def addresses(data: str) -> tuple[list[str], range]:
    """Groups' ids, and the numbers of the pages there are."""
    with sqlite3.connect(f"{data}/knutepunkt.sqlite3") as file:
        found = file.execute("SELECT uid FROM directory_group ORDER BY random() LIMIT ?",
                             [MOST_DETAILS]).fetchall()  # fmt: skip
        count = file.execute("SELECT COUNT(*) FROM directory_group").fetchone()[0]
    return [str(UUID(uid)) for (uid,) in found], range(1, min(count // 100, 50) + 1)


def rate(port: int, paths: list[str]) -> float:
    """Requests answered a second on one connection, as barely asked as can be."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        file = line.makefile("rb")
        ask(line, file, random.choice(paths))
        until, number = time.perf_counter() + SECONDS, 0
        while time.perf_counter() < until:
            ask(line, file, random.choice(paths))
            number += 1
    return number / SECONDS


def ask(line: socket.socket, file: Any, path: str) -> None:
    """One request; its answer is read and let go."""
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    status, length = file.readline(), 0
    while (header := file.readline()) != b"\r\n":
        name, _, value = header.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    if b" 200 " not in status or not length:
        sys.exit(f"{path}: {status!r}")
    file.read(length)


def memory(counts: list[int], wanted: list[str] | None) -> None:
    """Print the most memory each format took at each size, in mebibytes."""
    set_up()
    from knutepunkt.distribute.formats.registry import MODULES

    names = wanted or [*(name for name in MODULES if not name.startswith("pdf")), DUMP]
    print(f"{'MiB at most':<16}" + "".join(f"{count:>12,}" for count in counts))
    for name in names:
        print(f"{name:<16}", end="")
        for count in counts:
            with node(count) as env:
                shutil.rmtree(Path(env["KNUTEPUNKT_DATA"], "finished"), ignore_errors=True)
                print(f"{measured(env, '--peak-of', name):>12}", end="", flush=True)
        print()


def peak_of(name: str) -> int:
    """Mebibytes that a process took at most while it wrote everything in a format."""
    set_up()
    from knutepunkt.distribute.dump import dump
    from knutepunkt.distribute.exporting import export
    from knutepunkt.distribute.formats.registry import format_named
    from knutepunkt.distribute.published import Choice

    with TemporaryDirectory(prefix="bench-") as folder:
        if name == DUMP:
            dump(Path(folder) / DUMP)
        else:
            form = format_named(name)
            export(form, Path(folder) / f"all.{form.ending}", Choice())
    # Not getrusage: a process inherits there what its parent held when it was started.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // KIBIBYTES


if __name__ == "__main__":
    main()
