"""The compiled lower bound: ``limit.c`` on arrays that were found beforehand."""

import ctypes
import subprocess
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from knutepunkt.search.answering import ask_of
from knutepunkt.search.index import Index
from knutepunkt.search.index.lists import is_met
from knutepunkt.search.index.matching import matched
from knutepunkt.search.lexicon import Lexicon
from searching.asked import Question

SOURCE = Path(__file__).with_name("limit.c")
ROUNDS = 20


def compiled(folder: Path) -> Any:
    """The bound's one function, or None where there is no compiler."""
    library = folder / "limit.so"
    command = ["cc", "-O3", "-march=native", "-shared", "-fPIC", str(SOURCE), "-o", str(library)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    answer = ctypes.CDLL(str(library)).answer
    answer.restype = ctypes.c_int64
    return answer


class Limit:
    """Answers questions from one segment, each prepared before the clock starts."""

    def __init__(self, answer: Any, index: Index, lexicon: Lexicon) -> None:
        self.answer, self.segment, self.lexicon = answer, index.segments[0], lexicon
        arrays = self.segment.arrays
        self.values = np.ascontiguousarray(arrays["values"].astype(np.uint16))
        self.turn = np.ascontiguousarray(arrays["spin"])

    def seconds(self, question: Question) -> tuple[float, int]:
        """How long an answer takes at best, and how many groups it has."""
        ask = ask_of(question.query, question.meaning, self.lexicon)
        plain = ask_of(
            question.query.__class__(now=question.query.now), question.meaning, self.lexicon
        )
        found = matched(self.segment, plain)
        tests = [
            is_met(self.segment.postings, tokens, None).astype(np.uint8)
            for _, tokens in ask.restrictions
        ]
        base = found.docs
        if ask.is_about_meetings:
            base = matched(self.segment, ask).docs
        if base is None and tests:
            # The rarest two decide which groups can fail one restriction at most.
            rare = sorted(tests, key=np.count_nonzero)[:2]
            base = np.flatnonzero(np.logical_or(*rare)) if len(rare) > 1 else None
        return self.timed(base, tests, ask.count)

    def timed(self, base: Any, tests: list[Any], k: int) -> tuple[float, int]:
        """The best of some rounds."""
        size, width = self.values.shape
        count = len(self.segment.values)
        numbers = None if base is None else np.ascontiguousarray(base.astype(np.uint32))
        pointers = (ctypes.c_void_p * max(1, len(tests)))(*(test.ctypes.data for test in tests))
        counts = np.zeros(count * (len(tests) + 1), np.int64)
        best, best_of = np.zeros(k + 1, np.uint64), np.zeros(k + 1, np.uint32)
        said = (
            None if numbers is None else ctypes.c_void_p(numbers.ctypes.data), None,
            ctypes.c_int64(size if numbers is None else len(numbers)), pointers,
            ctypes.c_int32(len(tests)), ctypes.c_void_p(self.values.ctypes.data),
            ctypes.c_int32(width), ctypes.c_void_p(counts.ctypes.data), ctypes.c_int32(count),
            ctypes.c_void_p(self.turn.ctypes.data), ctypes.c_int32(k),
            ctypes.c_void_p(best.ctypes.data), ctypes.c_void_p(best_of.ctypes.data),
        )  # fmt: skip
        fastest, total = 9.0, 0
        for _ in range(ROUNDS):
            start = perf_counter()
            total = self.answer(*said)
            fastest = min(fastest, perf_counter() - start)
        return fastest, total
