"""The saved values of a sheet's cells as a stream.

openpyxl knows the workbook around them, but takes four times as long for its cells: it makes an
object of each text in a cell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import IO

from lxml import etree
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import from_excel, from_ISO8601

ROW, DATA, CELL, VALUE = "{*}row", "{*}sheetData", "}c", "}v"
TEXT, READING_AID = "}t", "}rPh"
DIGITS = "0123456789"
MOMENT: Callable[[str], object] = from_ISO8601


@dataclass(frozen=True, slots=True)
class Known:
    """What cells only point to: texts, and which of the styles show a moment, or a duration."""

    texts: Sequence[str]
    moments: frozenset[int]
    durations: frozenset[int]
    epoch: datetime


def texts(part: IO[bytes]) -> Iterator[str]:
    """The texts that cells point to by number."""
    for _, text in etree.iterparse(part, tag="{*}si", resolve_entities=False, no_network=True):
        yield text_in(text).replace("x005F_", "")  # so is an underscore that is no escape written
        clear(text)


def rows(sheet: IO[bytes], known: Known) -> Iterator[tuple[int, list[object]]]:
    """Each row that is there, with its number from 1. Raises ValueError and etree.ParseError."""
    number = 0
    for _, row in etree.iterparse(sheet, tag=(ROW, DATA), resolve_entities=False, no_network=True):
        if not row.tag.endswith("}row"):
            return  # what follows the cells is neither read nor held
        number = int(row.get("r") or number + 1)
        yield number, values_in(row, known)
        clear(row)


def clear(read: etree._Element) -> None:
    """Let go of an element that was read, and of those before it."""
    read.clear(keep_tail=False)
    above = read.getparent()
    while above is not None and read.getprevious() is not None:
        del above[0]


def values_in(row: etree._Element, known: Known) -> list[object]:
    """The values of a row, up to its last cell; None for cells that are not there."""
    values: list[object] = []
    for cell in row:
        if not str(cell.tag).endswith(CELL):
            continue
        place = cell.get("r")
        column = column_of(place.rstrip(DIGITS)) if place else len(values) + 1
        if column > len(values):
            values.extend([None] * (column - len(values)))
        values[column - 1] = value_of(cell, known)
    return values


@lru_cache(maxsize=1000)
def column_of(letters: str) -> int:
    """The number of a column: "AB" is 28. Raises ValueError for none."""
    return column_index_from_string(letters)


def value_of(cell: etree._Element, known: Known) -> object:
    """The value as it was saved; a number in a style of moments as a moment."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return text_in(cell)
    said = next((part.text for part in cell if str(part.tag).endswith(VALUE)), None)
    if not said:
        return None
    if kind == "n":
        return number_of(said, int(cell.get("s", 0)), known)
    if kind == "s":
        return known.texts[int(said)]
    if kind == "b":
        return bool(int(said))
    return MOMENT(said) if kind == "d" else said


def text_in(cell: etree._Element) -> str:
    """The text, of all its parts, without what only helps to read it aloud."""
    return "".join(
        part.text
        for part in cell.iter("{*}t")
        if part.text and not str(part.getparent().tag).endswith(READING_AID)
    )


def number_of(said: str, style: int, known: Known) -> object:
    """A number, or the moment or duration it stands for; what lies beyond all days is no value."""
    number = int(said) if said.lstrip("-").isdecimal() else float(said)
    if style not in known.moments:
        return number
    try:
        return from_excel(number, known.epoch, timedelta=style in known.durations)
    except (OverflowError, ValueError):
        return None
