"""The parts of a workbook that was checked: which sheets are shown, and what their cells point to.

openpyxl reads all but texts and cells, its XML by way of defusedxml.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, cast

import openpyxl
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import SHARED_STRINGS

from knutepunkt.collect import sheet_cells
from knutepunkt.collect.errors import CollectError


@dataclass(frozen=True, slots=True)
class Book:
    """An open workbook. ``sheets`` are the visible ones with cells: title and part of the zip."""

    archive: zipfile.ZipFile
    sheets: Mapping[str, str]
    known: sheet_cells.Known

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read all but the cells. Raises what ``workbooks.BROKEN`` lists."""
        if not openpyxl.DEFUSEDXML:
            raise CollectError("defusedxml is missing; you: install what requirements.lock names.")
        # Given as a file, it is read whatever its name ends with.
        reader = ExcelReader(path.open("rb"), read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        parts = set(reader.valid_files)
        sheets = {
            sheet.name: link.target
            for sheet, link in reader.parser.find_sheets()
            if sheet.state == "visible" and link.target in parts and "chartsheet" not in link.Type
        }
        return cls(reader.archive, sheets, known_in(reader))

    def rows(self, sheet: str) -> Iterator[tuple[int, list[object]]]:
        """The rows of a sheet that are there, each with its number from 1."""
        with self.archive.open(self.sheets[sheet]) as part:
            yield from sheet_cells.rows(part, self.known)


def known_in(reader: ExcelReader) -> sheet_cells.Known:
    """What the cells point to."""
    # openpyxl has no public door for these; tests/collect/test_workbooks.py notices if they move.
    book = cast("Any", reader.wb)
    return sheet_cells.Known(
        texts_in(reader.archive, reader.package),
        frozenset(book._date_formats),
        frozenset(book._timedelta_formats),
        book.epoch,
    )


def texts_in(archive: zipfile.ZipFile, manifest: Any) -> list[str]:
    """The texts that several cells may share."""
    part = manifest.find(SHARED_STRINGS)
    if part is None:
        return []
    with archive.open(part.PartName[1:]) as file:
        return list(sheet_cells.texts(file))
