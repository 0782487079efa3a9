"""Codebooks as CSV: the form of Taguette (name, tag or path, and description), and of QualCoder.

Levels stand in the name, parted by a slash or >, as these tools write them. Ours is written
with the same heads, and with the codes' own columns beside.
"""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

from actionfields.columns import columns
from actionfields.errors import FieldError
from actionfields.exchange.handed import Handed, key_of, made
from actionfields.exchange.sheets import rows_of
from actionfields.field import About, Field
from actionfields.records import Code
from actionfields.records.coding import CATEGORY, QUESTION

NAMES = ("path", "tag", "name", "code_name", "code name", "codename", "code")
ABOVE = ("category", "category_name", "parent", "cat_name")
MARKS, DOT = ("/", " > ", ">"), "."
TAGUETTE = "number of highlights"  # a head that only Taguette writes; it parts levels by dots
ASSUMED = "what stands at the top with codes below became a question; every other code a category."
TOLD = ("description", "memo", "definition", "code_memo")
OURS = tuple(column.name for column in columns(Code))


def write_codebook(data: Field) -> tuple[bytes, list[str]]:
    """The codebook with the heads Taguette reads (tag, description), then our columns."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["tag", "description", *(f"our_{one}" for one in OURS)])
    written = [data.codebook.written(column) for column in data.codebook.columns]
    labels = {one.code: one.label_nb or one.label_en or one.code for one in data.codebook}
    for row, one in enumerate(data.codebook):
        above = f"{labels[one.question]}/" if one.question else ""
        writer.writerow(
            [above + labels[one.code], one.definition, *(cells[row] for cells in written)]
        )
    others = [name for name, table in data.tables.items() if len(table) and name != "codebook"]
    return file.getvalue().encode("utf-8"), (
        [f"a codebook holds codes only; not {', '.join(others)}."] if others else []
    )


def read_codebook(path: Path) -> Handed:
    """A field that has a codebook and nothing else yet."""
    heads, rows = rows_of(path)
    lower = [{head.lower(): cell for head, cell in row.items()} for row in rows]
    return of_rows(path, [one.lower() for one in heads], lower)


def of_rows(path: Path, heads: list[str], rows: list[dict[str, str]]) -> Handed:
    """A codebook out of the rows of a table, whichever tool has written it."""
    if {"our_code", "our_level"} <= set(heads):
        own = [{name: row.get(f"our_{name}", "") for name in OURS} for row in rows]
        return Handed(made(path, About(path.stem), {"codebook": own}))
    column = next((one for one in NAMES if one in heads), None)
    if column is None:
        raise FieldError(f"{path.name} is no codebook: it needs a column tag, name or path.")
    marks = MARKS + ((DOT,) if TAGUETTE in heads else ())
    return Handed(made(path, About(path.stem), {"codebook": built(rows, column, marks)}), [ASSUMED])


def of_tags(path: Path, tags: list[dict[str, str]], **tables: list[dict[str, Any]]) -> Handed:
    """A codebook out of Taguette's tags, whose levels are parted by dots too."""
    codes = built(tags, "tag", (*MARKS, DOT))
    return Handed(made(path, About(path.stem), {"codebook": codes, **tables}), [ASSUMED])


def built(
    rows: list[dict[str, str]], column: str, marks: tuple[str, ...] = MARKS
) -> list[dict[str, Any]]:
    """Codes out of names with levels; the first level is the question, the last the category."""
    paths = [(levels(row, column, marks), row) for row in rows if row.get(column)]
    tops = {path[0] for path, _ in paths if len(path) > 1}
    taken: set[str] = set()
    questions = {
        top: key_of(top, taken) for top in dict.fromkeys(p[0] for p, _ in paths) if top in tops
    }
    told = {path[0]: description(row) for path, row in paths if len(path) == 1}
    found: list[dict[str, Any]] = [
        {"code": key, "level": QUESTION, "label_nb": top, "definition": told.get(top, "")}
        for top, key in questions.items()
    ]
    for path, row in paths:
        if len(path) > 1 or path[0] not in tops:
            above = questions.get(path[0], "") if len(path) > 1 else ""
            label = " / ".join(path[1:] or path)
            found.append(
                {
                    "code": key_of(path[-1], taken),
                    "level": CATEGORY,
                    "question": above,
                    "label_nb": label,
                    "definition": description(row),
                }
            )
    return found


def levels(row: dict[str, str], column: str, marks: tuple[str, ...]) -> list[str]:
    """The levels in a name; a column for what is above goes before.

    A dot parts levels only between two words without a blank: «St. Olav» is one name.
    """
    name = row[column]
    mark = next((one for one in marks if one in name and (one != DOT or " " not in name)), None)
    parts = [part.strip() for part in name.split(mark)] if mark else [name]
    above = next((row[one] for one in ABOVE if row.get(one)), "")
    return [part for part in ([above] if above else []) + parts if part] or [name]


def description(row: dict[str, str]) -> str:
    """What is said of a code."""
    return next((row[one] for one in TOLD if row.get(one)), "")
