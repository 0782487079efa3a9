"""The table as an Excel workbook; texts are texts, whatever they begin with."""

from collections.abc import Iterable, Iterator
from itertools import chain
from tempfile import TemporaryFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from knutepunkt.collect.clean.formulas import guarded
from knutepunkt.distribute.drafting import drafts_of
from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.table import CANNOT_SAY
from knutepunkt.distribute.formats.table.rows import COLUMNS, Cell, rows
from knutepunkt.distribute.published import PublishedGroup

MOST_ROWS = 1_048_576
LONGEST = 32_767
PIECE = 1 << 16
TOO_MANY = "rows beyond the million a sheet holds"


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """The whole workbook: written to a file beside, since its table of contents comes last."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Grupper")
    drafts = drafts_of(counted(groups, account))
    told = rows(drafts, lambda term: term.label or term.code)
    for number, row in enumerate(chain((COLUMNS,), told)):
        if number < MOST_ROWS:
            sheet.append([cell_of(sheet, cell) for cell in row])
        else:
            account.leave_out(TOO_MANY)
    book.properties.created = book.properties.modified = frame.moment.replace(tzinfo=None)
    with TemporaryFile(prefix="knutepunkt-") as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def cell_of(sheet: WriteOnlyWorksheet, value: Cell) -> object:
    """The value as a cell; a text stays one even when it looks like a formula."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
    if guarded(text) == text:
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True  # it stays a text when somebody edits it
    return cell


FORMAT = Format(
    name="xlsx",
    label="Workbook",
    ending="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    cannot_say=(*CANNOT_SAY, "more than 32,767 letters in a cell; more than a million rows"),
    chunks=chunks,
    is_binary=True,
)
