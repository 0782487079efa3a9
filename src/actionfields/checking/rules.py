"""What must hold between cells: codes used as what they are, findings that can be computed."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from actionfields.errors import Problem, UnreadableError, quoted
from actionfields.expressions import parsed
from actionfields.records.coding import CATEGORY, FUNCTION, MODEL, QUESTION
from actionfields.storage.taken import Taken
from actionfields.tables import Table
from actionfields.texts import json_of

# Which level of the codebook each of these columns may point to.
LEVELS = {
    ("codebook", "question"): QUESTION,
    ("statements", "question"): QUESTION,
    ("statements", "category"): CATEGORY,
    ("models", "model_id"): MODEL,
    ("functions", "function_id"): FUNCTION,
}


def rule_problems(taken: Taken) -> Iterator[Problem]:
    """Everything that is wrong between cells that can each be read."""
    levels = codes_by(taken, "level")
    for (name, column), level in LEVELS.items():
        if name in taken.tables:
            yield from wrong_level(taken, taken.tables[name], column, level, levels)
    if "statements" in taken.tables:
        yield from wrong_question(taken, taken.tables["statements"], codes_by(taken, "question"))
    if "findings" in taken.tables:
        yield from wrong_findings(taken, taken.tables["findings"])
    if "ties" in taken.tables:
        yield from derived_from_nothing(taken, taken.tables["ties"])


def codes_by(taken: Taken, column: str) -> dict[str, str]:
    """What a column of the codebook says of each code."""
    table = taken.tables.get("codebook")
    if table is None:
        return {}
    return dict(zip(table.cells("code"), table.cells(column), strict=True))


def wrong_level(
    taken: Taken, table: Table[Any], column: str, level: str, levels: dict[str, str]
) -> Iterator[Problem]:
    """Rows that use a code as what it is not."""
    bad = table.matching(column, lambda code: bool(code) and levels.get(code) != level)
    for row, place in placed(taken, table, bad):
        code = table.stored[column].cell(row)
        fault = f"{quoted(code)} is a {levels.get(code, 'stranger')} in the codebook, not a {level}"
        remedy = f"write the code of a {level}"
        yield Problem(*place, column, fault, remedy, (table.name, row))


def wrong_question(taken: Taken, table: Table[Any], questions: dict[str, str]) -> Iterator[Problem]:
    """Statements whose category belongs under another question."""
    ours, asked = table.coded("question")
    theirs, categories = table.coded("category")
    fits = np.array([[questions.get(one) == q for one in categories] for q in asked], np.bool_)
    bad = ~fits[ours, theirs] if len(table) else np.zeros(0, np.bool_)
    for row, place in placed(taken, table, bad):
        code = table.stored["category"].cell(row)
        fault = f"{quoted(code)} belongs under «{questions.get(code, '')}» in the codebook"
        remedy = "correct the question or the category"
        yield Problem(*place, "question", fault, remedy, (table.name, row))


def wrong_findings(taken: Taken, table: Table[Any]) -> Iterator[Problem]:
    """Findings whose expression or expected value cannot be read."""
    places = taken.locate("findings", range(len(table)))
    for row in range(len(table)):
        for column in ("expression", "stands_while"):
            text = table.stored[column].cell(row)
            try:
                if text or column == "expression":
                    parsed(text)
            except UnreadableError as error:
                remedy = "the vocabulary is in the reference of expressions"
                yield Problem(*places[row], column, str(error), remedy, (table.name, row))
        try:
            json_of(table.stored["expected"].cell(row))
        except ValueError as error:
            fault = f"it is no JSON ({error})"
            yield Problem(*places[row], "expected", fault, "write it as JSON", (table.name, row))


def derived_from_nothing(taken: Taken, table: Table[Any]) -> Iterator[Problem]:
    """Ties said to follow from an event that is not named."""
    bad = table.matching("basis", lambda basis: basis == "derived_from_event")
    bad &= table.matching("event_id", lambda event: not event)
    for row, place in placed(taken, table, bad):
        fault = "the tie is derived from an event, and none is named"
        yield Problem(*place, "event_id", fault, "name the event", (table.name, row))


def placed(taken: Taken, table: Table[Any], bad: Any) -> Iterator[tuple[int, tuple[str, int]]]:
    """The wrong rows with the file and line of each."""
    rows = np.flatnonzero(bad).tolist()
    if rows:
        places = taken.locate(table.name, rows)
        yield from ((row, places[row]) for row in rows)
