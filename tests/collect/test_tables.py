"""Tables as text: separators, encodings, and files that went wrong."""

from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.tables import Shape, first_rows, rows


def rows_of(tmp_path: Path, data: bytes, shape: Shape | None = None) -> list[tuple[str, ...]]:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    return list(rows(path, shape or Shape()))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_found(tmp_path: Path, separator: str) -> None:
    text = "Navn,Dag\nBlåklokka,Mandag\nBålet,Tirsdag\n".replace(",", separator)

    found = rows_of(tmp_path, text.encode())

    assert found == [("Navn", "Dag"), ("Blåklokka", "Mandag"), ("Bålet", "Tirsdag")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    found = rows_of(tmp_path, "Navn;Sted\nBlåklokka;Ålesund – øst\n".encode(encoding))

    assert found == [("Navn", "Sted"), ("Blåklokka", "Ålesund – øst")]


def test_one_broken_byte_does_not_spoil_the_other_letters(tmp_path: Path) -> None:
    found = rows_of(tmp_path, "Navn;Sted\nBlåklokka;Ålesund\nÆrlig;Bø".encode() + b"\xff\n")

    assert found == [("Navn", "Sted"), ("Blåklokka", "Ålesund"), ("Ærlig", "Bø\ufffd")]


def test_semicolons_inside_quoted_texts_do_not_part_a_comma_file(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b'Name,Text\nBluebell,"a; b; c; d"\nRobin,"e; f"\n')

    assert found == [("Name", "Text"), ("Bluebell", "a; b; c; d"), ("Robin", "e; f")]


def test_excels_separator_line_is_obeyed_and_passed(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b"sep=|\nName|Day\nBluebell|Monday\n")

    assert found == [("Name", "Day"), ("Bluebell", "Monday")]


def test_told_separator_and_encoding_win(tmp_path: Path) -> None:
    found = rows_of(tmp_path, "Navn,a;Dag\n".encode("cp1252"), Shape(";", "cp1252"))

    assert found == [("Navn,a", "Dag")]


def test_unknown_encoding_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(CollectError) as caught:
        rows_of(tmp_path, b"a", Shape(encoding="utf-99"))

    assert str(caught.value) == (
        "there is no encoding utf-99; you: write utf-8 or cp1252 in the mapping file."
    )


def test_line_breaks_in_quotes_belong_to_the_cell(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b'Name,Text\r\nBluebell,"one\r\ntwo"\r\n')

    assert found == [("Name", "Text"), ("Bluebell", "one\r\ntwo")]


def test_quotation_mark_that_never_ends_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CollectError) as caught:
        rows_of(tmp_path, b'Name,Text\nBluebell,"one\nRobin,two\nWren,three\n')

    assert str(caught.value) == (
        "list.csv: a quotation mark that opens on line 2 never ends; "
        'the feed\'s owner: write "" for a quotation mark inside a cell.'
    )


def test_stray_quotation_marks_inside_a_cell_are_kept(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b'Name,Text\nBluebell,the "big" one\nRobin,two\n')

    assert found[1] == ("Bluebell", 'the "big" one')


def test_cell_of_many_kilobytes_is_read(tmp_path: Path) -> None:
    found = rows_of(tmp_path, b"Name,Text\nBluebell," + b"x" * 300_000 + b"\n")

    assert len(found[1][1]) == 300_000


def test_first_rows_leave_out_blank_ones(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\n,,\nName,Day\n\nBluebell,Monday\n")

    assert first_rows(path, 2) == (("Name", "Day"), ("Bluebell", "Monday"))
