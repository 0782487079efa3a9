"""A table as people keep them, with Norwegian headers: a row for each meeting, as CSV.

It cannot carry: organisations without groups, terms of a meeting apart from its group's, hidden
places, and how an organisation is part of another.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.distribute.files import replaced
from knutepunkt.distribute.formats.table import rows as table
from knutepunkt.distribute.formats.table.rows import COLUMNS, Cell
from knutepunkt.sample.schemes import concepts

__all__ = ["COLUMNS", "rows", "write"]


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the header and a row for each meeting."""
    with replaced(path) as half, half.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(COLUMNS)
        sheet.writerows(rows(records))


def rows(records: Iterable[RecordDraft]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each meeting, terms in bokmål."""
    return table.rows(records, lambda term: label_of(term.scheme, term.code))


@cache
def label_of(scheme: str, code: str) -> str:
    """One term as it stands in a cell."""
    known = concepts(scheme).get(code)
    return known.label[0] if known else code
