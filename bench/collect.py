"""What collecting costs, as ratios measured in one run: ``make bench``.

For each format a feed of the fictitious sample is written, parsed bare (``json`` or ``csv`` and
nothing else), and collected into an empty SQLite directory three times: first, with the same bytes
again, and with one record changed. Numbers of another machine do not compare; ratios do.

    .venv/bin/python bench/collect.py --groups 10000 --groups 100000 --format meeting-guide
"""

import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FORMATS = ("knutepunkt", "meeting-guide", "bmlt", "hsds", "tsml", "csv")
ENDINGS = {"tsml": ".csv", "csv": ".csv", "hsds": ".ndjson", "knutepunkt": ".ndjson"}
KIBIBYTES = 1024
MOST_NEWS = 2


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, action="append", help="sizes (10000)")
    parser.add_argument("--format", action="append", choices=FORMATS, help="formats (all)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--bare", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.bare:
        print(timed(lambda: parse(Path(said.bare)))[0])
        return
    if said.one:
        print(json.dumps(measured(Path(said.one), said.format[0])))
        return
    print(f"{'format':14}{'records':>9}{'groups':>9}{'bare/s':>10}{'first/s':>9}{'groups/s':>9}"
          f"{'first÷bare':>11}{'again÷bare':>11}{'one÷bare':>10}{'peak MiB':>9}")  # fmt: skip
    for count in said.groups or [10_000]:
        for name in said.format or FORMATS:
            print(line(name, in_own_process(name, count)), flush=True)


def in_own_process(name: str, count: int) -> dict[str, Any]:
    """Measure one format in a fresh process with a fresh data folder."""
    with TemporaryDirectory(prefix="bench-") as folder:
        feed = Path(folder) / f"feed{ENDINGS.get(name, '.json')}"
        env = os.environ | {"KNUTEPUNKT_DATA": f"{folder}/data", "PYTHONUTF8": "1"}
        env.pop("DATABASE_URL", None)
        knutepunkt = [sys.executable, "-m", "knutepunkt"]
        written = ["sample", "--groups", str(count), "--format", name, "--out", str(feed)]
        subprocess.run([*knutepunkt, *written], env=env, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([*knutepunkt, "prepare"], env=env, check=True, stdout=subprocess.DEVNULL)
        own = [sys.executable, __file__, "--format", name]
        bare = min(float(printed([*own, "--bare", str(feed)], env)) for _ in range(3))
        found: dict[str, Any] = json.loads(printed([*own, "--one", str(feed)], env))
        return found | {"bare": bare}


def printed(command: list[str], env: dict[str, str]) -> str:
    """What a command prints."""
    return subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def measured(feed: Path, name: str) -> dict[str, Any]:
    """Seconds of the first run, the same bytes again, and one changed record."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    import django

    django.setup()
    from knutepunkt.intake.flow import collect
    from knutepunkt.intake.request import Request

    request = Request(str(feed), source="bench", format=name)
    first, report = timed(lambda: collect(request))
    peak = peak_memory()
    again, same = timed(lambda: collect(request))
    change_one(feed)
    one, last = timed(lambda: collect(request))
    if same.created or same.changed or last.changed + last.created > MOST_NEWS:
        sys.exit(f"{name}: an unchanged run was not unchanged: {same.lines()[:4]}")
    return {
        "records": report.read, "groups": report.groups, "first": first, "again": again,
        "one": one, "peak": peak // KIBIBYTES,
    }  # fmt: skip


def peak_memory() -> int:
    """Kibibytes that this process and its largest child have held at most."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in whose)


def timed(call: Any) -> tuple[float, Any]:
    """Seconds a call takes, and what it gives."""
    begun = time.perf_counter()
    answer = call()
    return time.perf_counter() - begun, answer


def parse(feed: Path) -> int:
    """Parse a file as barely as can be, keeping nothing; returns how many rows it has."""
    with feed.open(encoding="utf-8-sig", newline="") as file:
        if feed.suffix == ".csv":
            return sum(1 for _ in csv.reader(file, delimiter=delimiter(feed)))
        if feed.suffix == ".ndjson":
            return sum(1 for line in file if json.loads(line))
        return len(json.load(file))


def delimiter(feed: Path) -> str:
    """The mark between the columns of the first line."""
    with feed.open(encoding="utf-8-sig") as file:
        head = file.readline()
    return max(";,\t", key=head.count)


def change_one(feed: Path) -> None:
    """Change one name in the middle of the file."""
    content = feed.read_bytes()
    middle = len(content) // 2
    found = re.compile(rb"gruppa|kveld|Gruppa").search(content, middle)
    if found:
        feed.write_bytes(content[: found.start()] + b"xxxx" + content[found.end() :])


def line(name: str, found: dict[str, Any]) -> str:
    """One row of the table."""
    rows = found["records"]
    return (
        f"{name:14}{rows:9}{found['groups']:9}{rows / found['bare']:10.0f}"
        f"{rows / found['first']:9.0f}{found['groups'] / found['first']:9.0f}"
        f"{found['bare'] / found['first']:11.3f}{found['bare'] / found['again']:11.2f}"
        f"{found['bare'] / found['one']:10.2f}{found['peak']:9}"
    )


if __name__ == "__main__":
    main()
