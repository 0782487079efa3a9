"""Texts on paper run their own way: what a browser finds out, WeasyPrint has to be told."""

import pytest
from django.template.loader import render_to_string

from knutepunkt.distribute.formats.printed import directed
from knutepunkt.distribute.formats.printed.directed import direction_of

ARABIC = "نحن مجموعة. اتصل 22 00 00 00!"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (ARABIC, "rtl"),
        (f"«22» {ARABIC}", "rtl"),
        (f"<p>&quot;{ARABIC}</p>", "rtl"),
        ("שלום", "rtl"),
        (f"Sorg {ARABIC}", "ltr"),
        ("22 00 00 00", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_first_letter_tells_the_way(text: str, way: str) -> None:
    assert direction_of(text) == way


@pytest.mark.parametrize("template", ["site/parts/pdf_group.html", "distribute/printed_entry.html"])
def test_what_a_group_says_runs_its_own_way_on_paper(template: str) -> None:
    said = {"name": ARABIC, "how_to_join": f"{ARABIC}\n\nNorsk", "organisation": {"name": "Norsk"}}

    page = directed.directed(render_to_string(template, {"group": said, "entry": said}))

    assert 'dir="auto"' not in page
    assert f'dir="rtl">{ARABIC}' in page
    assert (page.count('dir="rtl"'), page.count('dir="ltr"')) == (2, 1)
