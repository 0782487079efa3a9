"""What searching costs: twelve kinds of question, two databases, a library and a compiled bound.

Everything is measured in one run on one machine, and only ratios compare. The bound (``limit.c``)
has every list, mask and column found beforehand; reading the question is not part of it.

    .venv/bin/python bench/search.py
    .venv/bin/python bench/search.py --groups 100000 --databases-up-to 0
    .venv/bin/python bench/search.py --groups 100000 --only-build --varied
"""

import argparse
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import geometric_mean, mean, median
from tempfile import TemporaryDirectory
from typing import Any

MIB = 1024 * 1024
SIZES = (10_000, 100_000, 1_000_000)
MOST_FOR_DATABASES = 100_000  # With a million, filling them alone takes the better part of an hour.
ONE_IN = 8  # of the questions the databases are asked, for they take long


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--groups", type=int, action="append", help="sizes (10000, 100000 and 1000000)"
    )
    parser.add_argument(
        "--databases-up-to", type=int, default=MOST_FOR_DATABASES, help="groups (100000)"
    )
    parser.add_argument("--varied", action="store_true", help="no sentence comes twice")
    parser.add_argument("--only-build", action="store_true", help="build it, and ask nothing")
    said = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    with TemporaryDirectory(prefix="knutepunkt-bench-") as folder:
        set_up(Path(folder))
        for size in said.groups or SIZES:
            if said.only_build:
                from searching.nodes import built

                place = Path(folder) / f"built-{size}"
                print(f"{size:,} groups, {built(place, size, is_varied=said.varied)}")
            else:
                measure(size, Path(folder), said)


def set_up(folder: Path) -> None:
    """Make a directory of our own with the vocabulary, so that nobody's data is touched."""
    os.environ["KNUTEPUNKT_DATA"] = str(folder / "data")
    os.environ["DJANGO_SETTINGS_MODULE"] = "knutepunkt.settings"
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(Path(__file__).parent))
    import django

    django.setup()
    from knutepunkt.serving import make_ready

    make_ready()


def measure(size: int, folder: Path, said: argparse.Namespace) -> None:
    """Build the index of so many groups, ask everything of everybody, and print it."""
    from searching import limit, nodes
    from searching.asked import Asker

    from knutepunkt.search import index
    from knutepunkt.search.lexicon import lexicon

    words, place = lexicon(), folder / f"index-{size}"
    building = nodes.built(place, size, is_varied=said.varied)
    found = index.current(place)
    questions = Asker(words, found).some()
    ours = {q: seconds(found, q, words) for q in questions}
    own = {q: engine_seconds(found, q, words) for q in questions if not q.typo}
    table: dict[str, dict[Any, tuple[float, int]]] = {"Knutepunkt": ours, "index alone": own}
    bound = limit.compiled(folder)
    if bound is not None:
        least = limit.Limit(bound, found, words)
        table["bound"] = {q: least.seconds(q) for q in questions if not q.typo}
    if size <= said.databases_up_to:
        ask_others(table, questions, words, folder / f"{size}", size)
    print_table(size, table)
    bytes_ = sum(part.size for part in found.manifest.parts)
    print(f"{building}; {bytes_ / MIB:.0f} MiB, {bytes_ / size:.0f} bytes a group")
    print(nodes.memory_of_two(place, size))
    print(f"one change is visible after {change_seconds(found, words) * 1e3:.0f} ms")
    plain = [q for q in questions if not q.typo]
    print(nodes.changes(place, size, plain, lambda at, q: engine(at, q, words)), "\n")


def seconds(found: Any, question: Any, words: Any) -> tuple[float, int]:
    """The CPU time of our answer, and how many groups it has."""
    from knutepunkt.search.answering.answers import put
    from knutepunkt.search.queries import spellers_of
    from knutepunkt.search.understanding.texts import understood

    spellers = spellers_of(found.manifest.vocabulary)
    spent, total = [], 0
    for _ in range(4):
        start = time.thread_time()
        meaning = question.meaning
        if question.typo:
            day = question.query.now.date()
            meaning = understood(question.typo, words, found, spellers, day)
        total = put(found, question.query, meaning, words).answered.worked_out().total
        spent.append(time.thread_time() - start)
    return min(spent), total


def ask_others(table: Any, questions: Any, words: Any, folder: Path, size: int) -> None:
    """Fill the databases and the library with the same tokens and values, and ask them."""
    from searching import groups, library, rows
    from searching.databases import Postgres, Sqlite
    from searching.server import postgres

    folder.mkdir()
    kept = rows.Kept(folder / "rows", rows.rows(groups.records(size, words)))
    plain = [q for q in questions if not q.typo][::ONE_IN]
    others = [Sqlite(folder / "bench.sqlite3", iter(kept))]
    if tantivy := library.tantivy_or_none():
        others.append(library.Tantivy(tantivy, folder / "tantivy", iter(kept)))
    for other in others:
        table[other.name] = {q: other.seconds(*rows.asked(q, words)) for q in plain}
    with postgres() as link:
        if link is not None:
            server = Postgres(link, iter(kept))
            table[server.name] = {q: server.seconds(*rows.asked(q, words)) for q in plain}


def engine_seconds(found: Any, question: Any, words: Any) -> tuple[float, int]:
    """The CPU time of the index alone, the question being read."""
    from knutepunkt.search.answering.asks import ask_of
    from knutepunkt.search.index import search

    ask = ask_of(question.query, question.meaning, words)
    spent, total = [], 0
    for _ in range(7):
        start = time.thread_time()
        total = search(found, ask).worked_out().total
        spent.append(time.thread_time() - start)
    return min(spent), total


def engine(found: Any, question: Any, words: Any) -> None:
    """Ask once."""
    from knutepunkt.search.answering.answers import put

    put(found, question.query, question.meaning, words).answered.worked_out()


def print_table(size: int, table: Any) -> None:
    """Print medians by kind, and ratios to the bound."""
    kinds = list(dict.fromkeys(q.kind for q in table["Knutepunkt"]))
    kinds.sort(key=lambda kind: int(kind.split()[0]))
    by = {name: by_kind(answers) for name, answers in table.items()}
    print(f"{size:,} groups; milliseconds, medians; × is index alone to bound")
    print("| kind | groups found | " + " | ".join(by) + " | × bound |")
    print("|---|---|" + "---|" * len(by) + "---|")
    ratios = []
    for kind in kinds:
        hits = median(total for q, (_, total) in table["Knutepunkt"].items() if q.kind == kind)
        cells = [f"{by[name][kind] * 1e3:.3f}" if kind in by[name] else "–" for name in by]
        has_bound = kind in by.get("bound", {})
        ratio = by["index alone"][kind] / by["bound"][kind] if has_bound else None
        ratios += [ratio] if ratio else []
        print(
            f"| {kind} | {hits:,.0f} | "
            + " | ".join(cells)
            + f" | {f'{ratio:.1f}' if ratio else '–'} |"
        )
    if ratios:
        print(f"geometric mean of × bound: {geometric_mean(ratios):.1f}, most {max(ratios):.1f}")
    for name in by:
        if name not in ("Knutepunkt", "index alone", "bound"):
            mixed = mean(s for s, _ in table[name].values())
            ours = mean(table["Knutepunkt"][q][0] for q in table[name])
            print(f"mixed load: {mixed / ours:.0f} × the questions a second of {name}")


def by_kind(answers: Any) -> dict[str, float]:
    """The median of each kind."""
    found = defaultdict(list)
    for question, (spent, _) in answers.items():
        found[question.kind].append(spent)
    return {kind: median(all_) for kind, all_ in found.items()}


def change_seconds(found: Any, words: Any) -> float:
    """From a changed group in hand to the new state open for reading."""
    from searching.groups import records

    from knutepunkt.search import index

    (record,) = records(1, words)
    start = time.perf_counter()
    index.change(found, [record.pk], [record], 2, 0)
    index.current(found.folder)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
