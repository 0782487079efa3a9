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
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from paging.asking import plain, rate
from paging.serving import served
from paging.sized import node

MOST_DETAILS = 5000
DUMPS, DUMP = "json.dumps", "dump"
KIBIBYTES = 1024
WORTH = 0.25, 0.3, 0.05
API = "/api/hsds/v3/services"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, action="append", help="sizes (10000)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0, help="that each page is asked for")
    parser.add_argument("--memory", action="store_true", help="measure memory instead of speed")
    parser.add_argument("--format", action="append", help="of which to measure memory (all)")
    parser.add_argument("--speed-of", help=argparse.SUPPRESS)
    parser.add_argument("--peak-of", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.speed_of:
        print(json.dumps(speed_of(Path(said.speed_of), said.rounds)))
    elif said.peak_of:
        print(json.dumps(peak_of(said.peak_of)))
    elif said.memory:
        memory(said.groups or [10_000, 100_000], said.format)
    else:
        set_up()
        for count in said.groups or [10_000]:
            with node(count) as env:
                speed(count, env, said)


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


def speed(count: int, env: dict[str, str], said: argparse.Namespace) -> None:
    """Print both ratios of one size."""
    with TemporaryDirectory(prefix="bench-") as folder:
        export = measured(env, "--speed-of", folder, "--rounds", str(said.rounds))
    for number, kind in enumerate(("of processor time", "that passed")):
        times = {name: [one[number] for one in rounds] for name, rounds in export.items()}
        dumps = times.pop(DUMPS)
        print(f"{count:,} groups, seconds {kind}, median of {said.rounds} rounds; "
              f"{DUMPS} over the same {median(dumps):.2f}")  # fmt: skip
        for name, seconds in times.items():
            ratio = median(one / other for one, other in zip(dumps, seconds, strict=True))
            rate = count / median(seconds)
            print(f"{name:<42}{rate:>9.0f}/s {ratio:>8.3f}  (≥ {WORTH[0]})")
    with served(1, env) as server:
        rounds = [asked(server.port, env, said.seconds) for _ in range(said.rounds)]
    print(f"one connection, median of {said.rounds} rounds against a bare Django JSON view")
    for name, worth in (("bare view", 1.0), ("a whole service", WORTH[1]),
                        ("a page of 100 services", WORTH[2])):  # fmt: skip
        ratio = median(one[name] / one["bare view"] for one in rounds)
        rate = median(one[name] for one in rounds)
        print(f"{name:<42}{rate:>9.0f}/s {ratio:>8.3f}  (≥ {worth})")


def speed_of(folder: Path, rounds: int) -> dict[str, list[tuple[float, float]]]:
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
    for _ in range(rounds):
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


def asked(port: int, env: dict[str, str], seconds: float) -> dict[str, float]:
    """Requests a second of each kind."""
    uids, pages = known(env["KNUTEPUNKT_DATA"])
    kinds = {
        "bare view": ["/bare"],
        "a whole service": [f"{API}/{uid}" for uid in uids],
        "a page of 100 services": [f"{API}?per_page=100&page={number}" for number in pages],
    }
    return {
        kind: rate(port, partial(random.choice, [plain(one) for one in addresses]), seconds, 1)
        for kind, addresses in kinds.items()
    }


def known(data: str) -> tuple[list[str], range]:
    """Groups' ids, and the numbers of the pages there are."""
    with sqlite3.connect(f"{data}/knutepunkt.sqlite3") as file:
        found = file.execute("SELECT uid FROM directory_group ORDER BY random() LIMIT ?",
                             [MOST_DETAILS]).fetchall()  # fmt: skip
        count = file.execute("SELECT COUNT(*) FROM directory_group").fetchone()[0]
    return [str(UUID(uid)) for (uid,) in found], range(1, max(1, min(count // 100, 50)) + 1)


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
