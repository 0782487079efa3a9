"""A field to begin with: the six questions and the unit's three functions, and one coder."""

from actionfields.columns import columns
from actionfields.field import About, Field
from actionfields.loading import load
from actionfields.records import TABLES
from actionfields.records.coding import FUNCTION, QUESTION
from actionfields.tables import Table

FUNCTIONS = ("F1", "F2", "F3")  # those of the theory; F0 and FX belong to one case
KEPT = ("code", "level", "label_nb", "label_en", "definition")


def template(name: str) -> Field:
    """An empty field with the questions of the chapter, which may be edited like any code."""
    codes = load("selvhjelp").codebook.where(level=[QUESTION, FUNCTION])
    rows = [
        {column: getattr(code, column) for column in KEPT} | {"version": "1"}
        for code in codes
        if code.level == QUESTION or code.code in FUNCTIONS
    ]
    coder = {columns(TABLES["coders"])[0].name: "coder1", "label": "Coder 1"}
    made = {
        "codebook": Table.of("codebook", TABLES["codebook"], rows),
        "coders": Table.of("coders", TABLES["coders"], [coder]),
    }
    return Field(made, About(name=name))
