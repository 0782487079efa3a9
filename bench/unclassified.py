"""How many relevant groups searches find in lists that nobody has classified: ``make quality``.

Takes each list of tests/search/judged/unclassified into an empty directory, as any node would, and
asks its questions. What is relevant was judged by hand: the facts of each group stand in its row.

    .venv/bin/python bench/unclassified.py --faults
"""

import argparse
import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "tests/search/judged/unclassified"
FIRST, DEEP = 10, 100


class Judged(NamedTuple):
    """A group of a list: name, facts, town ("nett" online), day, and the hour it begins."""

    name: str
    facts: frozenset[str]
    town: str
    day: str
    hour: int


def groups(name: str) -> list[Judged]:
    """The groups of a list, ``first`` or ``second``."""
    with (LISTS / name / "groups.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Judged(
            row["Gruppe"], frozenset(row["Fakta"].split()), row["Poststed"] or "nett",
            row["Ukedag"], int((row["Fra"] or "12").partition(":")[0]),
        )
        for row in rows
    ]  # fmt: skip


def questions(name: str) -> list[tuple[str, str, str]]:
    """(kind, question, what is relevant) of a list."""
    with (LISTS / name / "questions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [(kind, question, relevant) for kind, question, relevant in rows]


def is_relevant(group: Judged, relevant: str) -> bool:
    """Say whether a group has all facts of one alternative: ``sorg&in:Bergen|sorg&in:nett``."""
    return any(
        all(has(group, fact.lstrip("!")) != fact.startswith("!") for fact in one.split("&"))
        for one in relevant.split("|")
    )


def has(group: Judged, fact: str) -> bool:
    """Say whether a group has one fact."""
    key, _, value = fact.partition(":")
    if not value:
        return fact in group.facts
    return {
        "in": lambda: group.town == value,
        "day": lambda: group.day == value,
        "from": lambda: group.hour >= int(value),
        "before": lambda: group.hour < int(value),
    }[key]()


def main() -> None:
    """Print a table for each list, each in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="name the questions that fall short")
    parser.add_argument("--only", help="ask the list in the directory of KNUTEPUNKT_DATA")
    said = parser.parse_args()
    if said.only:
        show(said.only, faults=said.faults)
        return
    for name in ("first", "second"):
        with TemporaryDirectory() as folder:
            environment = os.environ | {"KNUTEPUNKT_DATA": folder}
            at, knutepunkt = LISTS / name, ROOT / ".venv/bin/knutepunkt"
            mapping = ("--mapping", at / "mapping.toml")
            for command in (("prepare",), ("collect", at / "groups.csv", *mapping), ("reindex",)):
                subprocess.run(
                    [knutepunkt, *command], check=True, env=environment, stdout=subprocess.DEVNULL
                )
            more = ["--faults"] if said.faults else []
            subprocess.run(
                [sys.executable, __file__, "--only", name, *more], check=True, env=environment
            )


def show(name: str, *, faults: bool) -> None:
    """Print recall among the first ten and mean reciprocal rank of a list, by kind and over all."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "knutepunkt.settings"
    import django

    django.setup()
    from bench.search_quality import show as show_row

    results = list(answered(name))
    kinds = sorted({kind for kind, *_ in results})
    print(f"{'':14}" + "".join(f"{kind:>13}" for kind in (*kinds, "all")))
    show_row(name, results, kinds)
    for kind, question, found, rank in results if faults else ():
        if found < 1 or rank < 1:
            print(f"{kind:12} {found:.2f} {rank:.2f}  {question}")


def answered(name: str) -> Iterator[tuple[str, str, float, float]]:
    """(kind, question, recall, reciprocal rank) of the questions of a list."""
    from bench.search_quality import NOW

    from knutepunkt.search import queries
    from knutepunkt.search.query import Query

    everyone = groups(name)
    for kind, question, relevant in questions(name):
        wanted = {one.name for one in everyone if is_relevant(one, relevant)}
        hits = queries.found(Query(text=question, limit=DEEP, now=NOW)).hits
        named = [re.sub(r"\s+", " ", hit.item["name"]) for hit in hits]
        recall = len(wanted & set(named[:FIRST])) / min(FIRST, len(wanted))
        rank = next((1 / place for place, one in enumerate(named, 1) if one in wanted), 0.0)
        yield kind, question, recall, rank


if __name__ == "__main__":
    main()
