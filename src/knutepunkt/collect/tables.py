"""Reads a table row by row, whatever it is kept in: text with separators, or a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from knutepunkt.collect import delimited, workbooks
from knutepunkt.collect.limits import DEFAULT, Limits

ENDINGS = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm")
PACKED = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the user said of a table's form; every empty part is found out from the file.

    ``header_row`` counts every row of the file from 1; 0 means the table has no header.
    """

    separator: str = ""
    encoding: str = ""
    header_row: int | None = None
    sheet: str = ""


def rows(path: Path, shape: Shape, limits: Limits = DEFAULT) -> Iterator[tuple[str, ...]]:
    """Every row as texts, blank rows too, so that rows can be counted. Raises CollectError."""
    if is_workbook(path):
        return iter(workbooks.rows(path, shape.sheet, limits))
    return delimited.rows(path, shape.separator, shape.encoding)


def first_rows(path: Path, count: int = 20) -> tuple[tuple[str, ...], ...]:
    """The first rows that say something, for recognising the table. Raises CollectError."""
    said = (row for row in rows(path, Shape()) if any(cell.strip() for cell in row))
    return tuple(islice(said, count))


def is_workbook(path: Path) -> bool:
    """Say whether the file is packed as workbooks are, whatever its name ends with."""
    with path.open("rb") as file:
        return file.read(4) == PACKED


def is_table(name: str) -> bool:
    """Say whether a file's name ends as those of tables do."""
    return name.lower().endswith(ENDINGS)
