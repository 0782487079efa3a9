from datetime import date

import pytest

from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.importing import read
from knutepunkt.vocabulary.reading import Unsigned
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    LabelRecord,
    SchemeRecord,
    Vocabulary,
)
from knutepunkt.vocabulary.table.writing import written

HEADER = "what,scheme,code,language,value,to_scheme,to_code,author,date,note\n"


def reading(rows: str, header: str = HEADER) -> Vocabulary:
    return read((header + rows).encode(), "csv", Unsigned(on=date(2026, 1, 1))).vocabulary


def test_a_formula_is_guarded_in_the_file() -> None:
    vocabulary = Vocabulary((SchemeRecord("x", "own"),), (ConceptRecord("x", "=1+1"),))

    rows = written(vocabulary).split("\r\n")

    assert rows[2] == '"concept","x","\'=1+1","","","","","","",""'


def test_columns_may_stand_in_another_order() -> None:
    vocabulary = reading(
        ",,,,,own,,,x,scheme\n",
        "note,date,author,to_code,to_scheme,value,language,code,scheme,what\n",
    )

    assert vocabulary.schemes == (SchemeRecord("x", "own"),)


def test_a_label_is_read_with_its_concept() -> None:
    rows = "scheme,x,,,own,,,,,\nconcept,x,w,,,,,,,\nhidden,x,w,nb, kvine ,,,,,\n"

    vocabulary = reading(rows)

    assert vocabulary.concepts == (
        ConceptRecord("x", "w", labels=(LabelRecord("nb", "hidden", "kvine"),)),
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("colour,x,,,red,,,,,\n", "Row 2: “x:” has no row of its own above; add one."),
        ("title,x,,nb,Hei,,,,,\n", "Row 2: “x” has no row of its own above; add one."),
        ("scheme,x,,,own,,,,,\n" * 2, "Row 3: “x” comes twice; keep one."),
        ("scheme,x,,,own\n", "Row 2 has 5 cells; it needs 10."),
        ('scheme,x,,,"own', "Row 2 is not CSV: unexpected end of data."),
        (
            "exact,x,a,,,y,b,Kari,soon,\n",
            "Row 2: The mapping has the date “soon”; write it as 2026-11-23.",
        ),
        ("concept,x,w,,,,,,,\n", "The concept “x:w” has no scheme; add it."),
        (
            "scheme,x,,,own,,,,,\nconcept,x,w,,,,,,,\ncolour,x,w,,red,,,,,\n",
            "Row 4: “colour” is not something a row can tell; see the reference.",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_named(rows: str, sentence: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        reading(rows)

    assert str(caught.value) == sentence
