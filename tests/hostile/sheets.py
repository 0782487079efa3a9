"""Tables that are endless, empty, unbalanced or explosive: as text and as workbooks."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from tests.hostile.feeds import written

OWNER = "the feed's owner"
ANEW = f"{OWNER}: save the list anew as .xlsx, or as .csv."
HEADER = b"Navn;Sted;Dag;Klokkeslett\n"
ROW = "Blåklokka;Levanger;Mandag;19:00\n".encode()


def many_columns(folder: Path) -> Path:
    header = ";".join(f"k{number}" for number in range(100_000))
    return written(folder, "wide.csv", f"{header}\n{';' * 99_999}\n".encode() + ROW)


def field_of_50_megabytes(folder: Path) -> Path:
    return written(folder, "fat.csv", HEADER + b"x" * 50_000_000 + b";a;b;c\n")


def quote_that_never_ends(folder: Path) -> Path:
    return written(folder, "quote.csv", HEADER + b'"Bl' + ROW * 1000)


def zero_bytes(folder: Path) -> Path:
    return written(folder, "zero.csv", HEADER + ROW.replace(b"l", b"l\0"))


def only_preamble(folder: Path) -> Path:
    return written(folder, "preamble.csv", b"Liste over grupper\nOppdatert i dag\n\n")


def formulas(folder: Path) -> Path:
    cells = b'=HYPERLINK("http://x");@SUM(1+1);+1;-1\n'
    return written(folder, "formulas.csv", HEADER + cells + ROW)


def empty_rows(folder: Path) -> Path:
    return written(folder, "empty.csv", HEADER + b";;;\n" * 300_000 + ROW)


def only_empty_rows(folder: Path) -> Path:
    return written(folder, "empty.csv", b";;;\n" * 300_000)


def random_bytes(folder: Path) -> Path:
    return written(folder, "noise.csv", bytes(range(256)) * 4000)


def book(folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A small workbook whose parts were changed behind the program's back."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in (HEADER, ROW):
        sheet.append(row.decode().strip().split(";"))
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    path = folder / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def cell_at_the_end(folder: Path) -> Path:
    """One cell at the last row and column: a reader that makes room for all of them dies."""

    def change(parts: dict[str, bytes]) -> None:
        cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", cell)

    return book(folder, change)


def bomb_in_a_book(folder: Path) -> Path:
    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = parts[SHEET].replace(
            b"</sheetData>", b"<row/>" * 6_000_000 + b"</sheetData>"
        )

    return book(folder, change)


def billion_laughs(folder: Path) -> Path:
    def change(parts: dict[str, bytes]) -> None:
        entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
        doctype = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
        text = "<sst><si><t>&a9;</t></si></sst>"
        parts["xl/sharedStrings.xml"] = (doctype + text).encode()

    return book(folder, change)


def entity_from_outside(folder: Path) -> Path:
    def change(parts: dict[str, bytes]) -> None:
        doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'
        parts[SHEET] = parts[SHEET].replace(b"<worksheet", doctype)

    return book(folder, change)


def entity_in_utf_16(folder: Path) -> Path:
    def change(parts: dict[str, bytes]) -> None:
        text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY e "x">]><sst/>'
        parts["xl/sharedStrings.xml"] = text.encode("utf-16")

    return book(folder, change)


def book_without_sheets(folder: Path) -> Path:
    return book(folder, lambda parts: parts.pop(SHEET) and None)


def book_cut_off(folder: Path) -> Path:
    path = book(folder, lambda parts: None)
    path.write_bytes(path.read_bytes()[:3000])
    return path


NO_NAMES = (
    f"{{}} has no row of column names; {OWNER}: put one above the list; "
    "you: or name the columns in a mapping file with header_row = 0."
)
CASES = {
    many_columns: NO_NAMES.format("wide.csv"),
    field_of_50_megabytes: "fat.csv: a cell on line 2 has more than 1000000 letters; "
    f"{OWNER}: send a shorter one.",
    quote_that_never_ends: "quote.csv: a quotation mark that opens on line 2 never ends; "
    f'{OWNER}: write "" for a quotation mark inside a cell.',
    zero_bytes: (1, 0),
    only_preamble: NO_NAMES.format("preamble.csv"),
    formulas: (2, 0),
    empty_rows: (1, 0),
    only_empty_rows: f"empty.csv is empty; {OWNER}: check what was saved.",
    random_bytes: NO_NAMES.format("noise.csv"),
    cell_at_the_end: "book.xlsx has a sheet of more than 50000 rows or 200 columns; "
    f"{OWNER}: delete the empty rows and columns outside the list, or save it as .csv.",
    bomb_in_a_book: f"book.xlsx is packed more than 100 to 1; {ANEW}",
    billion_laughs: f"book.xlsx declares a document type; {ANEW}",
    entity_from_outside: f"book.xlsx declares a document type; {ANEW}",
    entity_in_utf_16: f"book.xlsx declares a document type; {ANEW}",
    book_without_sheets: f"book.xlsx is empty; {OWNER}: check what was saved.",
    book_cut_off: "book.xlsx is a broken zip; the feed's owner: send it anew.",
}
