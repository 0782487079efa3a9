"""How many relevant groups searches find, by kind of question: ``make quality``.

Loads the sample into a directory of its own, searches for each judged question
(tests/search/judged, one list for each sitting), and prints recall among the first ten and the mean
reciprocal rank of the first relevant group. Then some are put otherwise (``bench/otherwise.py``),
and each part of the language is switched off in turn.

    .venv/bin/python bench/search_quality.py --faults
"""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

import django

if TYPE_CHECKING:
    from knutepunkt.search.indexing.facts import GroupFacts

ROOT = Path(__file__).parents[1]
FIRST = 10
DEEP = 100
PUT_OTHERWISE = 4
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
UNDERSTANDING = "knutepunkt.search.understanding"
LANGUAGE = "knutepunkt.search.language"
PARTS = (
    "stems",
    "compounds",
    "spelling",
    "concepts",
    "close",
    "clauses",
    "weighing",
    "guess",
    "near",
    "places",
    "times",
    "classified",
    "all telling",
)
Result = tuple[str, str, float, float]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="name the questions that fall short")
    said = parser.parse_args()
    with TemporaryDirectory() as folder:
        prepared(folder)
        from bench.judging import HARD, SITTINGS

        lists = {name: measured((name,)) for name in SITTINGS}
        hard = [one for name in lists if name in HARD for one in lists[name]]
        plain = [one for name in lists if name not in HARD for one in lists[name]]
        whole = plain + hard
        kinds = sorted({kind for kind, *_ in whole})
        print(f"{'':14}" + "".join(f"{kind:>13}" for kind in (*kinds, "all")))
        for name, results in lists.items():
            show(name or "first, second", results, kinds)
        show("as asked", plain, kinds)
        show("made hard", hard, kinds)
        show("whole", whole, kinds)
        show_otherwise(kinds)
        for part in PARTS:
            with without(part):
                show(f"- {part}", measured(SITTINGS), kinds)
    for kind, question, found, rank in whole if said.faults else ():
        if found < 1 or rank < 1:
            print(f"{kind:12} {found:.2f} {rank:.2f}  {question}")


def prepared(folder: str) -> None:
    """Make a directory with the sample in it."""
    os.environ |= {"KNUTEPUNKT_DATA": folder, "DJANGO_SETTINGS_MODULE": "knutepunkt.settings"}
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    for command in ("prepare", "sample"):
        subprocess.run(
            [ROOT / ".venv/bin/knutepunkt", command], check=True, stdout=subprocess.DEVNULL
        )
    django.setup()


def show_otherwise(kinds: list[str]) -> None:
    """A row for each way to put every fourth of the questions that are asked as people ask."""
    from bench.judging import HARD, SITTINGS, questions
    from bench.otherwise import WAYS, every

    rows = [row for one in SITTINGS if one not in HARD for row in questions(one)]
    for way in WAYS:
        show(f"~ {way}", answered(every(rows, PUT_OTHERWISE, way)), kinds)


def measured(sittings: tuple[str, ...]) -> list[Result]:
    """(Kind, question, recall among the first ten, reciprocal rank) of the questions of lists."""
    from bench.judging import questions

    return answered(row for one in sittings for row in questions(one))


def answered(rows: Iterable[tuple[str, str, str]]) -> list[Result]:
    """The same of some (kind, question, what is relevant)."""
    from bench.judging import groups, is_relevant

    from knutepunkt.search import queries
    from knutepunkt.search.indexing import following
    from knutepunkt.search.lexicon import lexicon
    from knutepunkt.search.query import Query

    queries.lexicon_of.cache_clear()
    queries.spellers_of.cache_clear()
    following.reindex()
    everyone = groups(lexicon())
    found = []
    for kind, question, relevant in rows:
        wanted = {group.uid for group in everyone if is_relevant(group, relevant)}
        if not wanted:
            raise SystemExit(f"no group of the sample is relevant to “{question}”; mend its facts.")
        answer = queries.found(Query(text=question, limit=DEEP, now=NOW))
        uids = [hit.item["id"] for hit in answer.hits]
        recall = len(wanted & set(uids[:FIRST])) / min(FIRST, len(wanted))
        rank = next((1 / place for place, uid in enumerate(uids, 1) if uid in wanted), 0.0)
        found.append((kind, question, recall, rank))
    return found


def show(name: str, results: list[Result], kinds: list[str]) -> None:
    """One row: recall and mean reciprocal rank for each kind and over all."""
    by_kind = defaultdict(list)
    for kind, _, recall, rank in results:
        by_kind[kind].append((recall, rank))
        by_kind["all"].append((recall, rank))
    cells = []
    for kind in (*kinds, "all"):
        if kind not in by_kind:
            cells.append(" " * 13)
            continue
        recalls, ranks = zip(*by_kind[kind], strict=True)
        cells.append(f"{sum(recalls) / len(recalls):8.3f}{sum(ranks) / len(ranks):6.3f}"[1:])
    print(f"{name:14}{''.join(cells)}", flush=True)


def unclassified(pks: Collection[int]) -> "Iterator[GroupFacts]":
    """The groups as they would be if nobody had said what they are about."""
    from knutepunkt.search.indexing.facts import facts_of
    from knutepunkt.search.lexicon import lexicon

    scheme = lexicon().scheme
    for one in facts_of(pks):
        others = [id_ for id_ in one.concepts if scheme.get(id_) != "theme"]
        yield one._replace(concepts=others)


@contextmanager
def without(part: str) -> Iterator[None]:
    """Switch one part of the language off."""
    from knutepunkt.search.language import matching, stems, times, whereabouts

    changes = {
        "stems": [(stems, "cut_down", str), (stems, "odd_forms", dict), (stems, "odd_stems", dict)],
        "compounds": [(f"{LANGUAGE}.splitting.Splitter", "parts", lambda *_: ())],
        "spelling": [(f"{UNDERSTANDING}.hearing", "read_as", lambda *_: {})],
        "concepts": [(matching, "matches", lambda *_: []), (matching, "hints", lambda *_: [])],
        "close": [(f"{LANGUAGE}.labels", "persons_in", lambda *_: {})],
        "clauses": [(f"{UNDERSTANDING}.closeness", "is_mine", lambda *_: False),
                    (f"{UNDERSTANDING}.closeness", "is_told_before", lambda *_: False)],
        "weighing": [(f"{UNDERSTANDING}.guessing", "weighed_again", lambda met, *_: met)],
        "guess": [(f"{UNDERSTANDING}.guessing", "guess", lambda *_: 0)],
        "near": [("knutepunkt.search.answering.near", "with_reserve", lambda ask, _gone: ask)],
        "places": [(f"{UNDERSTANDING}.hearing", "whereabouts",
                    lambda *_: whereabouts.Whereabouts())],
        "times": [(f"{UNDERSTANDING}.hearing", "times_in", lambda *_: times.Times()),
                  (f"{UNDERSTANDING}.hearing", "clock_in", lambda *_: times.Times())],
        "classified": [("knutepunkt.search.indexing.following", "facts_of", unclassified)],
        "all telling": [("knutepunkt.search.indexing.following", "facts_of", unclassified),
                        ("knutepunkt.search.indexing.telling.Telling", "themes", lambda *_: ())],
    }[part]  # fmt: skip
    patches = [
        patch(f"{where}.{name}", new) if isinstance(where, str) else patch.object(where, name, new)
        for where, name, new in changes
    ]
    for one in patches:
        one.start()
    stems.stem.cache_clear()
    try:
        yield
    finally:
        for one in patches:
            one.stop()
        stems.stem.cache_clear()


if __name__ == "__main__":
    main()
