"""Tables kept as Excel workbooks (.xlsx), read as a stream and never trusted.

What a workbook promises is checked before it is parsed, and what it holds while it is parsed.
Formulas give the value that was saved with them; nothing is computed.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from lxml.etree import ParseError as BrokenXml

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, Limits
from knutepunkt.collect.workbook_checks import check_package

if TYPE_CHECKING:
    from knutepunkt.collect.workbook_parts import Book

State = tuple[int, int]
LOOKED_AT = 200
BROKEN = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    zipfile.BadZipFile, NotImplementedError, ParseError, BrokenXml, DefusedXmlException,
)  # fmt: skip


def rows(path: Path, sheet: str = "", limits: Limits = DEFAULT) -> tuple[tuple[str, ...], ...]:
    """The rows of the named sheet, else of the first visible one that is not empty.

    Raises CollectError for a workbook that is broken, too large, or a trap.
    """
    try:
        state = state_of(path)
        title = sheet or first_used(path, state, limits)
        return rows_of(path, state, title, limits) if title else ()
    except BROKEN as error:
        raise CollectError(
            f"{path.name} is a broken workbook ({type(error).__name__}); "
            "the feed's owner: save it anew as .xlsx, or as .csv."
        ) from None


def used_sheets(path: Path, limits: Limits = DEFAULT) -> tuple[str, ...]:
    """The titles of the visible sheets that hold anything; none for a broken workbook."""
    try:
        book = opened(path, state_of(path), limits)
        return tuple(title for title in book.sheets if is_used(book, title))
    except BROKEN:
        return ()


def state_of(path: Path) -> State:
    """Tells one state of a file from another."""
    about = path.stat()
    return about.st_mtime_ns, about.st_size


# A list is gone through several times, and parsing its XML costs most; so it is done once.
@lru_cache(maxsize=2)
def opened(path: Path, state: State, limits: Limits) -> "Book":
    """The workbook, checked, with all but the cells of its sheets read."""
    del state
    check_package(path, limits)
    # Only here, for it takes a third of the reading process's start and few sources are workbooks.
    from knutepunkt.collect.workbook_parts import Book

    return Book.read(path)


def first_used(path: Path, state: State, limits: Limits) -> str:
    """The title of the first visible sheet that holds anything; "" when none does."""
    book = opened(path, state, limits)
    return next((title for title in book.sheets if is_used(book, title)), "")


@lru_cache(maxsize=2)
def rows_of(path: Path, state: State, sheet: str, limits: Limits) -> tuple[tuple[str, ...], ...]:
    """The rows of a sheet, counted as they come."""
    book = opened(path, state, limits)
    if sheet not in book.sheets:
        titles = ", ".join(book.sheets)
        raise CollectError(f"{path.name} has no sheet {sheet}; you: name one of {titles}.")
    return tuple(counted(path, book, sheet, limits))


def is_used(book: "Book", sheet: str) -> bool:
    """Say whether one of the first rows holds anything."""
    for number, row in book.rows(sheet):
        if any(value not in (None, "") for value in row):
            return True
        if number > LOOKED_AT:
            return False
    return False


def counted(path: Path, book: "Book", sheet: str, limits: Limits) -> Iterator[tuple[str, ...]]:
    """The rows as texts, also those that are not there; a sheet that is too large is refused."""
    last = 0
    for number, row in book.rows(sheet):
        check_size(path, number, len(row), limits)
        yield from [()] * (number - last - 1)
        yield tuple(map(text_of, row))
        last = number


def check_size(path: Path, row: int, column: int, limits: Limits) -> None:
    """Refuse a sheet with more rows or columns than any list of groups has."""
    if row > limits.sheet_rows or column > limits.sheet_columns:
        raise CollectError(
            f"{path.name} has a sheet of more than {limits.sheet_rows} rows or "
            f"{limits.sheet_columns} columns; the feed's owner: delete the empty rows and columns "
            "outside the list, or save it as .csv."
        )


def text_of(value: object) -> str:
    """A cell's value as text: dates and times in ISO form, 7.0 as "7", an error as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return "" if text.startswith("#") and text.rstrip("!?").isupper() else text


def moment_text(value: datetime) -> str:
    """A date, a moment, or the time of day that Excel keeps on the day before its calendar."""
    if value.year < 1901:
        return f"{value.hour:02}:{value.minute:02}"
    if value.time() == time():
        return value.date().isoformat()
    return value.replace(microsecond=0).isoformat()
