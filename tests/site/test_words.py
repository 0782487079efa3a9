"""Times in the words of a page: the lines of a narrow screen part no hour and no date."""

import pytest

from knutepunkt.site.words import unbroken


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("Onsdager kl. 18.00–19.30", ["Onsdager", "kl._18.00–+19.30"]),
        ("Onsdager kl. 18.00, fra 26. august", ["Onsdager", "kl._18.00,", "fra", "26._august"]),
        ("Tirsdag 3. november 2026", ["Tirsdag", "3._november", "2026"]),
        ("Tuesday 3 November at 18:00", ["Tuesday", "3_November", "at_18:00"]),
        ("Hver 3. uke", ["Hver", "3._uke"]),
        ("Etter avtale", ["Etter", "avtale"]),
    ],
)
def test_hours_and_dates_stay_on_one_line(told: str, lines: list[str]) -> None:
    seen = unbroken(told).replace("\N{NO-BREAK SPACE}", "_").replace("\N{WORD JOINER}", "+")

    assert seen.split(" ") == lines
