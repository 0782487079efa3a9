import csv
from importlib.resources import files

import pytest

from actionfields.report.words import Words


@pytest.mark.parametrize("name", ["words.csv", "terms.csv"])
def test_every_text_is_there_in_both_languages(name: str) -> None:
    lines = (files("actionfields.report") / name).read_text(encoding="utf-8").splitlines()

    rows = list(csv.reader(lines))

    assert [row for row in rows if len(row) != 3 or "" in row] == []
    assert len({row[0] for row in rows}) == len(rows)


def test_a_word_nobody_translated_is_shown_in_plain_letters() -> None:
    assert Words("nb").term("some_new_word") == "some new word"


def test_numbers_have_the_comma_of_the_language() -> None:
    assert [Words(one).number(-0.5) for one in ("nb", "en")] == ["−0,5", "−0.5"]
