"""Tables of other tools, as CSV or as a workbook: their heads and their rows of texts."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

from actionfields.errors import FieldError
from actionfields.storage.csv_folder import roomy
from actionfields.texts import text_of

MARKS = ",;\t"


def rows_of(path: Path, mark: str = "") -> tuple[list[str], list[dict[str, str]]]:
    """The heads of a table and its rows; ``mark`` parts the cells, found out where it is not said.

    Raises FieldError, with the line, for what is no table.
    """
    if path.suffix.lower() == ".xlsx":
        return of_workbook(path)
    try:
        text = text_of(path)
    except ValueError as error:
        raise FieldError(f"{path.name}: {error}.") from None
    first = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.DictReader(
        StringIO(text, newline=""), delimiter=mark or max(MARKS, key=first.count)
    )
    try:
        with roomy():
            heads = [(one or "").strip() for one in reader.fieldnames or []]
            reader.fieldnames = heads
            return heads, [filled(row) for row in reader]
    except csv.Error as error:
        raise FieldError(
            f"{path.name}, line {reader.line_num}: it is no CSV ({error}); save it again as CSV."
        ) from None


def filled(row: dict[str | Any, str | Any]) -> dict[str, str]:
    """A row without the cells that have no head, and with a text where a cell is missing."""
    return {head: (cell or "").strip() for head, cell in row.items() if isinstance(head, str)}


def of_workbook(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The first sheet of a workbook."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [["" if one is None else str(one) for one in row] for row in sheet.values]
        book.close()
    except Exception as error:  # openpyxl lets through whatever a broken ZIP or XML raises
        raise FieldError(
            f"{path.name} is no workbook that can be read ({type(error).__name__}); save it again."
        ) from None
    heads = [one.strip() for one in rows[0]] if rows else []
    return heads, [
        {head: cell.strip() for head, cell in zip(heads, row, strict=False)} for row in rows[1:]
    ]
