"""Workbooks: values as text, and traps that are refused."""

import re
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from knutepunkt.collect import workbooks
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import Limits
from knutepunkt.collect.sandbox import size_of
from knutepunkt.collect.tables import Shape, rows
from knutepunkt.collect.workbooks import used_sheets

OWNER = "the feed's owner: save the list anew as .xlsx, or as .csv."
TOO_LARGE = (
    "book.xlsx has a sheet of more than 50000 rows or 200 columns; the feed's owner: delete the "
    "empty rows and columns outside the list, or save it as .csv."
)


def saved(tmp_path: Path, *table: list[object]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in table:
        book.active.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, change(data) if name == part else data)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(CollectError) as caught:
        list(rows(path, Shape(), limits or Limits()))
    return str(caught.value)


def test_dates_times_numbers_and_answers_become_text(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        ["day", "moment", "time", "whole", "part", "yes"],
        [
            date(2026, 9, 1),
            datetime(2026, 9, 1, 18, 30),  # noqa: DTZ001 - sheets know no zone
            clock_time(18, 30),
            7.0,
            59.91,
            True,
        ],
    )

    found = list(rows(path, Shape()))[1]

    assert found == ("2026-09-01", "2026-09-01T18:30:00", "18:30", "7", "59.91", "true")


def test_formula_gives_the_value_that_was_saved(tmp_path: Path) -> None:
    path = changed(
        saved(tmp_path, ["Name"], ["Bluebell"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(
            rb'<c r="A2".*?</c>', b'<c r="A2" t="str"><f>1/0</f><v>Robin</v></c>', xml
        ),
    )

    assert list(rows(path, Shape())) == [("Name",), ("Robin",)]


def test_first_visible_sheet_with_cells_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Hidden")
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Groups").append(["Name"])
    book.create_sheet("More").append(["Other"])
    path = tmp_path / "book.xlsx"
    book.save(path)

    assert list(rows(path, Shape())) == [("Name",)]
    assert used_sheets(path) == ("Groups", "More")


def test_named_sheet_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Groups").append(["Name"])
    book.create_sheet("More").append(["Other"])
    path = tmp_path / "book.xlsx"
    book.save(path)

    assert list(rows(path, Shape(sheet="More"))) == [("Other",)]


def test_sheet_that_is_not_there_lists_those_that_are(tmp_path: Path) -> None:
    path = saved(tmp_path, ["Name"])

    with pytest.raises(CollectError) as caught:
        list(rows(path, Shape(sheet="More")))

    assert str(caught.value) == "book.xlsx has no sheet More; you: name one of Sheet."


def test_cell_in_the_last_corner_is_refused_at_once(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.cell(1_048_576, 16_384, "x")
    path = tmp_path / "book.xlsx"
    book.save(path)
    begun = time.perf_counter()

    sentence = refusal(path)

    assert sentence == TOO_LARGE
    assert time.perf_counter() - begun < 1  # milliseconds on a quiet machine


def test_sheet_that_lies_about_its_size_is_refused_while_it_is_read(tmp_path: Path) -> None:
    path = changed(
        saved(tmp_path, ["Name"], ["Bluebell"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="2"', b'r="1048576"').replace(b'"A2"', b'"A1048576"'),
    )

    assert refusal(path) == TOO_LARGE


def test_row_wider_than_the_sheet_says_is_refused(tmp_path: Path) -> None:
    path = changed(
        saved(tmp_path, ["Name"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="A1"', b'r="XFD1"', 1),
    )

    assert refusal(path) == TOO_LARGE


def test_workbook_packed_suspiciously_hard_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros", b"0" * 3_000_000)

    assert refusal(path) == f"book.xlsx is packed more than 100 to 1; {OWNER}"


def test_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, ["Name"])

    assert (
        refusal(path, Limits(zip_total=1000, zip_growth=0))
        == f"book.xlsx unpacks to more than 0 MiB; {OWNER}"
    )


def test_member_larger_than_it_promises_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("big", b"x" * 5000)
    data = path.read_bytes()
    path.write_bytes(data.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little")))

    assert (
        refusal(path, Limits(zip_total=4000, zip_growth=0))
        == f"book.xlsx is a broken or locked workbook; {OWNER}"
    )


def test_workbook_with_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, ["Name"])

    assert refusal(path, Limits(zip_members=3)) == f"book.xlsx holds more than 3 parts; {OWNER}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    def with_type(xml: bytes) -> bytes:
        text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + xml.decode()
        return text.encode(encoding)

    path = changed(saved(tmp_path, ["Name"]), "xl/worksheets/sheet1.xml", with_type)

    assert refusal(path) == f"book.xlsx declares a document type; {OWNER}"


def test_openpyxl_parses_with_defusedxml() -> None:
    from openpyxl.xml import functions

    assert openpyxl.DEFUSEDXML
    assert functions.iterparse.__module__ == "defusedxml.common"


def test_broken_workbook_says_who_must_act(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")

    assert refusal(path) == f"book.xlsx is a broken or locked workbook; {OWNER}"


def test_workbook_without_sheets_says_who_must_act(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")

    assert refusal(path) == (
        "book.xlsx is a broken workbook (OSError); "
        "the feed's owner: save it anew as .xlsx, or as .csv."
    )


def test_a_workbook_is_parsed_once_and_anew_when_it_has_changed(tmp_path: Path) -> None:
    path = saved(tmp_path, ["name"], ["Håp"])
    first = workbooks.rows(path)

    again = workbooks.rows(path, "Sheet")
    changed_since = workbooks.rows(saved(tmp_path, ["name"], ["Lys"], ["Vår"]))

    assert again is first
    assert (first, changed_since) == (
        (("name",), ("Håp",)), (("name",), ("Lys",), ("Vår",)),
    )  # fmt: skip


def test_texts_of_several_runs_are_whole_and_what_helps_to_read_aloud_is_left_out(
    tmp_path: Path,
) -> None:
    cell = (
        b'<c r="A1" t="inlineStr"><is><r><t>S\xc3\xb8</t></r><r><rPr/><t>vn</t></r>'
        b"<rPh><t>aloud</t></rPh></is></c>"
    )
    path = changed(
        saved(tmp_path, ["Name"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<c r="A1".*?</c>', cell, xml),
    )

    assert list(rows(path, Shape())) == [("Søvn",)]


def test_cells_and_rows_without_places_follow_those_before(tmp_path: Path) -> None:
    sheet = (
        b'<sheetData><row><c t="str"><v>Name</v></c><c r="C1" t="str"><v>Day</v></c><c><v>7</v></c>'
        b'</row><row r="3"><c t="str"><v>Bluebell</v></c></row><row><c><v/></c></row></sheetData>'
    )
    path = changed(
        saved(tmp_path, ["Name"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb"<sheetData>.*</sheetData>", sheet, xml),
    )

    assert list(rows(path, Shape())) == [
        ("Name", "", "Day", "7"), (), ("Bluebell",), ("",),
    ]  # fmt: skip


def test_moments_durations_and_days_beyond_the_calendar(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([timedelta(hours=25, minutes=30), date(2024, 2, 29), 1e9])
    sheet["C1"].number_format = "yyyy-mm-dd"
    path = tmp_path / "book.xlsx"
    book.save(path)

    assert list(rows(path, Shape())) == [("25:30", "2024-02-29", "")]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([date(2026, 9, 1)])
    path = tmp_path / "book.xlsx"
    book.save(path)

    assert list(rows(path, Shape())) == [("2026-09-01",)]


def test_workbook_gets_the_time_for_what_it_unpacks_to(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet", b"x" * 10_000_000)
        archive.writestr("more", b"y" * 1_000_000)

    assert size_of(path, Limits()) == 11_000_000
    assert size_of(path, Limits(zip_total=0)) == path.stat().st_size * 10
