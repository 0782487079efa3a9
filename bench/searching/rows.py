"""What the two databases are given: the same tokens and the same values as the index has."""

import pickle
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.index import Ask
from knutepunkt.search.index.record import Record
from knutepunkt.search.lexicon import Lexicon

from searching.asked import Question  # isort: skip


class Row(NamedTuple):
    """A group: tokens and values as words without letters that a database would change."""

    id: int
    tokens: list[str]
    values: list[str]
    latitude: float | None
    longitude: float | None
    times: list[tuple[int, int]]


class Kept:
    """Rows that are made once and read by each who is asked."""

    def __init__(self, path: Path, rows: Iterator[Row]) -> None:
        self.path = path
        with path.open("wb") as file:
            for row in rows:
                pickle.dump(row, file)

    def __iter__(self) -> Iterator[Row]:
        with self.path.open("rb") as file, suppress(EOFError):
            while True:
                yield pickle.load(file)  # noqa: S301 - this process wrote it


def plain(token: str) -> str:
    """A token as letters and digits alone."""
    return "x" + token.encode().hex()


def rows(records: Iterator[Record]) -> Iterator[Row]:
    """The rows of some records."""
    for record in records:
        said = dict.fromkeys(t for _, tokens in record.words.by_level() for t in tokens)
        first = record.rows[0]
        times = [(day, hour) for row in record.rows for day, hour in plan(row.times)]
        yield Row(
            record.pk, [plain(token) for token in said], list(record.facets), first.latitude,
            first.longitude, times,
        )  # fmt: skip


def plan(times: object) -> Iterator[tuple[int, int]]:
    """Weekday and minute of a meeting."""
    rrule, start = getattr(times, "rrule", ""), getattr(times, "start", "")
    if start:
        for day, code in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU")):
            if code in rrule:
                yield day, int(start[:2]) * 60 + int(start[3:])


def asked(question: Question, lexicon: Lexicon) -> tuple[Ask, list[list[str]]]:
    """The question, and the tokens of which one of each list must be there."""
    ask = ask_of(question.query, question.meaning, lexicon)
    needs = [[plain(term.token) for term in need.terms] for need in ask.needs]
    return ask, needs + [[plain(t) for t in tokens] for _, tokens in ask.restrictions]
