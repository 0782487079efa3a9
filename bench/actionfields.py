"""What reading and measuring a field costs, as ratios measured in one run.

A field of any size is made up, parsed bare (``csv`` and nothing else), and loaded with every check;
each in a process of its own. Then bench/field_measures.py measures it. Numbers of another machine
do not compare; ratios do.

    .venv/bin/python bench/actionfields.py --actors 10000 --statements 1000000 --ties 1000000
"""

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

MEBIBYTE = 1 << 20
TASKS: dict[str, Callable[[Path], Any]] = {}
ROUNDS = 3
MEASURES = Path(__file__).with_name("field_measures.py")


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actors", type=int, default=1000, help="how many actors (1000)")
    parser.add_argument("--statements", type=int, default=100_000, help="how many (100000)")
    parser.add_argument("--ties", type=int, default=100_000, help="how many (100000)")
    parser.add_argument("--task", nargs=2, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.task:
        name, folder = said.task
        print(json.dumps(measured(TASKS[name], Path(folder))))
        return
    with TemporaryDirectory(prefix="bench-") as folder:
        write(Path(folder), said.actors, said.statements, said.ties)
        report(Path(folder))
        subprocess.run([sys.executable, "-P", MEASURES, folder], check=True)


def report(folder: Path) -> None:
    """Measure and print."""
    size = sum(path.stat().st_size for path in folder.glob("*.csv")) / MEBIBYTE
    nothing, bare, load = (alone(name, folder) for name in ("nothing", "bare", "load"))
    memory = load["peak"] - nothing["peak"]
    print(f"CSV {size:.0f} MiB", flush=True)
    print(f"bare parse {bare['seconds']:.2f} s, load {load['seconds']:.2f} s: "
          f"{load['seconds'] / bare['seconds']:.2f} times")  # fmt: skip
    print(f"memory at its peak {memory:.0f} MiB: {memory / size:.2f} times the CSV")


def alone(name: str, folder: Path) -> dict[str, float]:
    """The best of some rounds, each in a fresh process."""
    # -P, since this file has the name of the package.
    command = [sys.executable, "-P", __file__, "--task", name, str(folder)]
    rounds = [
        json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for _ in range(ROUNDS)
    ]
    return {key: min(one[key] for one in rounds) for key in rounds[0]}


def measured(task: Callable[[Path], Any], folder: Path) -> dict[str, float]:
    """Seconds and the peak of memory of this process, in MiB."""
    import actionfields.loading  # noqa: F401  what it costs to start is not what it costs to read

    start = time.perf_counter()
    kept = task(folder)
    seconds = time.perf_counter() - start
    del kept
    return {
        "seconds": seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def task(do: Callable[[Path], Any]) -> Callable[[Path], Any]:
    """Note something to measure under its name."""
    TASKS[do.__name__] = do
    return do


@task
def nothing(folder: Path) -> None:
    """What a process costs that reads nothing."""


@task
def bare(folder: Path) -> None:
    """Parse the same files and keep nothing."""
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass


@task
def load(folder: Path) -> Any:
    """Read and check the field."""
    import actionfields

    return actionfields.load(folder)


def write(folder: Path, actors: int, statements: int, ties: int) -> None:
    """Make up a field of this size."""
    chance = random.Random(6)
    put(folder, "periods", ["period"], ([f"P{n}"] for n in range(4)))
    put(folder, "sources", ["source_id", "type", "anonymised"],
        ([f"src{n}", "interview", "0"] for n in range(500)))  # fmt: skip
    codes = [["Q1", "question", ""], *([f"c{n}", "category", "Q1"] for n in range(60))]
    put(folder, "codebook", ["code", "level", "question"], codes)
    put(folder, "actors", ["actor_id", "name", "sphere", "sphere_uncertain"],
        ([f"a{n}", f"Actor {n}", chance.choice("abcd"), "0"] for n in range(actors)))  # fmt: skip
    put(folder, "statements", STATEMENT, (statement(chance, n, actors) for n in range(statements)))
    put(folder, "ties", TIE, (tie(chance, n, actors) for n in range(ties)))


STATEMENT = [
    *"statement_id actor_id period question category stance strength claim_en".split(),
    *"voice source_id certainty page lines".split(),
]
TIE = "tie_id source_actor target_actor directed kind period status basis source_id page lines"
TIE = TIE.split()


def statement(chance: random.Random, number: int, actors: int) -> list[Any]:
    """One statement."""
    return [
        f"S{number}", f"a{chance.randrange(actors)}", f"P{chance.randrange(4)}", "Q1",
        f"c{chance.randrange(60)}", chance.randrange(-1, 2), chance.randrange(1, 4),
        f"Says in {chance.randrange(9999)} words that groups reach those who look for them",
        "paraphrase", f"src{chance.randrange(500)}", "high", chance.randrange(1, 400),
        f"{chance.randrange(1, 900)}-{chance.randrange(900, 999)}",
    ]  # fmt: skip


def tie(chance: random.Random, number: int, actors: int) -> list[Any]:
    """One tie."""
    one = chance.randrange(actors - 1)
    return [
        f"T{number}", f"a{one}", f"a{chance.randrange(one + 1, actors)}", "0",
        chance.choice(["meeting", "referral", "funding"]), f"P{chance.randrange(4)}", "reported",
        "explicit", f"src{chance.randrange(500)}", chance.randrange(1, 400),
        f"{chance.randrange(1, 900)}-{chance.randrange(900, 999)}",
    ]  # fmt: skip


def put(folder: Path, name: str, columns: list[str], rows: Any) -> None:
    """Write one file."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
