import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.clean.formulas import guarded, unguarded

SIGNS = "=+-@"
# Letters that decide anything here, far more often than chance would bring them.
TELLING = st.sampled_from(
    [*"=+-@＝－＠'\";,\t\r\n a1", "\0", "\u00a0", "\ufeff", "\u2028", "\u0301"]
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.text(TELLING, max_size=12) | ANY


def cells(text: str, delimiter: str) -> list[str]:
    """What a program makes of a row that another delimiter was meant for."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["a", text, "b"])
    if delimiter == ",":
        out.seek(0)
        return [cell for row in csv.reader(out) for cell in row]
    return [cell.strip('"') for cell in re.split(f"[{delimiter}\r\n]", out.getvalue())]


def as_a_spreadsheet_reads(cell: str) -> str:
    """Without what cannot be seen, full-width signs folded."""
    folded = unicodedata.normalize("NFKC", cell)
    return "".join(one for one in folded if one.isprintable() and not one.isspace())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("\0=1", "'\0=1"), ("\u00a0=1", "'\u00a0=1"), ("\ufeff@x", "'\ufeff@x"),
        ("\t=1", "'\t'=1"), ("\r=1", "'\r'=1"), ("＝1", "'＝1"), ("－1", "'－1"), ("＠x", "'＠x"),
        ("Kaffe;=1", "Kaffe;'=1"), ("Kaffe; =1", "Kaffe;' =1"), ("Kaffe\n-1", "Kaffe\n'-1"),
        ("'=1", "''=1"), ("+47 22 00 00 00", "'+47 22 00 00 00"),
        ("Mandag – fredag; a-b = c", "Mandag – fredag; a-b = c"), ("", ""), ("'n Roos", "'n Roos"),
    ],
)  # fmt: skip
def test_a_text_that_may_be_a_formula_has_an_apostrophe(text: str, cell: str) -> None:
    assert guarded(text) == cell


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(TEXTS, st.sampled_from(",;\t"))
def test_no_cell_begins_with_a_sign_whatever_parts_the_cells(text: str, delimiter: str) -> None:
    found = cells(guarded(text), delimiter)

    assert [cell for cell in found if as_a_spreadsheet_reads(cell).startswith(tuple(SIGNS))] == []
    assert delimiter != "," or not found[1].startswith(("\t", "\r", "\0"))
