"""The table of ``table`` as an Excel workbook, of 50,000 rows at the most.

It cannot carry what the table cannot, nor more rows than its readers take.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from openpyxl import Workbook

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.limits import DEFAULT
from knutepunkt.distribute.files import replaced
from knutepunkt.sample.feeds.errors import FeedError
from knutepunkt.sample.feeds.table import COLUMNS, rows


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write one sheet. Raises FeedError for more rows than a workbook may have here."""
    most = DEFAULT.sheet_rows - 1
    told = list(islice(rows(records), most + 1))
    if len(told) > most:
        raise FeedError(
            f"a workbook holds {most} rows below its header at the most; you: choose fewer "
            "groups, or csv."
        )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Grupper")
    for row in (COLUMNS, *told):
        sheet.append(row)
    with replaced(path) as half:
        book.save(half)
