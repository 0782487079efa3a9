"""The compiled lower bound: ``limit.c`` on lists, bitmaps and columns that were found beforehand.

Counting and choosing is left to it, and so are unions, distances and times, as they are to us. What
it does less of: it looks nothing up, checks nothing, and knows no dead groups and no pages.
"""

import ctypes
import subprocess
from pathlib import Path
from time import thread_time
from typing import Any

import numpy as np

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.index import Ask, Index, ranking
from knutepunkt.search.index.counting import BITS, bits_counted
from knutepunkt.search.index.lists import is_met, valued
from knutepunkt.search.index.places import box_around, halves
from knutepunkt.search.index.times import is_between, plan_of, planned
from knutepunkt.search.lexicon import Lexicon
from searching.asked import NOW, Question

SOURCE = Path(__file__).with_name("limit.c")
ROUNDS = 12
NO_PLACE, CIRCLE, BOX = range(3)
NUMBERS = "size row_count word_count list_count test_count place span_count width value_count k"
FIELDS = (
    "size row_count word_count values turn standing bits_of_doc totals bit_totals order "
    "doc_of_row when latitude longitude narrow worth bits docs far list_count lists lengths "
    "list_worth test_count tests place "
    "span_count cell_rows spans here is_fit bits_of_when width value_count k counts bit_counts "
    "best best_of"
)


class Told(ctypes.Structure):
    """``Ask`` as ``limit.c`` has it."""

    _fields_ = tuple(
        (name, ctypes.c_double * 4 if name == "here" else
         ctypes.c_int64 if name in NUMBERS.split() else ctypes.c_void_p)
        for name in FIELDS.split()
    )  # fmt: skip


def compiled(folder: Path) -> Any:
    """The bound's one function, or None where there is no compiler."""
    library = folder / "limit.so"
    command = ["cc", "-O3", "-march=native", "-shared", "-fPIC", str(SOURCE), "-o", str(library)]
    try:
        subprocess.run([*command, "-lm"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    answer = ctypes.CDLL(str(library)).answer
    answer.restype = ctypes.c_int64
    return answer


class Limit:
    """Answers questions from one segment, each prepared before the clock starts."""

    def __init__(self, answer: Any, index: Index, lexicon: Lexicon) -> None:
        self.answer, self.segment, self.lexicon = answer, index.segments[0], lexicon
        arrays, today = self.segment.arrays, NOW.date().toordinal()
        standing = self.segment.standing_on(today)
        of_docs = self.segment.facets_on(today, "Europe/Oslo").bits
        size, rows = self.segment.size, len(arrays["when"])
        self.whole: dict[str, Any] = {
            "size": size, "row_count": rows, "word_count": (size + 63) // 64,
            "values": arrays["values"].astype(np.uint16),
            "turn": ranking.turn(arrays["spin"], today),
            "standing": standing.points, "order": standing.order, "bits_of_doc": of_docs,
            "totals": self.segment.totals,
            "bit_totals": np.pad(bits_counted(of_docs), (0, 16 - len(BITS))),
            "doc_of_row": arrays["doc_of_row"].astype(np.uint32),
            "when": arrays["when"].astype(np.uint32), "cell_rows": arrays["cell_rows"],
            "latitude": arrays["latitude"].astype(np.float64),
            "longitude": arrays["longitude"].astype(np.float64),
            "narrow": np.cos(np.radians(arrays["latitude"].astype(np.float64))),
            "worth": np.zeros(size, np.uint8), "bits": np.zeros(size, np.uint16),
            "docs": np.zeros(size, np.uint32), "far": np.full(size, np.inf),
            "width": arrays["values"].shape[1], "value_count": len(self.segment.values),
        }  # fmt: skip

    def seconds(self, question: Question) -> tuple[float, int]:
        """How long an answer takes at best, and how many groups it has."""
        ask = ask_of(question.query, question.meaning, self.lexicon)
        prepared = self.whole | self.by_words(ask) | self.by_place(ask) | self.by_time(ask)
        told, kept = Told(), []
        for name, value in prepared.items():
            if isinstance(value, np.ndarray):
                kept.append(np.ascontiguousarray(value))
                value = kept[-1].ctypes.data
            setattr(told, name, value)
        fastest, total, where = 9.0, 0, ctypes.byref(told)
        for _ in range(ROUNDS):
            start = thread_time()
            total = self.answer(where)
            fastest = min(fastest, thread_time() - start)
        return fastest, total

    def by_words(self, ask: Ask) -> dict[str, Any]:
        """The lists of the words, and a bitmap for each restriction."""
        postings, size = self.segment.postings, self.segment.size
        lists = valued(postings, ask.needs[0]) if ask.needs else []
        ids = [np.ascontiguousarray(posting.numbers(size)) for _, posting in lists]
        tests = [bitmap(is_met(postings, tokens, None)) for _, tokens in ask.restrictions]
        self.held = ids, tests
        return {
            "list_count": len(lists) if ask.needs else -1,
            "lists": np.array([one.ctypes.data for one in ids], np.uint64),
            "lengths": np.array([len(one) for one in ids], np.int64),
            "list_worth": np.array([value for value, _ in lists], np.uint8),
            "test_count": len(tests),
            "tests": np.array([one.ctypes.data for one in tests], np.uint64),
            "k": ask.count,
            "counts": np.zeros(len(self.segment.values) * (len(tests) + 1), np.int64),
            "bit_counts": np.zeros(16 * (len(tests) + 1), np.int64),
            "best": np.zeros(ask.count + 1, np.uint64),
            "best_of": np.zeros(ask.count + 1, np.uint32),
        }

    def by_place(self, ask: Ask) -> dict[str, Any]:
        """The cells to look in, and what to look for."""
        box, here, place = ask.box, (0.0,) * 4, NO_PLACE
        if ask.point and ask.within is not None:
            box, place = box_around(ask.point, ask.within), CIRCLE
            here = (*ask.point, ask.within, float(np.cos(np.radians(ask.point[0]))))
        elif box:
            here, place = box, BOX
        spans = [span for part in (halves(box) if box else ()) for span in
                 self.segment.grid.spans(part)]  # fmt: skip
        return {
            "place": place, "here": here, "span_count": len(spans),
            "spans": np.array(spans, np.int64).reshape(-1),
        }  # fmt: skip

    def by_time(self, ask: Ask) -> dict[str, Any]:
        """Which whens are as asked, and the bits of each."""
        table, asked = self.segment.table_on(ask.today), ask.asked
        plan, is_asked = plan_of(table, asked.zone), asked.is_anything
        told = planned(
            plan.marks, asked.weekdays, is_between(plan.minute, asked.begins)[table.slot]
        )
        is_fit = told.is_fit.astype(np.uint8) if is_asked else None
        return {"is_fit": is_fit, "bits_of_when": told.marks}


def bitmap(mask: Any) -> Any:
    """A bit for each group, in words of 64."""
    bits = np.packbits(mask, bitorder="little")
    return np.pad(bits, (0, -len(bits) % 8)).view(np.uint64)
