"""The pages on the field analysis that come from its code: the tables, and the expressions."""

import inspect
from collections.abc import Iterator
from textwrap import indent
from typing import Any

from actionfields.columns import Column, columns
from actionfields.expressions import parsing
from actionfields.expressions.vocabulary import FUNCTIONS
from actionfields.records import TABLES
from actionfields.records.place import Place

FROM_CODE = "<!-- Written by `make docs` from the code; change it there. -->\n"
SHARED = {column.name for column in columns(Place)}

TABLES_HEAD = f"""# The tables of a coded field

{FROM_CODE}
A field is a folder of CSV (UTF-8, comma or semicolon, header first) with a `datapackage.json`, one
JSON file, or an SQLite file. All three hold the same tables and nothing is lost between them. A
table without rows may lack its file; a column without * may be left out. Several words in a cell
are parted by semicolons. **No row is never «no»: it means that nothing is known.**

A key names its row. A reference must be the key of a row in the table it names. Dates are EDTF:
`2014`, `2014-05`, `197X`, `2014?`, `2014~`, `1995/1996`, `2004/..`, `[2012..2014]`.

`actionfields check FOLDER` tells every row that is not so, with file, line, column and remedy.
"""

EXPRESSIONS_HEAD = f"""# Expressions

{FROM_CODE}
How a finding says what it is computed from: the column `expression` of the table `findings`. An
expression looks at rows and can do nothing else. The value expected stands beside it as JSON.

    count(participation[event_id = ev_seminars, role = co_organiser].actor_id)
    group(models[period = P1], stance, actor_id)
    {{before: dyads(ties[period = P1]), after: dyads(ties[period = P2])}}

Lists are of different values in one order, so that they can be compared; rows alone stand for their
keys. In a column of several words a row fits when one of its words does. A text with `*` is a
pattern. An empty cell is no value.
"""


def tables_text() -> str:
    """The whole page on the tables."""
    place = "\n".join(["## In every table that is read out of a source\n", *table_of(Place)])
    return "\n".join([TABLES_HEAD, *map(table_text, TABLES), place + "\n"])


def table_text(name: str) -> str:
    """The section on one table."""
    record = TABLES[name]
    has_place = {column.name for column in columns(record)} >= SHARED
    tail = ["", "And where it can be looked up, as below."] if has_place else []
    about = inspect.cleandoc(record.__doc__ or "").replace("``", "`")
    return "\n".join([f"## `{name}`\n", about, "", *table_of(record), *tail, ""])


def table_of(record: type[Any]) -> Iterator[str]:
    """The columns of a record as a table; those it shares have a table of their own."""
    yield "| column | holds | what it says |"
    yield "|---|---|---|"
    for column in columns(record):
        if record is Place or column.name not in SHARED:
            name = f"`{column.name}`{' *' if column.required else ''}"
            yield f"| {name} | {held(column)} | {column.doc} |"


def held(column: Column) -> str:
    """What a column can hold."""
    if column.choices:
        return ", ".join(f"`{choice}`" for choice in column.choices)
    if column.target:
        return f"{column.kind} to `{column.target}`"
    return {"whole": "whole number", "flag": "`1` or `0`"}.get(column.kind, column.kind)


def expressions_text() -> str:
    """The whole page on expressions."""
    _, _, grammar = inspect.cleandoc(parsing.__doc__ or "").partition("\n\n")
    more = {"list": ", …"}
    rows = [
        f"| `{one.name}({', '.join(one.takes)}{more.get(one.name, '')})` | {one.gives} |"
        for one in FUNCTIONS.values()
    ]
    table = ["| function | what it gives |", "|---|---|", *rows]
    parts = ["## The form\n", indent(grammar, " " * 4), "", "## The functions\n", *table]
    return "\n".join([EXPRESSIONS_HEAD, *parts]) + "\n"
