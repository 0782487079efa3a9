"""A node's processes, each on its own: one that builds, one that answers, one that follows.

    python bench/searching/node.py build|build-varied|answer|follow FOLDER SIZE

Each says on its first line, as JSON, what it measured of itself.
"""

import json
import os
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

AT_ONCE = 1000
RATE, LASTS = 100, 12.0  # changes a second, and seconds


def build_varied(folder: Path, size: int) -> None:
    """The same of groups that share no sentence."""
    build(folder, size, is_varied=True)


def build(folder: Path, size: int, *, is_varied: bool = False) -> None:
    """Build the index of so many groups; their making is not counted."""
    from knutepunkt.search import index
    from knutepunkt.search.indexing.documents import Documents
    from knutepunkt.search.lexicon import lexicon
    from searching.groups import all_facts, varied

    words, made = lexicon(), Spent()
    groups = varied(all_facts(size, words)) if is_varied else all_facts(size, words)
    started = time.process_time()
    index.build(folder, Documents(words).records(made.timed(groups)), "", 1)
    spent = time.process_time() - started - made.seconds
    tell(groups_a_second=size / spent, peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


class Spent:
    """Adds up the CPU time of what makes groups."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, things: Iterable[Any]) -> Iterator[Any]:
        """The things, their making timed, many at a time: to look at the clock takes time too."""
        rest = iter(things)
        while True:
            start = time.process_time()
            some = list(islice(rest, AT_ONCE))
            self.seconds += time.process_time() - start
            if not some:
                return
            yield from some


def answer(folder: Path, size: int) -> None:
    """Open the index, answer a first question, then all of the bench; stay until told to go."""
    from knutepunkt.search import index, queries
    from knutepunkt.search.answering.answers import put
    from knutepunkt.search.query import Query
    from knutepunkt.search.understanding.texts import understood
    from searching.asked import NOW, Asker

    before = time.process_time()
    found = index.current(folder)
    opened = time.process_time()
    words, known = queries.lexicon_of(""), queries.spellers_of("")
    query = Query(text="sorg i Trondheim", now=NOW)
    ready = time.process_time()
    meaning = understood(query.text, words, found, known, NOW.date())
    put(found, query, meaning, words).answered.worked_out()
    first = time.process_time()
    for question in Asker(words, found).some():
        meaning = question.meaning
        if question.typo:
            meaning = understood(question.typo, words, found, known, NOW.date())
        put(found, question.query, meaning, words).answered.worked_out()
    tell(start=before, opened=opened - before, words=ready - opened, first=first - ready)
    sys.stdin.readline()


def follow(folder: Path, size: int) -> None:
    """Take in changes as they come, as a node's follower does. The edition counts them."""
    from knutepunkt.search import index
    from knutepunkt.search.index.joining import Joiner
    from knutepunkt.search.indexing.following import BUSY_PAUSE, PAUSE
    from knutepunkt.search.lexicon import lexicon
    from searching.groups import records

    some, joiner, done = list(records(200, lexicon())), Joiner(), 0
    found = index.change(index.current(folder), [], [], 0, 0)
    drawn = random.Random(3)
    started = time.monotonic()
    tell(started=started)
    while (now := time.monotonic() - started) < LASTS:
        due = int(now * RATE)
        pks = [drawn.randrange(1, size + 1) for _ in range(due - done)]
        if pks := list(dict.fromkeys(pks)):
            new = [drawn.choice(some)._replace(pk=pk) for pk in pks]
            found = joiner.changed(found, pks, new, due, 0)
            done = due
        time.sleep(BUSY_PAUSE if pks else PAUSE)


def tell(**said: float) -> None:
    """Say what was measured."""
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knutepunkt.settings")
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import django

    django.setup()
    parts = {"build": build, "build-varied": build_varied, "answer": answer, "follow": follow}
    parts[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
