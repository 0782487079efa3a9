"""The table as comma-separated text, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator

from knutepunkt.collect.clean.formulas import guarded
from knutepunkt.distribute.drafting import drafts_of
from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.table import CANNOT_SAY
from knutepunkt.distribute.formats.table.rows import COLUMNS, Cell, rows
from knutepunkt.distribute.published import PublishedGroup

MARK = "\ufeff"  # without it, spreadsheets read the Norwegian letters wrong


class Line:
    """Where the csv module writes: keeps the last line alone."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Keep a line."""
        self.text = text


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """The header, and a row for each meeting."""
    line = Line()
    table = csv.writer(line)
    table.writerow(COLUMNS)
    yield (MARK + line.text).encode()
    drafts = drafts_of(counted(groups, account))
    for row in rows(drafts, lambda term: term.label or term.code):
        table.writerow([safe(cell) for cell in row])
        yield line.text.encode()
    del frame


def safe(cell: Cell) -> Cell:
    """The cell; a text that a spreadsheet would take for a formula with an apostrophe before it."""
    return guarded(cell) if isinstance(cell, str) else cell


FORMAT = Format(
    name="csv",
    label="Table, comma-separated",
    ending="csv",
    media_type="text/csv; charset=utf-8",
    cannot_say=(
        *CANNOT_SAY,
        "texts that begin like a formula, whole or after a line break (an apostrophe stands there)",
    ),
    chunks=chunks,
)
